import { sentenceAround } from '../../draft/draft.ts';
import { bilingual } from '../../language/language.ts';
import { isLeftAlone, mostFrequent, placesOf } from '../../phrases/spelling/common.ts';
import type { Knowledge, Source } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { isPreferred } from '../prose/preferred.ts';
import { changeTo } from '../quoted-words.ts';
import type { ParagraphContext, RuleFinding, RuleParagraph, Segmenter } from '../types.ts';
import { isMeasure } from './measure-words.ts';
import { isCoined, isFirm, isForeignName, isPerson, isTwoCountries } from './proper-names.ts';

/**
 * Two characters that form no word, between whole words, of which one is right and the other has the sound or shape
 * of that in a frequent word: 收入水品, 属地责壬. Pairs that correct texts contain are skipped. Offsets of the paragraph.
 */
export function strayFindings({ text, units }: RuleParagraph, context: ParagraphContext): RuleFinding[] {
  const { knowledge } = context;
  const { near } = knowledge.spellingTables.common;
  const findings: RuleFinding[] = [];
  const places = commonPlaces(knowledge);
  for (let at = 0; at + 1 < text.length; at++) {
    const first = units[at] as number;
    const second = units[at + 1] as number;
    if (!near.mayHave(first, second)) continue;
    const meant = wordMeant(first, second, knowledge, places);
    if (meant === null || isOwnName(text, at)) continue;
    // All of these findings need the segmenter.
    if (context.segmenter === undefined) {
      context.wantSegmenter();
      return findings;
    }
    if (!isStray(text, at, context.segmenter)) continue;
    const { word: right, source } = meant;
    if (!isPreferred(text, at, at + 2, right, context.prose)) continue;
    findings.push({
      rule: 'confusable-characters',
      level: 'warning',
      start: at,
      end: at + 2,
      message: bilingual(
        `此处疑有错字，通常写作“${right}”。`,
        `Probably a wrong character: usually written “${right}”.`,
      ),
      source,
      fixes: [{ label: changeTo(right), edits: [{ start: at, end: at + 2, text: right }] }],
    });
    at++;
  }
  return findings;
}

interface Places {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** Indexes of the frequent words of each character. */
const commonPlaces = byKnowledge(
  ({ spellingTables: { common } }): Places => ({
    first: placesOf(common.byFirst),
    second: placesOf(common.bySecond),
  }),
);

/** The frequent word that two characters most likely stand for, with its source; null if there is none. */
function wordMeant(
  first: number,
  second: number,
  { spellingTables: { common, likeness }, spellings }: Knowledge,
  places: Places,
): { readonly word: string; readonly source: Source } | null {
  if (isLeftAlone(first) || isLeftAlone(second) || common.seen.numberOf(first, second) !== 0) return null;
  const { isAlike } = likeness;
  const begun = mostFrequent(common.byFirst, common.firstRanks, places.first, first, second, isAlike);
  const ended = mostFrequent(common.bySecond, common.secondRanks, places.second, second, first, isAlike);
  const found = begun === null || (ended !== null && ended.rank < begun.rank) ? ended : begun;
  if (found === null) return null;
  const { rank, other } = found;
  const source = spellings[common.sources[rank] ?? -1]?.source;
  const units = found === begun ? [first, other] : [other, second];
  return source === undefined ? null : { word: String.fromCharCode(...units), source };
}

/** Whether two characters are a name, or occur twice in the paragraph: a slip is seldom repeated. */
function isOwnName(text: string, at: number): boolean {
  const pair = text.slice(at, at + 2);
  return (
    isMeasure(text, at) ||
    isPerson(text, at) ||
    isForeignName(text, at) ||
    isTwoCountries(text, at) ||
    isFirm(text, at) ||
    isCoined(text, at) ||
    text.indexOf(pair) !== text.lastIndexOf(pair)
  );
}

function isStray(text: string, at: number, segmenter: Segmenter): boolean {
  const sentence = sentenceAround(text, at, at + 2);
  return segmenter.isStray(text.slice(sentence.start, sentence.end), at - sentence.start);
}
