import type { Knowledge } from '../../phrases/types.ts';
import { Beginnings } from '../beginnings.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { type BareText, bare, standsAt } from './bare-text.ts';
import { type StandingWording, standingWordings } from './standing-wordings.ts';

/** With fewer members, the rest is often another sentence: 经济、政治、社会建设. */
const fewestMembers = 5;

/** So many code units an item is found by. */
const fewestFound = 3;

/** Half of a wording: a slip in the other half leaves this one whole. */
export interface Half {
  readonly wording: StandingWording;
  /** True for the first half. */
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
  /** All others, bare. */
  readonly text: string;
}

/** An item that stands whole in a paragraph, and the place in the bare text where it begins. */
export interface Begun<T> {
  readonly at: number;
  readonly begun: T;
}

export interface AllBegun {
  readonly halves: readonly Begun<Half>[];
  readonly lists: readonly Begun<Lacking>[];
}

/** The halves of wordings and the incomplete lists in a paragraph, in order of place. */
export function begunIn(paragraph: BareText, knowledge: Knowledge): AllBegun {
  const beginnings = indexOf(knowledge);
  const { units, length } = paragraph;
  const halves: Begun<Half>[] = [];
  const lists: Begun<Lacking>[] = [];
  for (let at = 0; at + 2 < length; at++) {
    const begun = beginnings.at(units[at] as number, units[at + 1] as number, units[at + 2] as number);
    if (begun === undefined) continue;
    for (const one of begun) {
      if (!standsAt(paragraph, one.text, at)) continue;
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
    const { bare: whole } = wording;
    const middle = Math.max(fewestFound, whole.length >> 1);
    // The halves of five characters share the one in the middle.
    const behind = Math.min(middle, whole.length - fewestFound);
    return [
      { wording, head: true, text: whole.slice(0, middle), other: whole.slice(middle) },
      { wording, head: false, text: whole.slice(behind), other: whole.slice(0, behind) },
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
      const text = bare(members.filter((one) => one !== member).join(''));
      // Another set phrase has just these members: 传播力、引导力、影响力 beside the four.
      if (!isOthers(text, wording.bare)) all.push({ wording, member, text });
    }
  }
  return all;
}

/** Returns a test of whether a bare text is within the members of a set phrase other than `aside`. */
function othersHolding(knowledge: Knowledge): (text: string, aside: string) => boolean {
  // Joined with blanks, which no bare text contains, so that one search suffices.
  let whole = ' ';
  for (const entry of knowledge.entries)
    if (entry.kind === 'set-phrase') whole += `${bare(entry.members.join(''))} `;
  return (text, aside) => {
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
      const start = whole.lastIndexOf(' ', at) + 1;
      if (whole.slice(start, whole.indexOf(' ', at)) !== aside) return true;
    }
    return false;
  };
}
