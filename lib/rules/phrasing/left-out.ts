import { overlaps } from '../../draft/overlaps.ts';
import type { IsoDate } from '../../draft/types.ts';
import { both } from '../../language.ts';
import type { Knowledge } from '../../phrases/types.ts';
import { Beginnings } from '../beginnings.ts';
import { byKnowledge } from '../by-knowledge.ts';
import type { RuleFinding } from '../types.ts';
import { inMarks } from '../words.ts';
import { type Letters, lettersIn, lettersOf } from './letters.ts';
import { isInForce, type StandingWording, standingWordings } from './standing-wordings.ts';

/** With fewer members the rest is often a sentence of its own: 经济、政治、社会建设. */
const fewestMembers = 5;

/** Who breaks some of the rules need not break all: 违反政治纪律、组织纪律、廉洁纪律、工作纪律和生活纪律. */
const breached = /(?:违反|违背|触犯)了?(?:党的)?[“‘《（]*$/u;

interface Lacking {
  readonly wording: StandingWording;
  /** The member left out. */
  readonly member: string;
  /** The letters of all others. */
  readonly letters: string;
}

/**
 * Official lists in which one member of the middle is left out, all others standing in their order from the first to the
 * last: who names the first and the last means the whole. A list that goes on after its last member, or in 等, claims
 * nothing. Offsets of the paragraph.
 */
export function leftOutFindings(text: string, knowledge: Knowledge, date: IsoDate): RuleFinding[] {
  const beginnings = indexOf(knowledge);
  const letters = lettersOf(text);
  const { units, length } = letters;
  const findings: RuleFinding[] = [];
  for (let at = 0; at + 2 < length; at++) {
    const lists = beginnings.at(units[at] as number, units[at + 1] as number, units[at + 2] as number);
    if (lists === undefined) continue;
    for (const lacking of lists) {
      if (!letters.text.startsWith(lacking.letters, at) || !isInForce(lacking.wording, date)) continue;
      const finding = findingOf(text, letters, at, lacking);
      if (finding !== null && !findings.some((other) => overlaps(finding, other))) findings.push(finding);
    }
  }
  return findings;
}

const indexOf = byKnowledge((knowledge) => {
  const all: Lacking[] = [];
  const isOthers = othersHolding(knowledge);
  for (const wording of standingWordings(knowledge)) {
    const { members } = wording;
    if (members.length < fewestMembers || members.some((member) => member.length < 2)) continue;
    for (const member of members.slice(1, -1)) {
      const letters = lettersIn(members.filter((one) => one !== member).join(''));
      // Another set phrase has just these members: 传播力、引导力、影响力 beside the four.
      if (!isOthers(letters, wording.letters)) all.push({ wording, member, letters });
    }
  }
  return new Beginnings(all, ({ letters }) => letters);
});

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

function findingOf(text: string, letters: Letters, at: number, lacking: Lacking): RuleFinding | null {
  const start = letters.places[at] ?? 0;
  const end = (letters.places[at + lacking.letters.length - 1] ?? 0) + 1;
  if (/^[”’》）]?(?:等|[、和与及]|以及)/u.test(text.slice(end))) return null;
  if (/[、和与及]$/u.test(text.slice(0, start).replace(/[“‘《（]+$/u, ''))) return null;
  if (breached.test(text.slice(Math.max(0, start - 8), start))) return null;
  const { members, text: right, source, entry } = lacking.wording;
  const written = text.slice(start, end);
  const marks = new Set(written.match(/[、，；]/gu) ?? []);
  if (marks.size !== 1) return null;
  const [mark = '、'] = marks;
  const name = entry?.name ?? right;
  const whole = members.join(mark);
  return {
    rule: 'standard-phrasing',
    level: 'warning',
    start,
    end,
    message: both(
      `${inMarks(name)}此处少了“${lacking.member}”。`,
      `${inMarks(name)} lacks “${lacking.member}” here.`,
    ),
    source,
    fixes: [{ label: both('补全各项', 'Complete the list'), edits: [{ start, end, text: whole }] }],
  };
}
