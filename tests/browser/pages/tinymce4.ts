import tinymce from 'tinymce4';
import 'tinymce4/themes/modern';
import 'tinymce4/plugins/lists';
import 'tinymce4/plugins/table';
import { startTinyMce } from './draft-tinymce.ts';

// What its skin does, which is made of files: shows it, and has its panels over the page.
const style = document.createElement('style');
style.textContent = '.mce-tinymce { visibility: visible !important } .mce-floatpanel { position: absolute }';
document.head.append(style);
window.editorPage = await startTinyMce(tinymce, 'lists table');
