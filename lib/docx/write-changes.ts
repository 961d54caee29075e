import type { Document, Element } from '@xmldom/xmldom';
import type { Change } from '../draft/changes.ts';
import type { Span } from '../draft/types.ts';
import { bilingual, type Language, type Words } from '../language/language.ts';
import { comment, openComments, withComments } from './comments.ts';
import { type Container, containerOf, madePlainly } from './containers.ts';
import { openBoundData } from './data-binding.ts';
import { type Line, type Look, readLines } from './document-lines.ts';
import { readFields } from './fields.ts';
import { openGaps } from './gaps.ts';
import type { Parts } from './parts.ts';
import { type GapAt, lineAt, piecesIn, runsIn } from './place.ts';
import { editPlainly } from './plain-edits.ts';
import { idsOf, runOf, splitRuns } from './runs.ts';
import { followTwins, twinBoxes } from './text-boxes.ts';
import { editTracked, type Reviser, revisers } from './tracked-edits.ts';
import { xmlBytes } from './xml.ts';

/** A sentence about a span of the document's text, to be written as a comment. */
export interface Remark extends Span {
  readonly sentence: string;
}

export interface WriteOptions {
  /** As tracked changes, each with its reasons as a comment; or as plain edits. */
  readonly manner: 'tracked' | 'plain';
  readonly remarks?: readonly Remark[];
  readonly at: Date;
  /** The language of what is said in comments beside the reasons; Chinese by default. */
  readonly language?: Language;
}

/** The author of revisions and comments. */
const author = '稿准';

/** An open package, with its main part parsed anew. */
export interface Writing {
  readonly parts: Parts;
  readonly main: string;
  readonly document: Document;
  readonly look: Look;
}

/** The parts of a package after changes of its text, each within a line; with comments for the remarks. */
export function writeChanges(
  { parts, main, document, look }: Writing,
  changes: readonly Change[],
  { manner, remarks = [], at, language = 'zh' }: WriteOptions,
): Parts {
  const root = document.documentElement;
  if (root === null) return parts;
  const by: Reviser = { author, date: wordTime(at) };
  const nextBy = revisers(by, { author, date: wordTime(new Date(at.getTime() - 120_000)) });
  const comments = openComments(parts, main, root);
  const nextId = idsOf([document, comments.document]);
  const twins = twinBoxes(document);
  splitRuns(readLines(document, look).lines, [...changes, ...remarks], nextId);
  const { lines } = readLines(document, look);
  const fields = readFields(document);
  const data = openBoundData(parts, main, lines);
  // Beside a control or a field, new words stand outside, where a revision can show them.
  const gapAt = openGaps(
    fields,
    (run) => containerOf(run, fields) === null && data.bindingOf(run) === 'free',
  );
  const note = { comments, by, nextId, fields };
  // Before any change: deleted words are no longer part of the text.
  const noted = remarks.flatMap((remark) => remarked(lines, remark) ?? []);
  for (const change of changes) {
    const { runs, places } = placesOf(lines, change, gapAt);
    const [first = null, last = null] = [runs[0], runs.at(-1)];
    const say = (sentences: readonly Words[], ofRuns = { first, last }): void => {
      const all = [...change.reasons, ...sentences.map((sentence) => sentence[language])];
      if (ofRuns.first !== null && ofRuns.last !== null && all.length > 0)
        comment(note, { first: ofRuns.first, last: ofRuns.last }, all);
    };
    if (places.some((place) => data.bindingOf(place) === 'refused')) {
      say([refusal(lines, change)]);
      continue;
    }
    const container = places.map((place) => containerOf(place, fields)).find((one) => one !== null) ?? null;
    if (manner === 'tracked' && container === null) {
      const changed = editTracked(lines, change, { nextBy, nextId, gapAt });
      if (changed !== null) say([], changed);
      continue;
    }
    // The comment first: a run of which all words are deleted is gone afterwards.
    if (manner === 'tracked' && container !== null) say([plainChange(lines, change, container)]);
    editPlainly(lines, change, gapAt);
  }
  for (const { sentence, ...runs } of noted) {
    if (root.contains(runs.first) && root.contains(runs.last)) comment(note, runs, [sentence]);
  }
  followTwins(twins);
  const followed = data.followed({ ...parts }, () => readLines(document, look).lines);
  return withComments({ ...followed, [main]: xmlBytes(document) }, main, comments);
}

/** The runs of a remark's words, or the one beside them; null if there is none. */
function remarked(
  lines: readonly Line[],
  remark: Remark,
): { readonly first: Element; readonly last: Element; readonly sentence: string } | null {
  const line = lineAt(lines, remark);
  if (line === undefined) return null;
  const pieces = piecesIn(line, { ...remark, end: Math.min(remark.end, line.end) });
  const near = line.pieces.find((piece) => piece.end === remark.start || piece.start === remark.start);
  const first = pieces[0] ?? near;
  const last = pieces.at(-1) ?? near;
  if (first === undefined || last === undefined) return null;
  return { first: runOf(first), last: runOf(last), sentence: remark.sentence };
}

/** The runs with the words of a change, or the one that new words stand beside; and the nodes whose holders hold them. */
function placesOf(
  lines: readonly Line[],
  change: Change,
  gapAt: GapAt,
): Record<'runs' | 'places', Element[]> {
  const line = lineAt(lines, change);
  const runs = line === undefined ? [] : runsIn(line, change);
  const gap = line === undefined || runs.length > 0 ? undefined : gapAt(line, change.start);
  return gap === undefined ? { runs, places: runs } : { runs: [gap.like], places: [gap.peer] };
}

/** What was changed, for a place where no revision shows it. */
function plainChange(lines: readonly Line[], change: Change, container: Container): Words {
  const { zh, en } = madePlainly[container];
  const what = swapped(lines, change);
  return bilingual(`${zh}：${what.zh}。`, `${en}: ${what.en}.`);
}

function refusal(lines: readonly Line[], change: Change): Words {
  const what = swapped(lines, change);
  return bilingual(
    `此处文字由 Word 取自文档的数据，改了会被还原，所以没有改动。建议在 Word 中改：${what.zh}。`,
    `Word takes these words from the document's data and would put them back, so they were left. Please change them in Word: ${what.en}.`,
  );
}

function swapped(lines: readonly Line[], change: Change): Words {
  const line = lineAt(lines, change);
  const old = line === undefined ? '' : wordsIn(line, change);
  const { text } = change;
  if (old === '') return bilingual(`加上“${text}”`, `“${text}” added`);
  if (text === '') return bilingual(`删去“${old}”`, `“${old}” deleted`);
  return bilingual(`“${old}”改为“${text}”`, `“${old}” to “${text}”`);
}

function wordsIn(line: Line, change: Change): string {
  return piecesIn(line, change)
    .map(({ node }) => node.textContent ?? '')
    .join('');
}

function wordTime(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return `${local.toISOString().slice(0, 19)}Z`;
}
