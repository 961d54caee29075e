import { openDocx } from '../../lib/docx/open.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { partOf } from '../docx/make.ts';
import { aroundNote, boxStart, hidden, kept, type RandomDocx } from '../docx/random/draft.ts';
import { bullet } from '../docx/random/parts.ts';
import { changedWord, changesOf, type Token } from '../docx/random/tokens.ts';
import type { Office, SettledText, Settling } from './office.ts';

/** A document of the corpus, by the name under which a failure is told. */
export interface Sample extends RandomDocx {
  readonly name: string;
}

/** LibreOffice's text has the codes of fields, and of links as fields. */
const codes = new RegExp(`${kept}| ?HYPERLINK "" \\\\l "b" ?`, 'gu');
const note = new RegExp(`${aroundNote}[0-9ivx]*${aroundNote}`, 'gu');

/**
 * What is compared of a text: its words, line by line. What LibreOffice and we rightly write otherwise is left out: blanks
 * beside numbers, signs of lists, ends of cells, empty lines; words of boxes come last, since LibreOffice's text has none.
 */
function wordsOf(text: string, boxes: readonly string[] = []): string[] {
  const shown = [text, ...boxes].map((one) => one.replaceAll(hidden, '').replace(codes, ''));
  const lines = shown
    .flatMap((one) => one.split(/[\n\r\f]+/u))
    .map((line) =>
      line
        .replaceAll(bullet, '')
        .replace(note, '')
        .replace(/[ \t\u00a0\u200b◦]/gu, ''),
    )
    .filter((line) => line !== '');
  return [
    ...lines.filter((line) => !line.startsWith(boxStart)),
    ...lines.filter((line) => line.startsWith(boxStart)).sort(),
  ];
}

/** The text with the numbers that Word computes. */
function shownIn(bytes: Uint8Array): string {
  const { text, numbered } = openDocx(bytes);
  return [...numbered]
    .reverse()
    .reduce((shown, { start, label = '' }) => shown.slice(0, start) + label + shown.slice(start), text);
}

interface Written {
  readonly sample: Sample;
  readonly bytes: Uint8Array;
  /** The tokens that were changed, and those of them whose change is said to stand plainly. */
  readonly changed: readonly Token[];
  readonly plain: readonly Token[];
}

/** Changes all tokens of a document by tracked changes. */
function written(sample: Sample): Written {
  const opened = openDocx(sample.bytes);
  const changes = changesOf(opened.text, sample.tokens);
  const edits = changes.map(({ change }) => change);
  const bytes = opened.written(edits, { manner: 'tracked', at: new Date(2026, 10, 20, 9, 30) });
  if (bytes === null) throw new Error(`${sample.name}: the changes add or take away lines`);
  if (openDocx(bytes).text !== applyEdits(opened.text, edits))
    throw new Error(`${sample.name}: read again, the text is another`);
  const said = partOf(bytes, 'word/comments.xml').match(/已直接改动[^<]*/gu) ?? [];
  // Words that two changes put in at one place are said together.
  const plain = changes.filter(({ change }) => {
    const old = opened.text.slice(change.start, change.end);
    return said.some((one) =>
      old !== ''
        ? one.includes(`“${old}”`) && one.includes(change.text)
        : one.includes('加上') && one.includes(change.text),
    );
  });
  const needless = plain.find(({ token }) => token.tracked);
  if (needless !== undefined) throw new Error(`${sample.name}: ${needless.token.word} was changed plainly`);
  return {
    sample,
    bytes,
    changed: changes.map(({ token }) => token),
    plain: plain.map(({ token }) => token),
  };
}

const replaced = (text: string, tokens: readonly Token[]): string =>
  tokens.reduce((now, token) => now.replace(token.word, () => changedWord(token)), text);

/** Words that were put in plainly beside a word of another's insertion, and stand outside of it: they stay when it is rejected. */
function besideRejected({ bytes, plain }: Written, undone: readonly string[]): readonly Token[] {
  const isAtEnd = ({ word, start, end }: Token) => start === end && (start === 0 || start === word.length);
  const within = partOf(bytes, 'word/document.xml').match(/<w:ins .*?<\/w:ins>/gsu) ?? [];
  return plain.filter(
    (token) =>
      isAtEnd(token) &&
      !undone.some((line) => line.includes(token.word)) &&
      !within.some((insertion) => insertion.includes(token.put)),
  );
}

/** On a busy machine LibreOffice may give out a document before the words of its boxes are there. */
function withoutUnseenBoxes(
  ours: readonly string[],
  theirs: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const isBox = (line: string) => line.startsWith(boxStart);
  if (ours.some(isBox) && theirs.some(isBox)) return [ours, theirs];
  return [ours.filter((line) => !isBox(line)), theirs.filter((line) => !isBox(line))];
}

/** How LibreOffice reads documents and what we write of them; all at one start of it. Returns what differs. */
export function judgeCorpus(office: Office, samples: readonly Sample[]): string[] {
  const files: [string, Settling][] = [];
  const all = samples.map(written);
  for (const [index, { sample, bytes }] of all.entries()) {
    const original = office.put(`original${index}.docx`, sample.bytes);
    const changed = office.put(`changed${index}.docx`, bytes);
    files.push([original, 'Accept'], [original, 'Reject'], [changed, 'Accept'], [changed, 'Reject']);
  }
  const settled = office.settledAll(files);
  const differences: string[] = [];
  for (const [index, one] of all.entries()) {
    const [before, undone, after, rejected] = settled
      .slice(index * 4)
      .map((seen: SettledText) => wordsOf(seen.text, seen.boxes));
    const compare = (what: string, wanted: readonly string[], seen: readonly string[] = []): void => {
      const [ours, theirs] = withoutUnseenBoxes(wanted, seen);
      const most = Math.max(ours.length, theirs.length);
      const at = Array.from({ length: most }, (_, line) => line).find((line) => ours[line] !== theirs[line]);
      if (at === undefined) return;
      const [our = '', their = ''] = [ours[at], theirs[at]];
      differences.push(`${one.sample.name}, ${what}, line ${at}: “${our}” for “${their}”`);
    };
    compare('read', wordsOf(shownIn(one.sample.bytes)), before);
    compare('accepted', wordsOf(shownIn(one.bytes)), after);
    const beside = besideRejected(one, undone ?? []);
    const lost = beside.find(({ start, put }) => start > 0 && !rejected?.some((line) => line.includes(put)));
    if (lost !== undefined) differences.push(`${one.sample.name}, rejected: “${lost.put}” is gone`);
    const left = (rejected ?? [])
      .map((line) => beside.reduce((now, { put }) => now.replace(put, ''), line))
      .filter((line) => line !== '');
    const wanted = (undone ?? []).map((line) => replaced(line, one.plain)).filter((line) => line !== '');
    compare('rejected', wanted, left);
  }
  return differences;
}
