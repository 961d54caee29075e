import type { Pack } from '../lib/phrases/pack.ts';
import type { WrongForm } from '../lib/phrases/types.ts';
import { quoteVariants } from '../lib/phrases/wording.ts';

/** Two contradictory entries, or parts of one. */
export interface Contradiction {
  readonly file: string;
  /** Id of the entry, without its kind. */
  readonly entry: string;
  readonly message: string;
}

/**
 * Finds contradictions between packs: ids and wrong forms that occur twice, wrong forms within a right wording
 * without an exception for it, and replacements that are wrong themselves.
 */
export function crossCheck(packs: readonly Pack[]): Contradiction[] {
  const found: Contradiction[] = [];
  const ids = new Map<string, string>();
  const wrongs: { file: string; entry: string; text: string; right: string; except: readonly string[] }[] =
    [];
  const rights: { text: string; entry: string }[] = [];
  for (const { file, entries, series } of packs) {
    for (const { id, item } of [
      ...entries.map((one) => ({ id: one.id, item: one.id.slice(one.kind.length + 1) })),
      ...series.map((one) => ({ id: `series/${one.id}`, item: one.id })),
    ]) {
      const first = ids.get(id);
      if (first !== undefined) found.push({ file, entry: item, message: `编号与 ${first} 中的一条重复。` });
      else ids.set(id, file);
    }
    for (const entry of entries) {
      const entryName = entry.id.slice(entry.kind.length + 1);
      const others = 'aliases' in entry ? [...entry.aliases, ...entry.members] : [];
      for (const wording of [entry.name, ...others]) {
        for (const text of new Set([wording, ...quoteVariants(wording)]))
          rights.push({ text, entry: entryName });
      }
      for (const { right } of entry.wrong) rights.push({ text: right, entry: entryName });
      for (const wrong of entry.wrong.filter(isWrongAnywhere)) {
        wrongs.push({
          file,
          entry: entryName,
          text: wrong.text,
          right: wrong.right,
          except: wrong.except ?? [],
        });
      }
    }
    for (const { name, forms } of series.flatMap((one) => one.members))
      rights.push(...[name, ...forms].map((text) => ({ text, entry: name })));
  }
  const seen = new Map<string, string>();
  for (const { file, entry, text, except } of wrongs) {
    const first = seen.get(text);
    if (first !== undefined) found.push({ file, entry, message: `误写“${text}”在条目“${first}”里已有。` });
    else seen.set(text, entry);
    const reported = new Set<string>();
    for (const right of rights) {
      if (!right.text.includes(text) || reported.has(right.text)) continue;
      if (except.some((wording) => coversAll(right.text, text, wording))) continue;
      reported.add(right.text);
      const of = right.entry === entry ? '本条' : `条目“${right.entry}”`;
      found.push({
        file,
        entry,
        message: `误写“${text}”出现在${of}的规范表述“${right.text}”里，需要写 except。`,
      });
    }
  }
  return found;
}

/** False for a word that is right elsewhere: it contradicts nothing. */
function isWrongAnywhere(wrong: WrongForm): boolean {
  return !('beside' in wrong);
}

/** Whether every occurrence of a wrong form in a right wording lies inside the excepted words. */
function coversAll(right: string, wrong: string, except: string): boolean {
  for (let at = right.indexOf(wrong); at !== -1; at = right.indexOf(wrong, at + 1)) {
    let covered = false;
    for (let from = right.indexOf(except); from !== -1; from = right.indexOf(except, from + 1)) {
      if (from <= at && from + except.length >= at + wrong.length) covered = true;
    }
    if (!covered) return false;
  }
  return true;
}
