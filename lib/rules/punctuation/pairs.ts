import type { Draft, Edit } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import { moved } from '../moved.ts';
import type { Fault } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';
import type { RuleFix } from '../types.ts';
import { type LooseMark, type NestedPair, type PairScan, partnerOf, scanPairs } from './pair-scan.ts';

/** A quotation may continue over so many paragraphs (GB/T 15834—2011 4.8.3.5); other pairs only over a wrapped line. */
const reach = { quotation: 8, other: 2 } as const;
/** Lines of verse and blank lines do not count, up to this many paragraphs. */
const verseLine = 16;
const farthest = 60;
/** More loose marks than this in one paragraph are one fault; also the limit of words searched for. */
const mostPerParagraph = 4;
const mostSearches = 40;

interface Scanned extends PairScan {
  readonly index: number;
  readonly start: number;
  readonly text: string;
}

/**
 * Pairs that do not close and pairs nested in their own form (rule 21), over the whole draft: a quotation may
 * continue over several paragraphs, and pasted text may have line breaks anywhere. Takes the draft and the indexes of
 * its paragraphs with such marks. Offsets of the draft.
 */
export function pairFaults(draft: Draft, indices: readonly number[]): Fault[] {
  const scanned: Scanned[] = [];
  const faults: Fault[] = [];
  for (const index of indices) {
    const paragraph = draft.paragraphs[index];
    if (paragraph === undefined) continue;
    const { text, start } = paragraph;
    const scan = scanPairs(text);
    for (const pair of scan.nested) faults.push(moved(nestedFault(pair), start));
    const turned = [...turnedMarks(text, scan.opens, 1), ...turnedMarks(text, scan.closes, 0)];
    if (turned.length > 0) {
      for (const mark of turned) faults.push(moved(turnedFault(mark), start));
    } else if (scan.opens.length + scan.closes.length > 0) {
      scanned.push({ ...scan, index, start, text });
    }
  }
  const settled = settleAcross(scanned, draft);
  let searches = mostSearches;
  for (const one of scanned) {
    if (!draft.complete && isAtEdge(draft, one.index)) continue;
    const isOrnament = ornamentsIn(one.text);
    const loose = [...one.opens, ...one.closes].filter((mark) => !settled.has(mark) && !isOrnament(mark));
    for (const mark of loose.slice(0, mostPerParagraph)) {
      const fixes = searches-- > 0 ? fixesOf(mark, one.text, draft.text) : [];
      faults.push(moved(looseFault(mark, fixes), one.start));
    }
  }
  return faults;
}

const behindWord = /[，。、；：！？）》“”\s　和与及等的是]/u;
const beforeWord = /[，。、；：！？（《“”\s　和与及的是]/u;

/** “四个意识“ or ”四个意识”: of two close loose marks of one side, one was typed the wrong way round. */
function turnedMarks(text: string, marks: readonly LooseMark[], which: 0 | 1): LooseMark[] {
  const turned: LooseMark[] = [];
  for (let at = 0; at + 1 < marks.length; at++) {
    const first = marks[at];
    const second = marks[at + 1];
    if (first === undefined || second === undefined || first.char !== second.char) continue;
    const between = text.slice(first.at + 1, second.at);
    if (between.length < 1 || between.length > 24 || /[，。！？；：]/u.test(between)) continue;
    // An opening mark stands before a word, a closing one behind: 、“四个意识“、
    const wrong = which === 1 ? second : first;
    const beside = which === 1 ? text.charAt(wrong.at + 1) : text.charAt(wrong.at - 1);
    if (beside !== '' && !(which === 1 ? behindWord : beforeWord).test(beside)) continue;
    turned.push(wrong);
    at++;
  }
  return turned.length * 2 === marks.length ? turned : [];
}

/**
 * Loose marks that are no fault: their partner stands in a later paragraph, or each paragraph of a long quotation
 * begins with an opening mark and only the last one closes.
 */
function settleAcross(scanned: readonly Scanned[], draft: Draft): ReadonlySet<LooseMark> {
  const settled = new Set<LooseMark>();
  // What a walk passed without finding an end begins no other walk, which would be the same.
  const unclosed = new Set<LooseMark>();
  const byIndex = new Map(scanned.map((one) => [one.index, one]));
  for (const one of scanned) {
    const open = one.opens.at(-1);
    if (open === undefined || settled.has(open) || unclosed.has(open)) continue;
    const { isClosed, marks } = walkOn(one, open, byIndex, draft);
    for (const mark of marks) {
      if (isClosed) settled.add(mark);
      else if (mark.char === open.char) unclosed.add(mark);
    }
  }
  return settled;
}

/** A search from an opening mark through the paragraphs behind it. */
interface Walk {
  /** Whether it found the end of the pair. */
  readonly isClosed: boolean;
  /** The marks that belong to the pair. */
  readonly marks: readonly LooseMark[];
}

function walkOn(
  { index, text }: Scanned,
  open: LooseMark,
  byIndex: ReadonlyMap<number, Scanned>,
  draft: Draft,
): Walk {
  const within = open.char === '“' || open.char === '‘' ? reach.quotation : reach.other;
  // Only a quotation at the beginning of its paragraph, or behind a colon, continues in the next one.
  const mayGoOn = /(?:^|：)[\s　]*$/u.test(text.slice(Math.max(0, open.at - 12), open.at));
  const marks = [open];
  let last = index + within;
  for (let at = index + 1; at <= last; at++) {
    const later = draft.paragraphs[at];
    if (later === undefined) break;
    if (mayGoOn && later.text.trim().length <= verseLine && last < index + farthest) last++;
    const loose = byIndex.get(at);
    const close = loose?.closes.find((mark) => mark.char === partnerOf(open.char));
    if (close !== undefined) return { isClosed: true, marks: [...marks, close] };
    const again = loose?.opens[0];
    const goesOn = mayGoOn && later.text.trimStart().startsWith(open.char);
    if (again === undefined) {
      if (goesOn) return { isClosed: true, marks };
      continue;
    }
    if (!goesOn) break;
    marks.push(again);
    last = at + within;
  }
  return { isClosed: false, marks };
}

