import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from '../fixture.ts';
import { waitForMarks } from '../marks-view.ts';
import { type OwnWorld, ownWorld } from '../own-world.ts';
import { addressOf, faults, secrets, takeOwn } from './stage.ts';

/*
 * What a renderer that has been taken over could ask of the worker: messages from the world of our own script in a web
 * page, sent through the DevTools protocol.
 */

const surfaces = useSurfaces();
let page: Page;
let world: OwnWorld;
beforeAll(async () => {
  await takeOwn(surfaces);
  page = await surfaces.harness.context.newPage();
  await page.goto(addressOf(surfaces));
  await page.bringToFront();
  await waitForMarks(page, faults);
  world = await ownWorld(page);
});

/** What the worker answers a message; `nothing` where it gives no answer. */
const ask = (message: string): Promise<string> =>
  world.evaluate(`(async () => {
    // What cannot be sent at all is refused here, by the browser.
    const send = async () => await chrome.runtime.sendMessage(${message});
    const answer = await send().catch((error) => ({ refusedHere: String(error) }));
    return answer === undefined || answer === null ? 'nothing' : JSON.stringify(answer);
  })()`);
const stored = async () =>
  JSON.stringify(await (await surfaces.harness.worker()).evaluate('chrome.storage.local.get()'));
/** True if the worker still answers, and nothing has got into what all objects share. */
async function isSound(): Promise<boolean> {
  const worker = await surfaces.harness.worker();
  const isClean = await worker.evaluate(
    '({}).polluted === undefined && ({}).type === undefined && [].polluted === undefined',
  );
  return isClean === true && (await ask(`{ type: 'status' }`)).includes('replyTo');
}

const draft = { text: '稿。', complete: true, draftKey: 'k' };
/** All that pages of the extension alone may ask, rightly put. */
const owns: readonly object[] = [
  { type: 'own-list' },
  { type: 'own-remove', id: 'own-1' },
  { type: 'organisation-list' },
  { type: 'organisation-take', fileName: 'a.json', document: '{"name":"x","entries":[{"name":"甲乙"}]}' },
  { type: 'organisation-remove', id: 'x' },
  { type: 'update-set', address: 'https://a.example/', key: 'x' },
  { type: 'update-check' },
  { type: 'update-remove' },
  { type: 'search', query: '机密', limit: 9 },
  { type: 'kept-phrases' },
  { type: 'star-phrase', id: 'x', on: true },
  { type: 'entry', id: 'own-1' },
  { type: 'set-site', pattern: '*://*/*', off: true },
  { type: 'set-also-read', pattern: '*://*/*', what: 'optedOut', on: true },
  { type: 'set-place', place: '某县' },
  { type: 'set-unit', unit: '某办' },
  { type: 'set-language', language: 'en' },
  { type: 'set-strictness', strictness: 'certain' },
  { type: 'set-speaking-rate', rate: 200 },
  { type: 'backup' },
  { type: 'restore', document: '{}', apply: true },
  { type: 'hide-tab', tabId: 1, hidden: true },
  { type: 'timeline', ...draft },
  { type: 'outline', ...draft },
  { type: 'plan-style', ...draft, style: 'official' },
  { type: 'ignored', draftKey: 'k' },
];

describe('a script in a web page is refused', () => {
  it.each(owns.map((message) => [(message as { type: string }).type, message] as const))(
    '%s',
    async (_, message) => {
      const before = await stored();
      const answer = await ask(JSON.stringify(message));
      // Malformed ones get no answer at all, the others a sentence.
      expect(answer === 'nothing' || answer.startsWith('{"fault":'), answer).toBe(true);
      expect(secrets.filter((secret) => answer.includes(secret))).toEqual([]);
      expect(await stored()).toBe(before);
    },
  );
});

it('a script in a web page notes no phrase as used while the search by // is off', async () => {
  const before = await stored();
  await ask(`{ type: 'phrase-used', id: 'x' }`);
  expect(await stored()).toBe(before);
});

