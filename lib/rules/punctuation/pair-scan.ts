/** A mark of a pair that found no partner in its paragraph. Offset of the paragraph. */
export interface LooseMark {
  readonly char: string;
  readonly at: number;
}

/** A pair directly inside a pair of the same form: “党的“二十大”精神”. Offsets of the inner marks. */
export interface NestedPair {
  readonly open: string;
  readonly start: number;
  readonly end: number;
  /** True when the inner pair itself holds a pair of the other form, so that its marks cannot simply be changed. */
  readonly deep: boolean;
}

export interface PairScan {
  readonly opens: readonly LooseMark[];
  readonly closes: readonly LooseMark[];
  readonly nested: readonly NestedPair[];
}

const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '【': '】',
  '〔': '〕',
};
const opening = new Map(Object.entries(closing).map(([open, close]) => [close, open]));
const noneOpen = Object.fromEntries(Object.keys(closing).map((open) => [open, 0]));
const withoutMarks: PairScan = { opens: [], closes: [], nested: [] };
/** Marks that are met in another width are the brackets' business, not the pairs'. */
const same: Readonly<Record<string, string>> = { '(': '（', ')': '）', '[': '〔', ']': '〕' };
/** By code unit, the number of a pair: of its opening mark, and below zero of its closing one. */
const forms = new Map(
  Object.entries(closing).flatMap(([open, close], place) => [
    [open.charCodeAt(0), place + 1] as const,
    [close.charCodeAt(0), -place - 1] as const,
  ]),
);
for (const [narrow, wide] of Object.entries(same))
  forms.set(narrow.charCodeAt(0), forms.get(wide.charCodeAt(0)) ?? 0);
const listOrdinal = /(?:^|[\s　，。；：、！？“（]|^)(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z①-⑳])$/u;

interface Open extends LooseMark {
  /** Offset of the same mark directly around it; -1 when there is none. */
  readonly around: number;
  deep: boolean;
}

/** The mark that closes an opening one, or opens a closing one; '' for anything else. */
export function partnerOf(char: string): string {
  return closing[char] ?? opening.get(char) ?? '';
}

/** Matches the paired marks of a paragraph and tells which are left over. Straight quotes are not among them. */
export function scanPairs(text: string): PairScan {
  let first = 0;
  while (first < text.length && !mayPair(text.charCodeAt(first))) first++;
  if (first === text.length || isPlain(text, first)) return withoutMarks;
  const stack: Open[] = [];
  // So that a mark without a partner is known at once, however many others are open.
  const count: Record<string, number> = { ...noneOpen };
  const opens: LooseMark[] = [];
  const closes: LooseMark[] = [];
  const nested: (NestedPair & { readonly around: number })[] = [];
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!mayPair(code)) continue;
    const written = text.charAt(at);
    const char = same[written] ?? written;
    if (closing[char] !== undefined) {
      const top = stack.at(-1);
      if (top !== undefined && top.char !== char) top.deep = true;
      count[char] = (count[char] ?? 0) + 1;
      stack.push({ char, at, around: top?.char === char ? top.at : -1, deep: false });
      continue;
    }
    const open = opening.get(char);
    if (open === undefined) continue;
    // don’t, ’98: an apostrophe.
    if (char === '’' && isApostrophe(text, at) && count['‘'] === 0) continue;
    let level = (count[open] ?? 0) > 0 ? stack.length - 1 : -1;
    while (level >= 0 && stack[level]?.char !== open) level--;
    if (level < 0) {
      const ordinal = char === '）' && listOrdinal.test(text.slice(Math.max(0, at - 4), at));
      if (!ordinal && char === written) closes.push({ char, at });
      continue;
    }
    for (const left of stack.splice(level + 1)) {
      count[left.char] = (count[left.char] ?? 0) - 1;
      opens.push({ char: left.char, at: left.at });
    }
    count[open] = (count[open] ?? 0) - 1;
    const match = stack.pop();
    if (match !== undefined && match.around >= 0 && (open === '“' || open === '《')) {
      nested.push({ open, start: match.at, end: at, deep: match.deep, around: match.around });
    }
  }
  for (const left of stack) opens.push({ char: left.char, at: left.at });
  const full = opens.filter((one) => text.charAt(one.at) === one.char).sort((a, b) => a.at - b.at);
  // Where the outer pair never closes, the inner one may be no inner one.
  const left = new Set(opens.map((one) => one.at));
  return { opens: full, closes, nested: nested.filter(({ around }) => !left.has(around)) };
}

const opened: number[] = [];

/** Whether all marks from a place on close in their order, none directly within its own form: so they do nearly everywhere. */
function isPlain(text: string, first: number): boolean {
  opened.length = 0;
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!mayPair(code)) continue;
    const form = forms.get(code);
    if (form === undefined) continue;
    if (form > 0) {
      if (opened.at(-1) === form) return false;
      opened.push(form);
    } else if (opened.pop() !== -form) {
      return false;
    }
  }
  return opened.length === 0;
}

function isApostrophe(text: string, at: number): boolean {
  return /[A-Za-z\d]/u.test(text.charAt(at - 1)) || /[A-Za-z\d]/u.test(text.charAt(at + 1));
}

function mayPair(code: number): boolean {
  // Most letters.
  if (code > 0x3015 && code < 0xff08) return false;
  return (
    (code >= 0x2018 && code <= 0x201d) ||
    (code >= 0x3008 && code <= 0x3015) ||
    code === 0xff08 ||
    code === 0xff09 ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x5b ||
    code === 0x5d
  );
}
