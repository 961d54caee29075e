import { language, say } from '../../../components/say.ts';
import { reasonOf } from '../../../lib/checking/reasons.ts';
import type { WriteOptions } from '../../../lib/docx/open.ts';
import { originOf } from '../../../lib/draft/changes.ts';
import { bilingual } from '../../../lib/language/language.ts';
import type { Finding } from '../../../lib/rules/types.ts';
import { encodeText } from '../../../lib/text-file/encodings.ts';
import { editedRaw } from '../../../lib/text-file/line-ends.ts';
import { download } from '../../surface/download.ts';
import { writeDocx } from './docx-work.ts';
import type { Sheet } from './sheet.ts';
import { UnusableFileError } from './unusable-file.ts';

/** How a draft is written to a file. */
export interface GiveBack {
  readonly manner: WriteOptions['manner'];
  /** Findings without a fix, to be written as comments. */
  readonly unfixed: readonly Finding[];
}

export interface Written {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A sentence for the author about the file. */
  readonly note?: string;
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The file of a sheet with its changes. Throws UnusableFileError, or the signal's reason. */
export async function fileOf(
  sheet: Sheet,
  { manner, unfixed }: GiveBack,
  signal: AbortSignal,
): Promise<Written> {
  const { source, changes, name } = sheet;
  if (source.kind === 'docx' && source.bytes !== null) {
    const remarks = unfixed.map((finding) => ({
      ...originOf(changes, finding),
      sentence: adviceOf(finding),
    }));
    const bytes = await writeDocx(
      source.bytes,
      changes,
      { manner, remarks, at: new Date(), language: language.value },
      signal,
    );
    if (bytes === null) {
      throw new UnusableFileError(
        bilingual(
          '您增删了段落或换行，.docx 里只能改一行之内的文字。请恢复后再存，或复制改后文字。',
          'Paragraphs or line breaks were added or removed; a .docx can only have words within lines changed. Restore them, or copy the text.',
        ),
      );
    }
    return { name: renamed(name, manner === 'tracked' ? say('修订', 'tracked') : revised()), bytes };
  }
  if (source.kind === 'text') {
    const text = editedRaw(source.raw, changes);
    const bytes = encodeText(text, source.encoding);
    if (bytes !== null) return { name: renamed(name, revised()), bytes };
    return {
      name: renamed(name, revised()),
      bytes: new TextEncoder().encode(text),
      note: say(
        '有的字原编码 GB 18030 写不出来，已改用 UTF-8 保存。',
        'GB 18030 cannot write some of the characters; the file is saved as UTF-8.',
      ),
    };
  }
  return {
    name: renamed(`${name.replace(/\.docx$/iu, '') || say('文稿', 'draft')}.txt`, revised()),
    bytes: new TextEncoder().encode(sheet.text),
  };
}

/** The message and suggestions of a finding, as a comment. */
function adviceOf(finding: Finding): string {
  const advice = finding.fixes.map(({ label }) => label.replace(/[。.]$/u, '')).join(say('；', '; '));
  if (advice === '') return reasonOf(finding, say);
  return reasonOf(finding, say) + say(`建议：${advice}。`, ` Suggested: ${advice}.`);
}

function revised(): string {
  return say('改后', 'revised');
}

function renamed(name: string, what: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  return `${stem}${say(`（${what}）`, ` (${what})`)}${ending}`;
}

/** Downloads a written file. */
export function downloadWritten({ name, bytes }: Written): void {
  download(name, new Blob([bytes], { type: name.endsWith('.docx') ? docxType : 'application/octet-stream' }));
}
