import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reasonOf, reasonOfRepair, reasonOfStyle } from '../../lib/checking/reasons.ts';
import { openDocx } from '../../lib/docx/open.ts';
import { docxFaults, UnusableDocxError } from '../../lib/docx/unusable.ts';
import { sayIn, type Words } from '../../lib/language/language.ts';
import { WordedError } from '../../lib/language/worded-error.ts';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { modifierCategories } from '../../lib/phrases/context-types.ts';
import { parseCsv, textOfFile } from '../../lib/phrases/exchange/csv.ts';
import { readTable } from '../../lib/phrases/exchange/table.ts';
import { readXlsx } from '../../lib/phrases/exchange/xlsx.ts';
import { readYaml } from '../../lib/phrases/exchange/yaml.ts';
import { openSections } from '../../lib/phrases/index-format.ts';
import { extraPacks } from '../../lib/phrases/own/beside.ts';
import { mergeDrafts, sentenceOf } from '../../lib/phrases/own/collection.ts';
import { readOrganisation } from '../../lib/phrases/own/organisation.ts';
import { isOwnFault, type OwnDraft, ownLimits, readDraft } from '../../lib/phrases/own/phrase.ts';
import { readAddress, readKey, readUpdate } from '../../lib/phrases/own/update.ts';
import { readPack } from '../../lib/phrases/pack.ts';
import { explainIssue, forms } from '../../lib/phrases/pack-issue.ts';
import { readPacksFile, writePacksFile } from '../../lib/phrases/packs-file.ts';
import { JoinedArrays } from '../../lib/phrases/spelling/arrays.ts';
import { readBackup } from '../../lib/storage/backup.ts';
import { openPhrases, type PhraseDependencies, phraseFiles } from '../../lib/storage/phrase-cache.ts';
import { readOptions } from '../../scripts/check-options.ts';
import { parsePack, readPackFiles } from '../../scripts/read-packs.ts';
import { readBytes, readInput } from '../../scripts/read-text.ts';
import { newPrivateKey, publicKeyOf, signPack } from '../../scripts/sign-pack.ts';
import { writeOut } from '../../scripts/write-text.ts';
import { packOf, samplePacks, source } from './phrase-packs.ts';
import { expectBoth, expectChinese, expectEnglish, expectNoChinese } from './two-languages.ts';

/** What a piece of work throws, which has to be an error with words in both languages. */
async function thrown(work: () => unknown): Promise<WordedError> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(WordedError);
    if (error instanceof WordedError) return error;
  }
  throw new Error(`Nothing was thrown by ${work}`);
}

/** Expects each to throw an error of this name; each sentence is another, unless it is said that some are the same. */
async function expectErrors(name: string, sentences: number, works: readonly (() => unknown)[]) {
  const errors = await Promise.all(works.map(thrown));
  for (const error of errors) {
    expect(error.name).toBe(name);
    expectBoth(error.words);
  }
  expect(new Set(errors.map(({ words }) => words.en)).size).toBe(sentences);
  return errors;
}

