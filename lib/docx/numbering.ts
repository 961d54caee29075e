import type { Document, Element } from '@xmldom/xmldom';
import { writtenNumber } from './number-forms.ts';
import type { Styles } from './styles.ts';
import { childNamed, elementsOf, isNamed, isOn, valOf, wordAttribute } from './xml.ts';

/** A number that Word writes before a paragraph (自动编号). */
export interface ListNumber {
  /** How deep its level is; 0 for the outermost. */
  readonly depth: number;
  readonly value: number;
  /** The number as Word shows it, with a blank where one parts it from the words: 二、 or `1.2 `. */
  readonly label: string;
}

/** Counts the numbers of a document's lists, from its first paragraph to its last. */
export interface ListCounter {
  /** The number of the next paragraph, by its `w:pPr`; null if Word shows none. */
  next(properties: Element | undefined): ListNumber | null;
}

/** A level of a list, as the document defines it. */
interface Level {
  readonly start: number;
  readonly form: string;
  readonly text: string;
  /** Counts anew behind a level up to this one (1 for the outermost); 0: never. */
  readonly restart: number;
  /** All numbers of the label in digits. */
  readonly legal: boolean;
  readonly suffix: string;
  /** The paragraph style that has this level; '' if none. */
  readonly style: string;
}

/** A list that paragraphs name: levels of its own, and the counters that it shares with others. */
interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** The values with which its levels begin anew. */
  readonly starts: ReadonlyMap<number, number>;
  readonly counters: (number | undefined)[];
  readonly started: Set<number>;
}

const deepest = 8;

/**
 * The most code units of a level's text. Word's own format has room for nine numbers in it (MS-DOC, LVLF.rgbxchNums); a
 * longer text is made to exhaust readers, since it is written out for each paragraph.
 */
const longestText = 255;

/** Reads the numbering part; with null, a document without lists. */
export function listCounter(document: Document | null, styles: Styles): ListCounter {
  const lists = readLists(document, styles);
  return {
    next(properties) {
      const named = listOf(properties, styles);
      const list = named === null ? undefined : lists.get(named.id);
      if (named === null || list === undefined) return null;
      return counted(list, levelIn(list, named));
    },
  };
}

/** What a paragraph or its styles say of its list. */
interface Named {
  readonly id: string;
  readonly level: number;
  /** The styles up to the one that names the list, the nearest first: a level may name one of them. */
  readonly styles: readonly string[];
}

function listOf(properties: Element | undefined, styles: Styles): Named | null {
  const own = childNamed(properties, 'numPr');
  let id = valOf(own, 'numId');
  let level = valOf(own, 'ilvl');
  const isOwnLevel = level !== '';
  const passed: string[] = [];
  for (const style of styles.chainOf(valOf(properties, 'pStyle'))) {
    if (id !== '') break;
    const numbered = childNamed(childNamed(style, 'pPr'), 'numPr');
    id = valOf(numbered, 'numId');
    if (level === '') level = valOf(numbered, 'ilvl');
    passed.push(wordAttribute(style, 'styleId'));
  }
  if (id === '' || id === '0') return null;
  return {
    id,
    level: Math.min(deepest, Math.max(0, Number(level) || 0)),
    styles: isOwnLevel ? [] : passed,
  };
}

function levelIn({ levels }: List, { level, styles }: Named): number {
  for (const style of styles) {
    for (const [at, one] of levels) if (one.style === style) return at;
  }
  return level;
}

function counted(list: List, at: number): ListNumber | null {
  const { levels, starts, counters, started } = list;
  const level = levels.get(at);
  if (level === undefined) return null;
  const before = counters[at];
  const anew = before === undefined || (starts.has(at) && !started.has(at));
  const value = anew ? startOf(list, at) : before + 1;
  started.add(at);
  counters[at] = value;
  for (let below = at + 1; below <= deepest; below++) {
    if (at < (levels.get(below)?.restart ?? below)) counters[below] = undefined;
  }
  const label = labelOf(list, level, at);
  return label === '' ? null : { depth: at, value, label };
}

