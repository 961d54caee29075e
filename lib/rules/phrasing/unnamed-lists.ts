import type { Knowledge, SetPhraseEntry } from '../../phrases/types.ts';

/** A run of an entry's members, all of them, in an order that is not the official one. Offsets of the text. */
export interface Shuffled {
  readonly entry: SetPhraseEntry;
  readonly start: number;
  readonly end: number;
}

interface Member {
  readonly entry: SetPhraseEntry;
  readonly index: number;
  readonly text: string;
}

/** Members by the two characters they begin with: a list is read only where one of them begins. */
const startsByKnowledge = new WeakMap<Knowledge, Map<string, Member[]>>();

function startsOf(knowledge: Knowledge, judged: (entry: SetPhraseEntry) => boolean): Map<string, Member[]> {
  let starts = startsByKnowledge.get(knowledge);
  if (starts !== undefined) return starts;
  starts = new Map();
  for (const entry of knowledge.entries) {
    if (entry.kind !== 'set-phrase' || !judged(entry) || !tellsItself(entry)) continue;
    for (const [index, text] of entry.members.entries()) {
      const key = text.slice(0, 2);
      starts.set(key, [...(starts.get(key) ?? []), { entry, index, text }]);
    }
  }
  startsByKnowledge.set(knowledge, starts);
  return starts;
}

/** Four short words or three long ones are no chance company: 医疗、医保、医药 may stand together in any order. */
function tellsItself({ members }: SetPhraseEntry): boolean {
  return members.length >= 4
    ? members.every((member) => member.length >= 3)
    : members.length === 3 && members.every((member) => member.length >= 4);
}

/**
 * Lists that hold every member of a set phrase, side by side, in another order, though the phrase is not named.
 * @param judged whether an entry's order is fixed and attested, dates aside
 */
export function shuffledLists(
  text: string,
  knowledge: Knowledge,
  judged: (entry: SetPhraseEntry) => boolean,
): Shuffled[] {
  const found: Shuffled[] = [];
  const starts = startsOf(knowledge, judged);
  let end = 0;
  for (let mark = text.indexOf('、'); mark >= 0; mark = text.indexOf('、', mark + 1)) {
    if (mark < end) continue;
    // The second member stands behind the first mark; the first one is looked for before it.
    for (const member of starts.get(text.slice(mark + 1, mark + 3)) ?? []) {
      const list = listAround(text, mark, member);
      if (list === null) continue;
      found.push(list);
      end = list.end;
      break;
    }
  }
  return found;
}

function listAround(text: string, mark: number, second: Member): Shuffled | null {
  const { entry } = second;
  const { members } = entry;
  const first = members.findIndex((member) => text.endsWith(member, mark));
  if (first < 0) return null;
  const order = [first];
  let at = mark;
  while (order.length < members.length) {
    const glue = text.charAt(at);
    if (glue !== '、' && glue !== '和') return null;
    const next = members.findIndex((member) => text.startsWith(member, at + 1));
    if (next < 0 || order.includes(next)) return null;
    order.push(next);
    at += 1 + (members[next]?.length ?? 0);
  }
  if (order.every((index, place) => index === place)) return null;
  return { entry, start: mark - (members[first]?.length ?? 0), end: at };
}
