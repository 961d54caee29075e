import { startToastUi } from './draft-toastui.ts';

await startToastUi('markdown');