function startOf({ starts, levels }: List, at: number): number {
  return starts.get(at) ?? levels.get(at)?.start ?? 1;
}

/** The number that a level shows now, with a blank where one parts it from the words; '' if it shows none. */
function labelOf(list: List, { form, text, legal, suffix }: Level, at: number): string {
  // A bullet, and a level without a number of its own.
  if (form === 'bullet' || form === 'none' || !text.includes(`%${at + 1}`)) return '';
  const words = text.replace(/%([1-9])/gu, (_, digit: string) => {
    const other = Number(digit) - 1;
    const own = list.levels.get(other)?.form ?? 'decimal';
    if (own === 'none') return '';
    const value = list.counters[other] ?? startOf(list, other);
    return writtenNumber(legal && own !== 'decimalZero' ? 'decimal' : own, value);
  });
  const label = words.trim();
  const apart = label !== '' && suffix !== 'nothing' && !/[、，。．：）】]$/u.test(label);
  return apart ? `${label} ` : label;
}

function readLists(document: Document | null, styles: Styles): Map<string, List> {
  const root = document?.documentElement;
  const all = root ? elementsOf(root) : [];
  const abstracts = new Map<string, Element>();
  const nums = new Map<string, Element>();
  for (const one of all) {
    if (isNamed(one, 'abstractNum')) abstracts.set(wordAttribute(one, 'abstractNumId'), one);
    else if (isNamed(one, 'num')) nums.set(wordAttribute(one, 'numId'), one);
  }
  const shared = new Map<Element, (number | undefined)[]>();
  const lists = new Map<string, List>();
  for (const [id, num] of nums) {
    const abstract = abstractOf(num, abstracts, nums, styles);
    if (abstract === undefined) continue;
    const counters = shared.get(abstract) ?? [];
    shared.set(abstract, counters);
    const levels = levelsIn(abstract);
    const starts = new Map<number, number>();
    for (const override of elementsOf(num)) {
      if (!isNamed(override, 'lvlOverride')) continue;
      const at = Number(wordAttribute(override, 'ilvl')) || 0;
      for (const [, level] of levelsIn(override)) levels.set(at, level);
      const start = valOf(override, 'startOverride');
      if (start !== '') starts.set(at, Number(start) || 0);
    }
    lists.set(id, { levels, starts, counters, started: new Set() });
  }
  return lists;
}

/** The definition of a list. One may lead by way of a style to that of another list. */
function abstractOf(
  num: Element,
  abstracts: ReadonlyMap<string, Element>,
  nums: ReadonlyMap<string, Element>,
  styles: Styles,
): Element | undefined {
  const abstract = abstracts.get(valOf(num, 'abstractNumId'));
  const link = valOf(abstract, 'numStyleLink');
  if (link === '') return abstract;
  const [style] = styles.chainOf(link);
  const numbered = childNamed(childNamed(style, 'pPr'), 'numPr');
  const other = nums.get(valOf(numbered, 'numId'));
  return (other === undefined ? undefined : abstracts.get(valOf(other, 'abstractNumId'))) ?? abstract;
}

function levelsIn(parent: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of elementsOf(parent)) {
    if (!isNamed(level, 'lvl')) continue;
    const at = Number(wordAttribute(level, 'ilvl')) || 0;
    const restart = valOf(level, 'lvlRestart');
    const start = valOf(level, 'start');
    const legal = childNamed(level, 'isLgl');
    const text = valOf(level, 'lvlText');
    levels.set(at, {
      start: start === '' ? 0 : Number(start) || 0,
      form: valOf(level, 'numFmt') || 'decimal',
      text: text.length > longestText ? '' : text,
      restart: restart === '' ? at : Number(restart) || 0,
      legal: legal !== undefined && isOn(wordAttribute(legal, 'val')),
      suffix: valOf(level, 'suff') || 'tab',
      style: valOf(level, 'pStyle'),
    });
  }
  return levels;
}
