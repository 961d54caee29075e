import { signal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import { bilingual, type Words } from '../../../lib/language/language.ts';
import { mergeDrafts, sentenceOf } from '../../../lib/phrases/own/collection.ts';
import { type OwnDraft, ownLimits } from '../../../lib/phrases/own/phrase.ts';
import { PackRefusedError } from '../../../lib/phrases/own/refused.ts';
import { readFile } from './files.ts';
import { doing, phrases, take } from './own-state.ts';

export interface ImportPreview {
  /** The file's name, or that it was pasted. */
  readonly from: string;
  readonly drafts: readonly OwnDraft[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What cannot be taken: one sentence each, by row and column. */
  readonly faults: readonly Words[];
}

export const preview = signal<ImportPreview | null>(null);

/** Reads a file and previews the import. */
export async function openPreview(file: File, from = file.name): Promise<void> {
  preview.value = null;
  await doing(async () => {
    preview.value = { ...(await previewOf(file)), from };
    return '';
  });
}

/** Reads words that the author pasted, a phrase in each line, and previews the import. */
export function openPasted(words: string): Promise<void> {
  return openPreview(new File([words], 'pasted.txt'), say('粘贴的文字', 'Pasted text'));
}

async function previewOf(file: File): Promise<Omit<ImportPreview, 'from'>> {
  const read = await readFile(file);
  if ('other' in read)
    throw new PackRefusedError(
      bilingual(
        '这个文件不是提法列表；如果是单位发布的词库，请在下面“单位词库”处导入。',
        'This file is no list of phrases. A pack of your organisation is imported below.',
      ),
    );
  const { drafts } = read;
  if (drafts.length > ownLimits.phrases)
    throw new PackRefusedError(
      bilingual(
        `文件超过 ${ownLimits.phrases} 行，请拆分后再导入；单位的大词库请在“单位词库”处导入。`,
        `More than ${ownLimits.phrases} rows: please split the file, or import it as a pack of your organisation.`,
      ),
    );
  let next = 0;
  const nextId = () => `own-${++next}`;
  const merge = mergeDrafts(
    phrases.value ?? [],
    drafts.map(({ draft }) => draft),
    nextId,
  );
  const refused = new Map(
    merge.refused.map(({ index, fault }) => [index, sentenceOf(fault, drafts[index]?.row)]),
  );
  return {
    drafts: drafts.filter((_, i) => !refused.has(i)).map(({ draft }) => draft),
    added: merge.added,
    changed: merge.changed,
    unchanged: merge.unchanged,
    faults: [...read.faults, ...refused.values()],
  };
}

/** Imports what the preview shows. */
export async function takePreview(): Promise<void> {
  const shown = preview.value;
  if (shown === null) return;
  await doing(async () => {
    const { added, changed, refused } = await take(shown.drafts);
    preview.value = null;
    return [
      say(`已导入：新增 ${added} 条，更新 ${changed} 条。`, `Imported: ${added} new, ${changed} changed.`),
      ...refused,
    ].join('');
  });
}
