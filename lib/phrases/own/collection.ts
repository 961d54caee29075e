import * as v from 'valibot';
import { isRecord } from '../../common/is-record.ts';
import { bilingual, type Words } from '../../language/language.ts';
import {
  isOwnFault,
  type OwnDraft,
  type OwnFault,
  type OwnPhrase,
  ownColumns,
  ownLimits,
  ownPhraseSchema,
  readDraft,
  shown,
} from './phrase.ts';

/** The result of adding drafts to a collection. */
export interface Merge {
  readonly phrases: readonly OwnPhrase[];
  readonly added: number;
  readonly changed: number;
  /** Drafts that are in the collection already. */
  readonly unchanged: number;
  /** Drafts that were refused, by their index, and why. */
  readonly refused: readonly { readonly index: number; readonly fault: OwnFault }[];
}

/** Reads the stored record; unreadable phrases are left out and counted. Throws nothing. */
export function readCollection(stored: unknown): { phrases: OwnPhrase[]; broken: number } {
  const list: unknown = isRecord(stored) ? stored.phrases : undefined;
  if (!Array.isArray(list)) return { phrases: [], broken: 0 };
  const phrases: OwnPhrase[] = [];
  const ids = new Set<string>();
  for (const item of list) {
    const read = v.safeParse(ownPhraseSchema, item);
    if (!read.success || ids.has(read.output.id)) continue;
    ids.add(read.output.id);
    phrases.push(read.output);
  }
  return { phrases, broken: list.length - phrases.length };
}

/** The record that readCollection reads. */
export function writeCollection(phrases: readonly OwnPhrase[]): { format: 1; phrases: readonly OwnPhrase[] } {
  return { format: 1, phrases };
}

/**
 * Adds drafts to a collection. A draft with the id of a phrase changes it; one without id changes the phrase of the
 * same wording, else it is added at the front. A draft that is faulty or contradicts another phrase is refused.
 */
export function mergeDrafts(
  phrases: readonly OwnPhrase[],
  drafts: readonly OwnDraft[],
  newId: () => string,
): Merge {
  const byId = new Map(phrases.map((phrase) => [phrase.id, phrase]));
  const idOfName = new Map(phrases.map(({ name, id }) => [name, id]));
  const formOwners = new Map(
    phrases.flatMap(({ wrong, name }) => wrong.map((form) => [form, name] as const)),
  );
  const fresh: OwnPhrase[] = [];
  const refused: { index: number; fault: OwnFault }[] = [];
  let [changed, unchanged] = [0, 0];
  drafts.forEach((draft, index) => {
    const read = readDraft(draft, () => unused(byId, newId));
    const fault = isOwnFault(read) ? read : contradiction(read, idOfName, formOwners);
    if (fault !== undefined) {
      refused.push({ index, fault });
      return;
    }
    const phrase = read as OwnPhrase;
    const id = draft.id !== undefined && byId.has(draft.id) ? draft.id : idOfName.get(phrase.name);
    const taken = id === undefined ? phrase : { ...phrase, id };
    const before = byId.get(taken.id);
    if (before === undefined) {
      if (byId.size >= ownLimits.phrases) {
        refused.push({
          index,
          fault: {
            field: 'name',
            what: bilingual(
              `已满 ${ownLimits.phrases} 条，没有再加入`,
              `the limit of ${ownLimits.phrases} phrases is reached`,
            ),
          },
        });
        return;
      }
      fresh.push(taken);
    } else if (isSame(before, taken)) unchanged++;
    else changed++;
    if (before !== undefined) {
      idOfName.delete(before.name);
      for (const form of before.wrong) formOwners.delete(form);
    }
    byId.set(taken.id, taken);
    idOfName.set(taken.name, taken.id);
    for (const form of taken.wrong) formOwners.set(form, taken.name);
  });
  const kept = phrases.map((phrase) => byId.get(phrase.id) ?? phrase);
  const added = fresh.map((phrase) => byId.get(phrase.id) ?? phrase);
  return { phrases: [...added, ...kept], added: added.length, changed, unchanged, refused };
}

/** One sentence for the author: the row, if any, the column, and what is wrong. */
export function sentenceOf({ field, what }: OwnFault, row?: number): Words {
  const column = `“${ownColumns[field]}”`;
  const place =
    row === undefined
      ? bilingual(column, column)
      : bilingual(`第 ${row} 行${column}一列`, `row ${row}, column ${column}`);
  return bilingual(`${place.zh}：${what.zh}。`, `${place.en}: ${what.en}.`);
}

/** Phrases whose wording, wrong forms, note, source or topic contain a query, without its blanks. */
export function filterPhrases(phrases: readonly OwnPhrase[], typed: string): OwnPhrase[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...phrases];
  return phrases.filter(({ name, wrong, note = '', source = '', topic = '' }) =>
    [name, ...wrong, note, source, topic].some((words) => words.toLowerCase().includes(wanted)),
  );
}

/** Whether one phrase calls wrong what another calls right. */
function contradiction(
  phrase: OwnPhrase,
  idOfName: ReadonlyMap<string, string>,
  formOwners: ReadonlyMap<string, string>,
): OwnFault | undefined {
  const right = phrase.wrong.find((form) => {
    const id = idOfName.get(form);
    return id !== undefined && id !== phrase.id;
  });
  if (right !== undefined)
    return {
      field: 'wrong',
      what: bilingual(
        `${shown(right)}已是另一条的规范表述`,
        `${shown(right)} is the right wording of another phrase`,
      ),
    };
  const owner = formOwners.get(phrase.name);
  if (owner === undefined) return undefined;
  return {
    field: 'name',
    what: bilingual(
      `${shown(phrase.name)}已列为${shown(owner)}的误写`,
      `${shown(phrase.name)} is a wrong form of ${shown(owner)}`,
    ),
  };
}

function isSame(a: OwnPhrase, b: OwnPhrase): boolean {
  return (
    a.name === b.name &&
    a.level === b.level &&
    a.note === b.note &&
    a.source === b.source &&
    a.topic === b.topic &&
    a.wrong.join('\n') === b.wrong.join('\n')
  );
}

function unused(taken: ReadonlyMap<string, OwnPhrase>, newId: () => string): string {
  let id = newId();
  while (taken.has(id)) id = newId();
  return id;
}
