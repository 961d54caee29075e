import { WordedError } from '../../../lib/language/worded-error.ts';

/** A file that cannot be laid on the desk, or given back. */
export class UnusableFileError extends WordedError {
  override readonly name = 'UnusableFileError';
}