const check = (more: string) =>
  `{ type: 'check', text: '稿。', complete: true, draftKey: 'k', stage: 'decided', ${more} }`;
/** Messages out of shape: a name, and the expression that makes it. */
const malformed: readonly (readonly [string, string])[] = [
  ['undefined', 'undefined'],
  ['null', 'null'],
  ['a number', '7'],
  ['a string', `'check'`],
  ['a list', `['check']`],
  ['an empty object', '{}'],
  ['no type', '{ text: 1 }'],
  ['a type that is an object', '{ type: { toString: 1 } }'],
  ['a type that is a list', `{ type: ['status'] }`],
  ['the type __proto__', `{ type: '__proto__' }`],
  ['the type constructor', `{ type: 'constructor' }`],
  ['the type toString', `{ type: 'toString' }`],
  ['the type hasOwnProperty', `{ type: 'hasOwnProperty' }`],
  ['a type of a million characters', `{ type: 'x'.repeat(1e6) }`],
  ['a type with a NUL', `{ type: 'status\\0' }`],
  ['a text that is a number', check('text: 7')],
  ['a text that is a list', check(`text: ['稿']`)],
  ['a text of 1.2 million characters', check(`text: '稿'.repeat(1.2e6)`)],
  [
    'a change of a text with places below zero',
    check(`text: { since: 'x', change: { start: -1, end: 0, text: '' } }`),
  ],
  [
    'a change with places that are no whole numbers',
    check(`text: { since: 'x', change: { start: 0.5, end: 1, text: '' } }`),
  ],
  [
    'a change with places beyond all',
    check(`text: { since: 'x', change: { start: 1e308, end: 1e309, text: '' } }`),
  ],
  ['a draft key of 3,000 characters', check(`draftKey: 'k'.repeat(3000)`)],
  ['a draft key that is an object', check('draftKey: {}')],
  ['a stage that is none', check(`stage: '__proto__'`)],
  [
    '6,000 numbered items',
    check(`numbered: Array.from({ length: 6000 }, () => ({ start: 0, end: 1, depth: 0, value: 1 }))`),
  ],
  ['numbered items that are none', check('numbered: [null, 7, {}]')],
  ['completeness that is a word', check(`complete: 'true'`)],
  ['a finding that is none, to be ignored', `{ type: 'ignore', draftKey: 'k', finding: 7, always: true }`],
  [
    'a finding with another prototype, to be ignored',
    `{ type: 'ignore', draftKey: 'k', finding: JSON.parse('{"__proto__":{"rule":"x","text":"y"}}'), always: true }`,
  ],
  [
    '3,001 own phrases',
    `{ type: 'own-take', drafts: Array.from({ length: 3001 }, () => ({ name: '甲乙', wrong: '', level: '', note: '', source: '' })) }`,
  ],
  ['own phrases that are an object', `{ type: 'own-take', drafts: { length: 1 } }`],
  ['a rule that is an object', `{ type: 'set-rule', rule: {}, on: false }`],
  ['a rule named __proto__', `{ type: 'set-rule', rule: '__proto__', on: false }`],
  ['a rule that is switched by a word', `{ type: 'set-rule', rule: 'outdated-reference', on: 'false' }`],
  ['a day that is none', `{ type: 'set-date', draftKey: 'k', date: '2026-13-45T' }`],
  ['a day that is a number', `{ type: 'set-date', draftKey: 'k', date: 0 }`],
  [
    'counts below zero',
    `{ type: 'page-changed', count: -1, errors: 0, question: null, optedOut: false, used: true, empty: false }`,
  ],
  [
    'counts beyond all',
    `{ type: 'page-changed', count: 1e309, errors: NaN, question: null, optedOut: false, used: true, empty: false }`,
  ],
  ['a note of shortcuts that is none', `{ type: 'key-hint', note: 'x' }`],
  ['a style that is none', `{ type: 'set-numbering-style', style: 'constructor' }`],
  [
    'a list to be repaired that is nowhere',
    `{ type: 'plan-repair', text: '一、', complete: true, draftKey: 'k', at: -5 }`,
  ],
];