const at = { id: 'a1', fileName: '市委办词库.yaml', today: '2026-03-01' };
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const workbook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"/>`;

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('what is refused is said in both languages:', () => {
  test('files of phrases', async () => {
    const tooLarge = zipSync({ 'xl/workbook.xml': strToU8(workbook) });
    // The size that the directory of the archive tells: 24 bytes after its mark, PK\1\2.
    const directory = tooLarge.findLastIndex((byte, i) => byte === 0x50 && tooLarge[i + 2] === 1);
    new DataView(tooLarge.buffer).setUint32(directory + 24, 40_000_001, true);
    await expectErrors('PackRefusedError', 4, [
      () => textOfFile(Uint8Array.of(0, 0xff, 0xff, 0xff)),
      () => readXlsx(strToU8('no')),
      () => readXlsx(zipSync({ 'word/document.xml': strToU8('<w/>') })),
      () => readXlsx(zipSync({ 'xl/workbook.xml': strToU8('<') })),
      () => readXlsx(zipSync({ 'xl/workbook.xml': strToU8(workbook) })),
      () => readXlsx(tooLarge),
    ]);
  });

  test('packs and their updates', async () => {
    const key = newPrivateKey();
    const publicKey = readKey(publicKeyOf(key));
    const pack = JSON.stringify({ name: '市委办词库', version: 4, entries: [{ name: '市民服务中心' }] });
    const { update } = signPack(pack, key);
    const read = (text: string, current: number) => readUpdate(text, publicKey, current, '2026-03-01');
    await expectErrors('PackRefusedError', 14, [
      () => readOrganisation(7, at),
      () => readOrganisation({ name: '空' }, at),
      () => readOrganisation({ name: '空', entries: [{}] }, at),
      () => readOrganisation({ kind: '没有', entries: [] }, at),
      () => readAddress('没有'),
      () => readAddress('http://a.cn'),
      () => readAddress('https://a:b@a.cn'),
      () => readKey('公钥'),
      () => read('<html>', 0),
      () => read(update.replace('市民', '居民'), 0),
      () => read(JSON.stringify({ ...JSON.parse(update), version: 9 }), 0),
      () => read(update, 5),
      () => signPack(pack.replace('4', '0'), key),
      () => {
        const importKey = () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
        vi.stubGlobal('crypto', { subtle: { importKey } });
        return read(update, 0);
      },
    ]);
  });

  test('documents', async () => {
    for (const words of Object.values(docxFaults)) expectBoth(words);
    const [error] = await expectErrors('UnusableDocxError', 1, [() => openDocx(strToU8('PK no'))]);
    expect(error?.cause).toBeInstanceOf(Error);
    expect(new UnusableDocxError('old').words).toBe(docxFaults.old);
  });

  test('an index that is damaged', async () => {
    const blob = compilePacks(samplePacks(), () => []);
    const changed = (word: number) => {
      const copy = new Uint32Array(blob.slice(0));
      copy[word] = (copy[word] ?? 0) ^ 1;
      return copy.buffer;
    };
    await expectErrors('IndexDamagedError', 7, [
      () => openSections(new ArrayBuffer(0)),
      () => openSections(blob.slice(0, -1)),
      () => openSections(blob.slice(0, -4)),
      () => openSections(changed(3)),
      () => openSections(changed(40)),
      () => new JoinedArrays(new Uint8Array(2)).next(Uint8Array),
      () => new JoinedArrays(Uint8Array.of(9, 0, 0, 0)).next(Uint8Array),
    ]);
  });

  test('files and options of the command line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gaozhun-faults-'));
    const file = (name: string, bytes: Uint8Array) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    mkdirSync(join(folder, 'dir'));
    const options = (...args: string[]) => {
      return () => {
        process.argv = [...argv.slice(0, 2), ...args];
        return readOptions();
      };
    };
    const { argv } = process;
    try {
      await expectErrors('UnusableInputError', 7, [
        () => readBytes(join(folder, 'none.txt')),
        () => readBytes(folder),
        () => readInput(file('a.txt', Uint8Array.of(0, 1))),
        () => readInput(file('a.docx', strToU8('no'))),
        () => writeOut(join(folder, 'none', 'a.txt'), new Uint8Array()),
        () => writeOut(join(folder, 'dir'), new Uint8Array()),
        () => writeOut(join(folder, 'a.txt', 'b.txt'), new Uint8Array()),
      ]);
      const clashes = [
        '--batch a b',
        '--batch a --fix safe',
        '--batch a --explain',
        'a --timeline --explain',
        'a --timeline --fix safe',
        'a --explain --fix safe',
        'a --explain --json',
        'a --json --fix safe',
        'a --out b',
        'a --tracked',
        'a b --fix safe --out c',
        'a.docx --fix safe',
      ].map((line) => options(...line.split(' ')));
      await expectErrors('UnusableInputError', 18, [
        ...clashes,
        options(),
        options('--date', '2026', 'a'),
        options('--fix', 'all', 'a'),
        options('--none'),
        options('--json=1'),
        options('--date'),
      ]);
    } finally {
      process.argv = argv;
      rmSync(folder, { recursive: true });
    }
  });
});

const draft = (fields: Partial<OwnDraft>): OwnDraft => {
  return { name: '市民服务中心', wrong: '', level: '', note: '', source: '', ...fields };
};

