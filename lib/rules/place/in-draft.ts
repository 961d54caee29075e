import type { Draft } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import { isCommonWord } from '../../phrases/spelling/common.ts';
import type { Knowledge } from '../../phrases/types.ts';
import { changeTo } from '../quoted-words.ts';
import type { RuleFinding } from '../types.ts';
import { peers } from './names.ts';
import { isToldAsOther, type PlaceInRole, placesInRole, praisesOf } from './own-role.ts';

/** So often a place is named before it is the draft's own. */
const majority = 3;
/** A draft of a city speaks of its counties by turns. */
const ofCity = /全市|我市|各县|县区|县（|区县/u;

/**
 * Another place of the same level that the draft presents as the speaker's own: with the author's place set, each; without
 * it, one that is named once against a majority. A place that a sentence learns from, visits or thanks is another one
 * everywhere. Offsets of the draft.
 * @param place the author's place; '' if none is set
 */
export function placesInDraft(
  draft: Draft,
  place: string,
  knowledge: Knowledge,
  isQuoted: (text: string, at: number) => boolean,
): RuleFinding[] {
  const { common } = knowledge.spellingTables;
  const isWord = (word: string) => isCommonWord(common, word.charCodeAt(0), word.charCodeAt(1));
  const found = draft.paragraphs.flatMap(({ text, start }) =>
    placesInRole(text, (at) => isQuoted(text, at), isWord).map((one) => ({
      ...one,
      start: one.start + start,
      end: one.end + start,
    })),
  );
  const named = found.filter((one) => !one.isOrgan || one.isIntroduced || isRepeated(one, draft.text));
  if (named.length === 0) return [];
  const own = place === '' ? majorityOf(named, draft.text) : place;
  if (own === null) return [];
  const strangers = named
    .filter((one) => isStranger(one, own))
    .filter(({ name, level }) => !isToldAsOther(draft.text, name + level));
  const said = place === '' ? byMajority(own) : bySetting(own);
  return [
    ...strangers.map((one) => leader(one, own, said)),
    ...praises(draft.text, new Set(strangers.map(({ name }) => name)), own, said),
  ];
}

/** 落实县委决定 names no place; a name is written more than once in a draft, or praised (平安青山). */
function isRepeated({ name, level }: PlaceInRole, text: string): boolean {
  const whole = name + level;
  return text.indexOf(whole) !== text.lastIndexOf(whole) || praisesOf(text, name).length > 0;
}

function isPeer(level: string, own: string): boolean {
  return peers.some((group) => group.includes(level) && group.includes(own.at(-1) ?? ''));
}

/** 江州市云溪县 and 云溪县 are one place. */
function isStranger({ name, level }: PlaceInRole, own: string): boolean {
  const ownName = own.slice(0, -1);
  return isPeer(level, own) && !ownName.endsWith(name) && !name.endsWith(ownName);
}

/** The place of a draft that no setting names, in any role or none; null unless exactly one other is named, and once. */
function majorityOf(found: readonly PlaceInRole[], text: string): string | null {
  if (ofCity.test(text)) return null;
  const names = new Set(found.map(({ name, level }) => name + level));
  const counts = new Map(Array.from(names, (name) => [name, text.split(name).length - 1]));
  const [first, second, ...others] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || second === undefined || others.length > 0) return null;
  const [own, often] = first;
  return often >= majority && second[1] === 1 && isPeer(second[0].at(-1) ?? '', own) ? own : null;
}

type Said = (written: string) => Words;

function bySetting(own: string): Said {
  return (written) =>
    bilingual(
      `“我的地方”是${own}，此处写的是${written}，像是别处稿件留下的。`,
      `“My place” is ${own}; ${written} seems to be left over from another draft.`,
    );
}

function byMajority(own: string): Said {
  return (written) =>
    bilingual(
      `全稿说的是${own}，此处写的是${written}，像是别处稿件留下的。`,
      `The draft speaks of ${own}; ${written} seems to be left over from another draft.`,
    );
}

function leader({ name, level, start, end, isCertain }: PlaceInRole, own: string, said: Said): RuleFinding {
  const whole = { start, end: end + level.length };
  return {
    rule: 'place-consistency',
    level: 'warning',
    ...whole,
    message: said(name + level),
    fixes: isCertain ? [{ label: changeTo(own), edits: [{ ...whole, text: own }] }] : [],
  };
}

function praises(text: string, names: ReadonlySet<string>, own: string, said: Said): RuleFinding[] {
  const ownName = own.slice(0, -1);
  return [...names].flatMap((name) =>
    praisesOf(text, name).map(({ start, end, nameStart }) => {
      const written = text.slice(start, end);
      const right = text.slice(start, nameStart) + ownName;
      return {
        rule: 'place-consistency',
        level: 'warning',
        start,
        end,
        message: said(written),
        fixes: [{ label: changeTo(right), edits: [{ start: nameStart, end, text: ownName }] }],
      } satisfies RuleFinding;
    }),
  );
}