describe('a message out of shape does nothing:', () => {
  it.each(malformed)('%s', async (_, message) => {
    const before = await stored();
    const answer = await ask(message);
    expect(answer === 'nothing' || /"(?:fault|refusedHere|ok)":/u.test(answer), answer).toBe(true);
    expect(await stored()).toBe(before);
    expect(await isSound()).toBe(true);
  });
});

/** Well-formed ones that hide something: they are answered, or not, and nothing is hurt. */
const tricky: readonly (readonly [string, string])[] = [
  [
    'getters',
    `Object.defineProperty({ type: 'status' }, 'text', { enumerable: true, get() { return { polluted: 1 }; } })`,
  ],
  [
    'a getter that throws',
    `Object.defineProperty({ type: 'status' }, 'text', { enumerable: true, get() { throw new Error('no'); } })`,
  ],
  ['a toJSON of its own', `{ type: 'status', toJSON() { return { type: 'backup' }; } }`],
  [
    'a proxy',
    `new Proxy({ type: 'status' }, { get: (one, name) => name === 'type' ? 'backup' : one[name] })`,
  ],
  [
    '__proto__ beside the fields',
    `JSON.parse('{"type":"status","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')`,
  ],
  ['a circle', `(() => { const one = { type: 'status' }; one.one = one; return one; })()`],
  [
    '100,000 further fields',
    `Object.assign({ type: 'status' }, Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => ['f' + i, i])))`,
  ],
  [
    'a nesting of 5,000',
    `(() => { let one = {}; for (let i = 0; i < 5000; i++) one = { one }; return { type: 'status', one }; })()`,
  ],
  ['a text of lone surrogates', check(`text: '\\ud800'.repeat(5000)`)],
  [
    'a text of control characters',
    check(`text: Array.from({ length: 2000 }, (_, i) => String.fromCharCode(i)).join('')`),
  ],
  ['a draft key named __proto__', check(`draftKey: '__proto__'`)],
  [
    'a change of a text that nobody knows',
    check(`text: { since: '__proto__', change: { start: 0, end: 9, text: 'x' } }`),
  ],
  ['a text of 200,000 hostile ordinals', check(`text: '其次，'.repeat(66000)`)],
  ['a text of 190,000 marks', check(`text: '《'.repeat(190000)`)],
];

describe('a message that hides something hurts nothing:', () => {
  it.each(tricky)('%s', async (_, message) => {
    const before = await stored();
    const answer = await ask(message);
    expect(secrets.filter((secret) => answer.includes(secret))).toEqual([]);
    expect(await stored()).toBe(before);
    expect(await isSound()).toBe(true);
  });

  it('own phrases that a page gives are taken, and the others are not told', async () => {
    const answer = await ask(
      `{ type: 'own-take', drafts: [{ name: '便民驿站', wrong: '便民站点', level: '', note: '', source: '' }] }`,
    );
    expect(answer).toContain('"phrases":[]');
    expect(secrets.filter((secret) => answer.includes(secret))).toEqual([]);
  });

  it('the storage is the extension’s: what a script of ours in a page may read has no phrases of a draft key that is __proto__', async () => {
    await ask(`{ type: 'set-date', draftKey: '__proto__', date: '2020-01-01' }`);
    await ask(`{ type: 'ignore', draftKey: 'constructor', finding: { rule: 'x', text: 'y', message: 'z' } }`);
    expect(await isSound()).toBe(true);
  });

  it('a check beside one of hostile ordinals is answered', async () => {
    const slow = ask(check(`text: '其次，'.repeat(66000)`));
    await expect.poll(async () => await ask(check(`text: '市工商局牵头。'`)), wait).toContain('工商局');
    await slow;
  });
});
