import type { Finding } from '../../lib/rules/types.ts';
import { type FieldState, isMarked, type Model } from './model.ts';
import { fieldOf, type Office, type Tab } from './office.ts';

/** Time for a check to come to rest on a busy machine, in ms. */
const patience = 15_000;

/** A painted mark: its level, its words without blanks, and how many characters that are no blanks stand before it. */
interface Painted {
  readonly level: string;
  readonly words: string;
  readonly at: number;
}

const blanks = /[\s\u200b\ufeff]/gu;
const bare = (text: string): string => text.replace(blanks, '');

/**
 * Waits until what a tab shows is what the checker finds in its text. Returns what differs when that never comes, a line
 * each; an empty list if all is right.
 */
export async function differences(office: Office, model: Model, tab: Tab): Promise<string[]> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await compared(office, model, tab).catch((fault: unknown) => [String(fault)]);
    if (found.length === 0 || Date.now() > end) return found.map((one) => `marks in ${tab.kind}: ${one}`);
    await tab.page.waitForTimeout(60);
  }
}

async function compared(office: Office, model: Model, tab: Tab): Promise<string[]> {
  const { field, hidden } = await office.askTab(tab, { type: 'page-state' });
  if (field === null) return ['the page tells of no field'];
  const { frame, root } = fieldOf(tab);
  const written = bare(await frame.evaluate(() => window.editorPage.model()));
  if (bare(field.text) !== written) return [`read ${excerpt(bare(field.text), written)}`];
  if (hidden !== tab.hidden) return [`the marks are ${hidden ? '' : 'not '}hidden`];
  // A text without Chinese characters is not checked.
  if (field.check === null && /\p{Script=Han}/u.test(field.text)) return ['the text is not checked'];
  const wanted = model.findingsOf(field);
  const told = differing('found', (field.check?.findings ?? []).map(inWords), wanted.map(inWords));
  const painted = await frame.evaluate(paintedIn, root);
  const marked = tab.hidden ? [] : wanted.filter(isMarked);
  const should = marked.map((finding) => markOf(finding, field));
  return [...told, ...differing('painted', painted.map(asWords), should.map(asWords))];
}

const inWords = ({ rule, level, start, end, message }: Finding): string =>
  `${rule} ${level} ${start}–${end} ${message}`;
const asWords = ({ level, words, at }: Painted): string => `${level} ${at} ${words}`;

function markOf({ level, start, end }: Finding, { text }: FieldState): Painted {
  return { level, words: bare(text.slice(start, end)), at: bare(text.slice(0, start)).length };
}

function differing(what: string, is: readonly string[], should: readonly string[]): string[] {
  const sorted = (list: readonly string[]) => JSON.stringify([...list].sort());
  if (sorted(is) === sorted(should)) return [];
  const missing = should.filter((one) => !is.includes(one));
  const surplus = is.filter((one) => !should.includes(one));
  return [
    `${what} ${is.length} of ${should.length}; missing: ${missing.join(' | ') || 'none'}; too much: ${surplus.join(' | ') || 'none'}`,
  ];
}

/** Where two texts part, with a few words of each. */
function excerpt(is: string, should: string): string {
  let at = 0;
  while (at < is.length && is[at] === should[at]) at++;
  const from = Math.max(0, at - 6);
  return `“${is.slice(from, at + 12)}” where “${should.slice(from, at + 12)}” is written, at ${at}`;
}

/** Runs in the frame of a field: its painted marks. */
function paintedIn(root: string): Painted[] {
  const found: Painted[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('gaozhun-') || name === 'gaozhun-active') continue;
    for (const range of highlight) {
      // The marks of a textarea are in a mirror of its own.
      const around = range.startContainer.getRootNode();
      const top = around instanceof ShadowRoot ? around : document.querySelector(root);
      if (top === null) continue;
      const before = document.createRange();
      before.setStart(top, 0);
      before.setEnd(range.startContainer, range.startOffset);
      found.push({
        level: name.slice('gaozhun-'.length),
        words: String(range).replace(/[\s\u200b\ufeff]/gu, ''),
        at: before.toString().replace(/[\s\u200b\ufeff]/gu, '').length,
      });
    }
  }
  return found;
}

/** What is not as the run has left it: the settings, what is ignored, own phrases, the desk. A line each. */
export async function losses(office: Office, model: Model): Promise<string[]> {
  const settings = (await office.stored('local', 'settings')) as Record<string, unknown> | undefined;
  const own = await office.ask({ type: 'own-list' });
  const desk = (await office.stored('session', 'desk')) as { readonly text?: string } | undefined;
  const pairs: [string, unknown, unknown][] = [
    ['language', settings?.language ?? 'zh', model.language],
    ['rules off', settings?.rulesOff ?? [], [...model.rulesOff]],
    ['ignored always', settings?.ignored ?? [], model.ignored],
    ['numbering style', settings?.numberingStyle ?? {}, {}],
    ['own phrases', 'phrases' in own ? own.phrases.length : own.fault, model.hasOwn ? 1 : 0],
    ['desk', desk?.text ?? '', model.desk],
  ];
  for (const [key, ignored] of model.ignoredIn)
    pairs.push([`ignored in ${key}`, await office.ignoredIn(key), ignored]);
  return pairs.flatMap(([what, is, should]) => {
    const [a, b] = [JSON.stringify(is), JSON.stringify(should)];
    return a === b ? [] : [`lost: ${what} is ${a}, and should be ${b}`];
  });
}
