import type { Knowledge } from '../../phrases/types.ts';
import { Beginnings } from '../beginnings.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { lettersIn, lettersOf, standsAt } from './letters.ts';
import { type StandingWording, standingWordings } from './standing-wordings.ts';

/** With fewer members the rest is often a sentence of its own: 经济、政治、社会建设. */
const fewestMembers = 5;

/** Half of a wording: a slip in the other one leaves it whole. */
export interface Half {
  readonly wording: StandingWording;
  /** True for the first half of the wording. */
  readonly head: boolean;
  readonly text: string;
  /** The other half. */
  readonly other: string;
}

/** A list without one of its members. */
export interface Lacking {
  readonly wording: StandingWording;
  /** The member left out. */
  readonly member: string;
  /** The letters of all others. */
  readonly text: string;
}

/** Something that stands whole in a paragraph, and the letter at which it begins. */
export interface Begun<T> {
  readonly at: number;
  readonly begun: T;
}

export interface AllBegun {
  readonly halves: readonly Begun<Half>[];
  readonly lists: readonly Begun<Lacking>[];
}

/** The paragraph read last: both are asked for one after the other. */
let last: { readonly text: string; readonly knowledge: Knowledge; readonly all: AllBegun } | undefined;

/** The halves of wordings and the lists with a gap that stand in a paragraph, in order of place. */
export function begunIn(text: string, knowledge: Knowledge): AllBegun {
  if (last?.text !== text || last.knowledge !== knowledge)
    last = { text, knowledge, all: read(text, knowledge) };
  return last.all;
}

function read(text: string, knowledge: Knowledge): AllBegun {
  const beginnings = indexOf(knowledge);
  const letters = lettersOf(text);
  const { units, length } = letters;
  const halves: Begun<Half>[] = [];
  const lists: Begun<Lacking>[] = [];
  for (let at = 0; at + 2 < length; at++) {
    const begun = beginnings.at(units[at] as number, units[at + 1] as number, units[at + 2] as number);
    if (begun === undefined) continue;
    for (const one of begun) {
      if (!standsAt(letters, one.text, at)) continue;
      if ('other' in one) halves.push({ at, begun: one });
      else lists.push({ at, begun: one });
    }
  }
  return { halves, lists };
}

const indexOf = byKnowledge(
  (knowledge) =>
    new Beginnings<Half | Lacking>([...halvesOf(knowledge), ...lackingOf(knowledge)], ({ text }) => text),
);

function halvesOf(knowledge: Knowledge): Half[] {
  return standingWordings(knowledge).flatMap((wording): Half[] => {
    const middle = wording.letters.length >> 1;
    const [first, second] = [wording.letters.slice(0, middle), wording.letters.slice(middle)];
    return [
      { wording, head: true, text: first, other: second },
      { wording, head: false, text: second, other: first },
    ];
  });
}

function lackingOf(knowledge: Knowledge): Lacking[] {
  const all: Lacking[] = [];
  const isOthers = othersHolding(knowledge);
  for (const wording of standingWordings(knowledge)) {
    const { members } = wording;
    if (members.length < fewestMembers || members.some((member) => member.length < 2)) continue;
    for (const member of members.slice(1, -1)) {
      const letters = lettersIn(members.filter((one) => one !== member).join(''));
      // Another set phrase has just these members: 传播力、引导力、影响力 beside the four.
      if (!isOthers(letters, wording.letters)) all.push({ wording, member, text: letters });
    }
  }
  return all;
}

/** Tells whether letters stand in the members of a set phrase, one with these letters aside. */
function othersHolding(knowledge: Knowledge): (letters: string, aside: string) => boolean {
  // All in one string, a blank around each: it is searched in one go, and no letters have blanks.
  let whole = ' ';
  for (const entry of knowledge.entries)
    if (entry.kind === 'set-phrase') whole += `${lettersIn(entry.members.join(''))} `;
  return (letters, aside) => {
    for (let at = whole.indexOf(letters); at >= 0; at = whole.indexOf(letters, at + 1)) {
      const start = whole.lastIndexOf(' ', at) + 1;
      if (whole.slice(start, whole.indexOf(' ', at)) !== aside) return true;
    }
    return false;
  };
}
