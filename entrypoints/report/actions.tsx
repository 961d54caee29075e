import { useSignal } from '@preact/signals';
import { say } from '../../components/say.ts';
import { type TableDocument, tableDocx } from '../../lib/docx/table-document.ts';
import { download } from '../surface/download.ts';
import { asHtml } from './as-html.ts';
import { asText } from './as-text.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Props {
  readonly document: TableDocument;
  /** What the draft is called. */
  readonly name: string;
}

/** What can be done with a report: copied, printed, saved. Not printed itself. */
export function Actions({ document, name }: Props) {
  const outcome = useSignal('');
  const copy = async (): Promise<void> => {
    outcome.value = (await copied(document))
      ? say('已复制，可粘贴到 Word、WPS 或邮件里。', 'Copied. Paste it into Word, WPS or a mail.')
      : say('没有复制成，请改用“存为 .docx”。', 'Not copied. Please save it as .docx instead.');
  };
  const save = (): void => {
    const file = `${say('核对单', 'Check report')}${nameOfFile(name)}.docx`;
    download(file, new Blob([tableDocx(document)], { type: docxType }));
    outcome.value = say(`已下载“${file}”。`, `Downloaded “${file}”.`);
  };
  return (
    <div class="actions row wrap">
      <button type="button" class="button main" onClick={() => void copy()}>
        {say('复制', 'Copy')}
      </button>
      <button type="button" class="button" onClick={() => window.print()}>
        {say('打印', 'Print')}
      </button>
      <button type="button" class="button" onClick={save}>
        {say('存为 .docx', 'Save as .docx')}
      </button>
      <p class="soft" role="status">
        {outcome.value}
      </p>
    </div>
  );
}

/** Copies a document as text and as tables. False if the browser refuses. */
async function copied(document: TableDocument): Promise<boolean> {
  const forms = { 'text/plain': asText(document), 'text/html': asHtml(document) };
  const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

/** A draft's name in that of its file, without what file systems refuse; '' if nothing is left. */
function nameOfFile(name: string): string {
  const usable = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 40);
  return usable === '' ? '' : say(`（${usable}）`, ` (${usable})`);
}