/** 》》相关报道《《: arrows of a web page, not title marks. Takes a paragraph; the answer takes its loose marks. */
function ornamentsIn(text: string): (mark: LooseMark) => boolean {
  const leadEnd = /^\s*》*/u.exec(text)?.[0].length ?? 0;
  const areTrailing = text.includes('《《');
  let trailStart = text.trimEnd().length;
  while (text.charAt(trailStart - 1) === '《') trailStart--;
  return ({ char, at }) => {
    if (char === '》') return at < leadEnd && (at > 0 || text.charAt(1) === '》');
    return char === '《' && at >= trailStart && areTrailing;
  };
}

function isAtEdge(draft: Draft, index: number): boolean {
  return index < reach.quotation || index >= draft.paragraphs.length - reach.quotation;
}

function nestedFault(pair: NestedPair): Fault {
  const quotation = pair.open === '“';
  const [open, close] = quotation ? ['‘', '’'] : ['〈', '〉'];
  const edits: Edit[] = [
    { start: pair.start, end: pair.start + 1, text: open },
    { start: pair.end, end: pair.end + 1, text: close },
  ];
  return {
    level: 'warning',
    start: pair.start,
    end: pair.start + 1,
    message: quotation
      ? bilingual(
          '引号之内又用双引号。规定外层用双引号、里层用单引号。',
          'Double quotation marks within double ones; the inner ones are single.',
        )
      : bilingual(
          '书名号之内又用双书名号。规定外层用双书名号、里层用单书名号。',
          'Double title marks within double ones; the inner ones are single.',
        ),
    source: punctuationClause(quotation ? '4.8.3.4' : '4.15.3.5'),
    fixes: pair.deep
      ? []
      : [{ label: bilingual(`里层改用“${open}${close}”`, `“${open}${close}” inside`), edits }],
  };
}

function turnedFault({ char, at }: LooseMark): Fault {
  const right = partnerOf(char);
  return {
    level: 'warning',
    start: at,
    end: at + 1,
    message: bilingual(
      `此处${names[char] ?? char}的方向似反了，应改为${names[right] ?? right}。`,
      `“${char}” seems to face the wrong way: “${right}”.`,
    ),
    source: clauseOf(char),
    fixes: [
      {
        label: bilingual(`改为${names[right] ?? right}`, `Change to ${right}`),
        edits: [{ start: at, end: at + 1, text: right }],
      },
    ],
  };
}

function looseFault({ char, at }: LooseMark, fixes: readonly RuleFix[]): Fault {
  const partner = partnerOf(char);
  const opens = isOpening(char);
  return {
    level: 'warning',
    start: at,
    end: at + 1,
    message: bilingual(
      `此处${names[char] ?? char}之${opens ? '后' : '前'}未见配对的${names[partner] ?? partner}，建议核对是否漏了一半。`,
      `“${char}” has no “${partner}” ${opens ? 'behind' : 'before'} it. Was one half left out?`,
    ),
    source: clauseOf(char),
    fixes,
  };
}

function isOpening(char: string): boolean {
  return '“‘《〈（【〔'.includes(char);
}

/** If the words beside a loose mark stand in full marks elsewhere in the draft, its partner's place is known. */
function fixesOf(mark: LooseMark, text: string, all: string): RuleFix[] {
  return isOpening(mark.char) ? closeAfterKnown(mark, text, all) : openBeforeKnown(mark, text, all);
}

const names: Readonly<Record<string, string>> = {
  '“': '左引号',
  '”': '右引号',
  '‘': '左单引号',
  '’': '右单引号',
  '《': '左书名号',
  '》': '右书名号',
  '〈': '左单书名号',
  '〉': '右单书名号',
  '（': '左括号',
  '）': '右括号',
};

const longestWord = 12;
const holdsMark = /[“”‘’《》（）【】〔〕，。、；：！？]/u;

/** If the words behind “ stand as “…” elsewhere in the draft, the missing half belongs behind them. */
function closeAfterKnown({ char, at }: LooseMark, text: string, all: string): RuleFix[] {
  const partner = partnerOf(char);
  for (let length = longestWord; length >= 2; length--) {
    const words = text.slice(at + 1, at + 1 + length);
    if (words.length < length || holdsMark.test(words) || !all.includes(`${char}${words}${partner}`))
      continue;
    const end = at + 1 + length;
    return [
      {
        label: bilingual(`在“${words}”后补${names[partner] ?? partner}`, `Add “${partner}” behind ${words}`),
        edits: [{ start: end, end, text: partner }],
      },
    ];
  }
  return [];
}

function openBeforeKnown({ char, at }: LooseMark, text: string, all: string): RuleFix[] {
  const partner = partnerOf(char);
  for (let length = Math.min(longestWord, at); length >= 2; length--) {
    const start = at - length;
    const words = text.slice(start, at);
    if (holdsMark.test(words) || !all.includes(`${partner}${words}${char}`)) continue;
    return [
      {
        label: bilingual(`在“${words}”前补${names[partner] ?? partner}`, `Add “${partner}” before ${words}`),
        edits: [{ start, end: start, text: partner }],
      },
    ];
  }
  return [];
}

function clauseOf(char: string) {
  if ('“”‘’'.includes(char)) return punctuationClause('4.8.2');
  return punctuationClause('《》〈〉'.includes(char) ? '4.15.2' : '4.9.2');
}
