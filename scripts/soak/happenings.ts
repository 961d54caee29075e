import type { Page } from 'playwright-core';
import { ignoredKey } from '../../lib/checking/ignore.ts';
import type { RuleId } from '../../lib/rules/types.ts';
import { differences } from './checks.ts';
import { enter } from './edits.ts';
import type { Model } from './model.ts';
import { isReady, type Office, type Tab } from './office.ts';
import { type Happening, kinds } from './plan.ts';
import { fill, free } from './quota.ts';
import type { Random } from './random.ts';
import { clause, lookedUp, ownPhrase } from './texts.ts';

/** What happens in the office: its tabs, and what was expected and did not come. */
export interface Day {
  readonly office: Office;
  readonly model: Model;
  readonly random: Random;
  /** The tabs that stay, one for each kind of field. */
  readonly tabs: readonly Tab[];
  /** The tab that goes from page to page. */
  readonly wanderer: Tab;
  /** Tabs that are opened and closed. */
  readonly passing: Tab[];
  /** Pages that came back as they were left, and those that were loaded anew. */
  readonly back: { kept: number; loaded: number };
  isFull: boolean;
  readonly failures: string[];
}

/** Waiting in pages of the extension, in ms: generous, since the machine may be busy. */
const wait = { timeout: 20_000 };
const ruleSwitched: RuleId = 'outdated-reference';

export const happenings: Readonly<Record<Happening, (day: Day) => Promise<void>>> = {
  async reload(day) {
    await day.wanderer.page.bringToFront();
    await day.wanderer.page.reload();
    await isReady(day.wanderer.page);
    await look(day, day.wanderer);
  },
  async navigate(day) {
    day.wanderer.kind = day.random.pick(kinds);
    await day.office.goTo(day.wanderer.page, day.wanderer.kind);
    await look(day, day.wanderer);
  },
  async 'new-tab'(day) {
    const tab = await day.office.openTab(day.random.pick(kinds));
    day.passing.push(tab);
    await look(day, tab);
  },
  async 'close-tab'(day) {
    await day.passing.shift()?.page.close();
  },
  'back-forward': backForward,
  async popup(day) {
    await day.random.pick(day.tabs).page.bringToFront();
    const popup = await day.office.openOwn('popup.html');
    await popup.getByRole('combobox').fill(day.random.pick(lookedUp));
    await popup.locator('#results[aria-busy=false]').waitFor({ state: 'attached', ...wait });
    await popup.close();
  },
  async options(day) {
    const options = await openOptions(day);
    await options.close();
  },
  async panel(day) {
    const panel = await day.office.openOwn(`sidepanel.html?tab=${day.random.pick(day.tabs).id}`);
    await panel.locator('#page-panel .finding, #page-panel .nothing').first().waitFor(wait);
    await panel.close();
  },
  desk: writeOnDesk,
  language: changeLanguage,
  rule: switchRule,
  own: changeOwn,
  ignore: (day) => ignore(day, true),
  'ignore-draft': (day) => ignore(day, false),
  hide: hideOrShow,
  async fill(day) {
    await fill(day.office, 'local');
    day.isFull = true;
  },
  async free(day) {
    await free(day.office, 'local');
    day.isFull = false;
  },
  'full-desk': writeOnFullDesk,
};

/** Enters a field and compares what it shows with what the checker finds. */
async function look(day: Day, tab: Tab): Promise<void> {
  await enter({ ...day, tab });
  day.failures.push(...(await differences(day.office, day.model, tab)));
}

/** Leaves a page for another and comes back: the browser may have kept it as it was. */
async function backForward(day: Day): Promise<void> {
  const { wanderer, office } = day;
  const { page } = wanderer;
  // Playwright does not see the frames of a page that comes back.
  if (wanderer.kind === 'frame-same') {
    wanderer.kind = 'plain';
    await office.goTo(page, wanderer.kind);
  }
  await page.bringToFront();
  await page.evaluate(() => Object.assign(window, { leftBefore: true }));
  await page.goto(`${office.harness.address}/no-editor.html`);
  await page.goBack({ waitUntil: 'commit' });
  await isReady(page);
  const kept = await page.evaluate(() => 'leftBefore' in window);
  day.back[kept ? 'kept' : 'loaded']++;
  await look(day, wanderer);
}

async function writeOnDesk(day: Day): Promise<void> {
  const desk = await openDesk(day);
  await writeAtEnd(day, desk);
  await isKept(day);
  await desk.close();
}

/** The session's memory is full: the desk says that its text will not stay, and keeps it once there is room. */
async function writeOnFullDesk(day: Day): Promise<void> {
  const { office, failures } = day;
  const desk = await openDesk(day);
  await fill(office, 'session');
  await writeAtEnd(day, desk);
  await desk
    .locator('.kept-note')
    .waitFor(wait)
    .catch(() => failures.push('storage: a full one is not told of on the desk'));
  await free(office, 'session');
  await writeAtEnd(day, desk);
  await isKept(day);
  await desk.close();
}

