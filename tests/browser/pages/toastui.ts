import { startToastUi } from './draft-toastui.ts';

await startToastUi('wysiwyg');
