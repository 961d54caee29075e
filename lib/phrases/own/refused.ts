import { WordedError } from '../../language/worded-error.ts';

/** A pack, a phrase or an update was not taken. */
export class PackRefusedError extends WordedError {
  override readonly name = 'PackRefusedError';
}
