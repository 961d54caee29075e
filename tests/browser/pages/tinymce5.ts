import tinymce from 'tinymce5';
import 'tinymce5/icons/default';
import 'tinymce5/themes/silver';
import 'tinymce5/plugins/lists';
import 'tinymce5/plugins/table';
import 'tinymce5/plugins/paste';
import 'tinymce5/skins/ui/oxide/skin.css';
import { startTinyMce } from './draft-tinymce.ts';

window.editorPage = await startTinyMce(tinymce, 'lists table paste');