describe('what is wrong is said in both languages:', () => {
  test('with phrases of one’s own', () => {
    const drafts = [
      { name: '' },
      { name: '市' },
      { name: '市'.repeat(101) },
      { wrong: Array.from({ length: 21 }, (_, i) => `误写${i}`).join('；') },
      { wrong: '的' },
      { wrong: '误'.repeat(61) },
      { wrong: '市民服务中心' },
      { level: '严重' },
      { note: '说'.repeat(201) },
      { source: '说'.repeat(101) },
    ];
    for (const fields of drafts) {
      const read = readDraft(draft(fields), () => 'own-1');
      if (!isOwnFault(read)) throw new Error(`${JSON.stringify(fields)} was taken.`);
      expectBoth(sentenceOf(read));
      expectBoth(sentenceOf(read, 7));
    }
    let next = 0;
    const newId = () => `own-${next++}`;
    const { phrases } = mergeDrafts([], [draft({ wrong: '市民中心' })], newId);
    const against = [draft({ name: '市民中心' }), draft({ name: '便民大厅', wrong: '市民服务中心' })];
    const full = Array.from({ length: ownLimits.phrases + 1 }, (_, i) => draft({ name: `提法${i}` }));
    const refused = [mergeDrafts(phrases, against, newId), mergeDrafts([], full, newId)];
    expect(refused.flatMap((merge) => merge.refused)).toHaveLength(3);
    for (const { fault } of refused.flatMap((merge) => merge.refused)) expectBoth(sentenceOf(fault));
  });

  test('with rows of files', () => {
    const yaml = ['一：', '- 规范表述: "市\n', '- 市\n', '- 误写: 市民\n'].map(readYaml);
    const tables = ['', '市民,中心', '规范表述,误写\n,市民\n甲,"市民\n'].map((text) =>
      readTable(parseCsv(text)),
    );
    const faults = [...yaml, ...tables].flatMap((read) => ('faults' in read ? read.faults : []));
    expect(new Set(faults.map(({ en }) => en)).size).toBe(7);
    faults.forEach(expectBoth);
  });

  const context = { kind: 'context', trueUntil: '2026-03-01' };
  const group = {
    id: 'a',
    category: modifierCategories[0],
    direction: 'forward',
    scope: 'clause',
    words: ['原'],
  };
  const member = { name: '十届', from: '2026-01-01', to: '2026-02-01', source, attestation: 'A' };
  const series = (...members: object[]) => [{ id: 'a', name: '党代会', numbering: 'plenum', members }];
  const packs: readonly (readonly [string, unknown])[] = [
    ['no head', {}],
    ['no kind', { kind: '没有', trueUntil: '2026-03-01' }],
    ['no day', { kind: 'context', trueUntil: '昨天' }],
    ['no list', context],
    ['no item', { ...context, groups: ['原'] }],
    ['an unknown name', { ...context, groups: [{ ...group, 名称: '原' }] }],
    ['a number', { ...context, groups: [{ ...group, words: [3] }] }],
    ['no words', { ...context, groups: [{ ...group, words: [] }] }],
    ['no truth', { ...context, groups: [{ ...group, decisive: false }] }],
    ['no list of words', { ...context, groups: [{ ...group, words: '原' }] }],
    ['an example without a target', { ...context, groups: [{ ...group, alarm: ['原市工商局'] }] }],
    ['an id in capitals', { ...context, groups: [{ ...group, id: 'A' }] }],
    ['an id that stands twice', { ...context, groups: [group, group] }],
    [
      'no boolean',
      { kind: 'set-phrase', trueUntil: '2026-03-01', entries: [{ id: 'a', name: '甲', ambiguous: '是' }] },
    ],
    [
      'no number',
      { kind: 'context-weights', trueUntil: '2026-03-01', weights: [{ feature: '原', weight: '一' }] },
    ],
    [
      'an unknown unit',
      {
        kind: 'anniversary',
        trueUntil: '2026-03-01',
        entries: [
          { id: 'a', name: '甲', forms: ['甲'], from: '2026-01-01', unit: '年', source, attestation: 'A' },
        ],
      },
    ],
    [
      'a short fixed wording',
      { kind: 'fixed-wording', trueUntil: '2026-03-01', entries: [{ text: '甲', source, attestation: 'A' }] },
    ],
    ['a term of 0', { kind: 'series', trueUntil: '2026-03-01', series: series({ ...member, term: 0 }) }],
    [
      'a term of a half',
      { kind: 'series', trueUntil: '2026-03-01', series: series({ ...member, term: 1.5 }) },
    ],
    [
      'members in no order',
      { kind: 'series', trueUntil: '2026-03-01', series: series({ ...member, to: '2025-01-01' }) },
    ],
    [
      'a wrong form that stands twice',
      {
        kind: 'confusable',
        trueUntil: '2026-03-01',
        entries: [1, 2].map(() => ({ text: '帐户', right: '账户', source, attestation: 'A' })),
      },
    ],
  ];
  test('with a pack, another sentence for each fault', () => {
    const said = packs.flatMap(([, data]) => readPack('a', data).problems).map(({ what }) => what.en);
    // A term of 0 and one of a half are no whole numbers above 0.
    expect(new Set(said).size).toBe(packs.length - 1);
  });

  test.each(packs)('with a pack that has %s', (_, data) => {
    const { problems } = readPack('市委办词库.yaml', data);
    expect(problems).toHaveLength(1);
    for (const { what, message } of problems) {
      expectBoth(what);
      expectBoth(message);
      expect(message.zh.startsWith('市委办词库.yaml')).toBe(true);
    }
  });

  test('with each form of a pack’s values, and with values that no schema of ours has', () => {
    for (const [form, words] of Object.entries(forms)) {
      expectBoth(words);
      const read = v.safeParse(v.pipe(v.string(), v.regex(/^$/u, form)), '甲');
      expect(read.issues?.map(explainIssue)).toEqual([
        { zh: `填写有误（${words.zh}）`, en: `is wrong (${words.en})` },
      ]);
    }
    v.safeParse(v.pipe(v.string(), v.maxLength(0)), '甲')
      .issues?.map(explainIssue)
      .forEach(expectBoth);
  });

  test('with files of packs', async () => {
    const head = 'kind: context\ntrueUntil: 2026-03-01\n';
    const problems = [
      ...(await readPackFiles(['/nowhere/own.yaml'])).problems,
      ...parsePack('a.yaml', 'kind: "context\n').problems,
      ...parsePack('a.yaml', `${head}groups:\n  - id: "a\n  - {id: b}\n`).problems,
      ...readPacksFile(7).problems,
    ];
    expect(problems.length).toBeGreaterThanOrEqual(5);
    for (const { message } of problems) expectBoth(message);
  });

  test('with parts of a backup', () => {
    const read = readBackup(
      JSON.stringify({
        format: 'gaozhun-backup',
        version: 1,
        settings: Object.fromEntries(
          [
            'rulesOff',
            'sitesOff',
            'siteChoices',
            'place',
            'unit',
            'numberingStyle',
            'language',
            'ignored',
            'strictness',
          ].map((field) => [field, 7]),
        ),
        drafts: 7,
        own: [7],
        kept: { starred: 7, recent: 7 },
        organisations: 7,
        update: 7,
      }),
    );
    expect(read?.faults).toHaveLength(15);
    for (const { zh, en } of read?.faults ?? []) {
      expectChinese(zh);
      expectNoChinese(en);
    }
  });

  test('with the index and the packs that came with the extension', async () => {
    const packs = JSON.parse(writePacksFile(samplePacks(), () => []));
    packs.packs[0].data.entries[0].attestation = 'Z';
    const files: Readonly<Record<string, string>> = { [phraseFiles.packs]: JSON.stringify(packs) };
    const fetchFrom = (here: Readonly<Record<string, BodyInit>>): PhraseDependencies['fetch'] => {
      return async (path) => new Response(here[path], { status: here[path] === undefined ? 404 : 200 });
    };
    const storeWith = (record: unknown) => async () => ({
      get: async () => record,
      put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      close: () => undefined,
    });
    const extra = extraPacks([
      packOf('formulation', [{ id: 'a', name: '市民中心', wrong: [], source, attestation: 'A' }]),
    ]);
    const refused = () => Promise.reject(new DOMException('refused', 'InvalidStateError'));
    const opened = await Promise.all([
      openPhrases({ fetch: fetchFrom({}), openStore: refused, patience: 1_000, extra }),
      openPhrases({ fetch: fetchFrom(files), openStore: storeWith(undefined), patience: 1_000 }),
      openPhrases({ fetch: fetchFrom({}), openStore: storeWith({ stamp: '' }), patience: 1_000 }),
    ]);
    const problems: Words[] = opened.flatMap((one) => one.problems);
    problems.forEach(expectBoth);
    expect(new Set(problems.map(({ en }) => en)).size).toBe(7);
  });
});

test('the reasons of changes are in the language of the finding', () => {
  [reasonOfRepair, reasonOfStyle].forEach(expectBoth);
  const finding = { message: 'Please check.', source: { title: '《公报》', date: '2026-03-01' } };
  expectEnglish(reasonOf(finding, sayIn('en')));
  expect(reasonOf({ ...finding, message: '请核对。' }, sayIn('zh'))).toBe(
    '请核对。依据：《公报》（2026年3月1日）。',
  );
});
