import tinymce from 'tinymce5';
import 'tinymce5/icons/default';
import 'tinymce5/themes/silver';
import 'tinymce5/plugins/lists';
import 'tinymce5/plugins/table';
import 'tinymce5/skins/ui/oxide/skin.css';
import { startTinyMce } from './draft-tinymce.ts';

/** Without its paste plugin, a paste is the browser's own. */
window.editorPage = await startTinyMce(tinymce, 'lists table');
