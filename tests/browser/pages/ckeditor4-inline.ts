import { startCkeditor4 } from './draft-ckeditor4.ts';

await startCkeditor4('inline');
