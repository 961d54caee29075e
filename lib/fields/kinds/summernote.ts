import { richAdapter } from './adapter.ts';

/** Summernote lets the browser edit; it ignores scripted pastes. */
export const summernote = richAdapter({ kind: 'summernote', is: '.note-editable', path: 'exec' });