async function openDesk({ office, model, failures }: Day): Promise<Page> {
  const desk = await office.openOwn('sidepanel.html?desk');
  const box = desk.locator('#desk-text');
  await box.waitFor(wait);
  await until(async () => (await box.inputValue()) === model.desk).catch(() =>
    failures.push('lost: the desk opens with another text than it was left with'),
  );
  return desk;
}

async function writeAtEnd({ model, random }: Day, desk: Page): Promise<void> {
  const box = desk.locator('#desk-text');
  await box.focus();
  await desk.keyboard.press('Control+End');
  const words = clause(random);
  await desk.keyboard.type(words);
  model.desk += words;
}

async function isKept({ office, model, failures }: Day): Promise<void> {
  await until(async () => {
    const stored = (await office.stored('session', 'desk')) as { readonly text?: string } | undefined;
    return stored?.text === model.desk;
  }).catch(() => failures.push('lost: the desk is not kept'));
}

async function openOptions({ office, model }: Day): Promise<Page> {
  const options = await office.openOwn('options.html');
  await options.locator('#rules [role=switch]').first().waitFor(wait);
  await until(async () =>
    (await options.evaluate(() => document.documentElement.lang)).startsWith(model.language),
  );
  return options;
}

async function changeLanguage(day: Day): Promise<void> {
  const options = await openOptions(day);
  const next = day.model.language === 'zh' ? 'en' : 'zh';
  await options.getByLabel(next === 'zh' ? '中文' : 'English').click();
  const heading = options.getByRole('heading', { name: next === 'zh' ? '快捷键' : 'Shortcuts' });
  if (await isTaken(day, options, () => heading.isVisible())) day.model.language = next;
  await options.close();
}

async function switchRule(day: Day): Promise<void> {
  const { rulesOff, language } = day.model;
  const options = await openOptions(day);
  const name = language === 'zh' ? '过时提法' : 'Outdated references';
  const control = options.locator('#rules li').filter({ hasText: name }).getByRole('switch').first();
  const on = rulesOff.has(ruleSwitched);
  await control.click({ noWaitAfter: true });
  const isSet = async () => (await control.getAttribute('aria-checked')) === String(on);
  if (await isTaken(day, options, isSet)) {
    if (on) rulesOff.delete(ruleSwitched);
    else rulesOff.add(ruleSwitched);
  }
  await options.close();
}

/**
 * Waits until a choice is taken, or refused in words since the storage is full: there it is still taken if it needs no
 * more room than the one before. Resolves to whether it was taken.
 */
async function isTaken(
  { model, isFull }: Day,
  options: Page,
  taken: () => Promise<boolean>,
): Promise<boolean> {
  const words = model.language === 'zh' ? '存储空间已满' : 'storage for Gaozhun on this computer is full';
  const refusal = options.getByText(words).first();
  let isRefused = false;
  await until(async () => {
    isRefused = isFull && (await refusal.isVisible());
    return isRefused || (await taken());
  });
  return !isRefused;
}

async function changeOwn({ office, model, isFull, failures }: Day): Promise<void> {
  const list = await office.ask({ type: 'own-list' });
  if ('fault' in list) throw new Error(list.fault);
  const [known] = list.phrases;
  const { name, wrong } = ownPhrase;
  const draft = { name, wrong, level: '', note: '', source: '' };
  const answer = await office.ask(
    known === undefined ? { type: 'own-take', drafts: [draft] } : { type: 'own-remove', id: known.id },
  );
  if ('fault' in answer && isFull) return;
  if ('fault' in answer) failures.push(`own phrases: ${answer.fault}`);
  else model.hasOwn = known === undefined;
}

/** Ignores a finding of some tab, or what was ignored before no more. */
async function ignore(day: Day, always: boolean): Promise<void> {
  const { office, model, random, isFull, failures } = day;
  const tab = random.pick(day.tabs);
  const { field } = await office.askTab(tab, { type: 'page-state' });
  if (field === null) return;
  const { text, draftKey } = field;
  const before = always ? model.ignored : (model.ignoredIn.get(draftKey) ?? []);
  const [finding] = model.findingsOf(field);
  const [old] = before;
  if (old === undefined && finding === undefined) return;
  const key =
    old ?? (finding === undefined ? undefined : ignoredKey(finding, text, always ? 'always' : 'draft'));
  if (key === undefined) return;
  const type = old === undefined ? 'ignore' : 'restore-ignored';
  const answer = await office.ask({ type, draftKey, finding: key, always });
  if ('fault' in answer) {
    if (!isFull) failures.push(`ignoring: ${answer.fault}`);
  } else {
    const after = old === undefined ? [key] : [];
    if (always) model.ignored = after;
    else model.ignoredIn.set(draftKey, after);
  }
  // The panel, by which an author does this, has the page check again.
  await office.askTab(tab, { type: 'page-recheck' });
}

async function hideOrShow(day: Day): Promise<void> {
  const hidden = day.tabs.find((tab) => tab.hidden);
  const tab = hidden ?? day.random.pick(day.tabs);
  tab.hidden = hidden === undefined;
  await day.office.ask({ type: 'hide-tab', tabId: tab.id, hidden: tab.hidden });
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + wait.timeout;
  while (!(await done())) {
    if (Date.now() > end) throw new Error('What was waited for did not come.');
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
