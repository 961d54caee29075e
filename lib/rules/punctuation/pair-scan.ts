/** A mark of a pair without a partner in its paragraph. Offset of the paragraph. */
export interface LooseMark {
  readonly char: string;
  readonly at: number;
}

/** A pair directly inside a pair of the same form: “党的“二十大”精神”. Offsets of the inner marks. */
export interface NestedPair {
  readonly open: string;
  readonly start: number;
  readonly end: number;
  /** True if the inner pair contains a pair of the other form, so that changing its marks is not enough. */
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
/** Marks that also occur in another width: their width is judged with the brackets. */
const same: Readonly<Record<string, string>> = { '(': '（', ')': '）', '[': '〔', ']': '〕' };
/** By code unit, the number of a pair: positive for its opening mark, negative for its closing one. */
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
  /** Offset of the same mark directly around it; -1 if there is none. */
  readonly around: number;
  deep: boolean;
}

/** The closing mark of an opening one and vice versa; '' for anything else. */
export function partnerOf(char: string): string {
  return closing[char] ?? opening.get(char) ?? '';
}

/** Matches the paired marks of a paragraph and returns those left over. Straight quotes are not included. */
export function scanPairs(text: string): PairScan {
  let first = 0;
  while (first < text.length && !mayPair(text.charCodeAt(first))) first++;
  if (first === text.length || isPlain(text, first)) return withoutMarks;
  const pairs = new OpenPairs();
  const closes: LooseMark[] = [];
  for (let at = first; at < text.length; at++) {
    if (!mayPair(text.charCodeAt(at))) continue;
    const written = text.charAt(at);
    const char = same[written] ?? written;
    const open = opening.get(char);
    if (closing[char] !== undefined) pairs.open(char, at);
    if (open === undefined) continue;
    // don’t, ’98: an apostrophe.
    if (char === '’' && isApostrophe(text, at) && !pairs.holds('‘')) continue;
    if (pairs.close(open, at)) continue;
    const isOrdinal = char === '）' && listOrdinal.test(text.slice(Math.max(0, at - 4), at));
    if (!isOrdinal && char === written) closes.push({ char, at });
  }
  const opens = pairs.leftOpen();
  const full = opens.filter((one) => text.charAt(one.at) === one.char).sort((a, b) => a.at - b.at);
  // If the outer pair never closes, the inner one may not be nested.
  const left = new Set(opens.map((one) => one.at));
  return { opens: full, closes, nested: pairs.nested.filter(({ around }) => !left.has(around)) };
}

/** The open pairs at a place of a paragraph, and what was found before it. */
class OpenPairs {
  readonly nested: (NestedPair & { readonly around: number })[] = [];
  private readonly stack: Open[] = [];
  private readonly unclosed: LooseMark[] = [];
  /** How many of each are open: a mark without a partner is recognised in constant time. */
  private readonly count: Record<string, number> = { ...noneOpen };

  holds(char: string): boolean {
    return (this.count[char] ?? 0) > 0;
  }

  open(char: string, at: number): void {
    const top = this.stack.at(-1);
    if (top !== undefined && top.char !== char) top.deep = true;
    this.count[char] = (this.count[char] ?? 0) + 1;
    this.stack.push({ char, at, around: top?.char === char ? top.at : -1, deep: false });
  }

  /** Closes the last pair of an opening mark and leaves those within it unclosed; false if there is none. */
  close(char: string, at: number): boolean {
    if (!this.holds(char)) return false;
    let last = this.pop();
    while (last !== undefined && last.char !== char) {
      this.unclosed.push({ char: last.char, at: last.at });
      last = this.pop();
    }
    if (last !== undefined && last.around >= 0 && (char === '“' || char === '《'))
      this.nested.push({ open: char, start: last.at, end: at, deep: last.deep, around: last.around });
    return true;
  }

  /** All opening marks without a partner. */
  leftOpen(): readonly LooseMark[] {
    return [...this.unclosed, ...this.stack.map(({ char, at }) => ({ char, at }))];
  }

  private pop(): Open | undefined {
    const last = this.stack.pop();
    if (last !== undefined) this.count[last.char] = (this.count[last.char] ?? 0) - 1;
    return last;
  }
}

/** Whether all marks from a place on close in order, none directly within its own form: true nearly everywhere. */
function isPlain(text: string, first: number): boolean {
  const opened: number[] = [];
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
  // Most characters.
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
