import { describe, expect, it } from 'vitest';
import { type Backup, readBackup, writeBackup } from '../../lib/storage/backup.ts';
import { defaultSettings } from '../../lib/storage/settings-fields.ts';

const whole: Backup = {
  settings: { ...defaultSettings, place: '云溪县', rulesOff: ['numerals'], strictness: 'quiet' },
  drafts: [
    { key: 'https://a.cn/1', date: '2026-11-20', ignored: [{ rule: 'outdated-reference', text: '工商局' }] },
    { key: 'https://a.cn/2', date: '2026-11-29', oldDay: '2022-02-16', ignored: [] },
  ],
  own: [{ id: 'own-1', name: '云溪办事不求人', wrong: ['云溪办事不用求人'], level: 'warning' }],
  kept: { starred: ['set-phrase/four'], recent: ['formulation/x'] },
  organisations: [
    { id: 'abc', name: '本单位', version: 2, from: 'file', takenOn: '2026-01-02', data: [{ kind: 'x' }] },
  ],
  update: { address: 'https://a.cn/pack.json', key: 'AAAA' },
};
const changed = (change: (document: Record<string, unknown>) => void): string => {
  const document: Record<string, unknown> = JSON.parse(writeBackup(whole, '2026-11-20'));
  change(document);
  return JSON.stringify(document);
};

describe('a backup', () => {
  it('is read as it was written', () => {
    expect(readBackup(writeBackup(whole, '2026-11-20'))).toEqual({ backup: whole, faults: [] });
  });

  it('is told from any other file', () => {
    for (const text of ['', 'no', '[]', '{}', 'null', changed((one) => Object.assign(one, { version: 2 }))]) {
      expect(readBackup(text)).toBeNull();
    }
  });

  it('of tens of thousands of entries is read in part, and says so in some lines', () => {
    const read = readBackup(
      changed((one) =>
        Object.assign(one, {
          drafts: Array.from({ length: 60_000 }, (_, at) => ({ key: `k${at}`, ignored: [] })),
          own: Array.from({ length: 5_000 }, () => null),
        }),
      ),
    );
    expect(read?.backup.drafts.length).toBe(30_000);
    expect(read?.faults.length).toBe(21);
    expect(read?.faults[0]?.zh).toBe('稿件日期和忽略第 30000 项之后的内容');
    expect(read?.faults.at(-1)?.zh).toBe('另外 4981 项');
  });

  it('names each field that cannot be read, and gives the others', () => {
    const read = readBackup(
      changed((one) =>
        Object.assign(one, {
          settings: { place: 7, strictness: 'strict', language: 'fr' },
          own: [{ id: 'own-1', name: '好', wrong: [], level: 'warning' }, whole.own[0], null],
          kept: { starred: 'all', recent: ['a', 3] },
          drafts: [
            { key: '', ignored: [] },
            { key: 'k', date: 'never', oldDay: '2022-02-16', ignored: [] },
          ],
          organisations: {},
          update: { address: 1 },
        }),
      ),
    );
    expect(read?.backup).toEqual({
      settings: { strictness: 'strict' },
      drafts: [{ key: 'k', ignored: [] }],
      own: whole.own,
      kept: { starred: [], recent: ['a'] },
      organisations: [],
      update: null,
    });
    expect(read?.faults.map(({ zh }) => zh)).toEqual([
      '我的地方',
      '界面语言',
      '更新地址',
      '稿件日期和忽略第 1 项',
      '我的提法第 1 项',
      '我的提法第 3 项',
      '收藏的提法',
      '最近用过的提法第 2 项',
      '单位词库',
    ]);
  });

  it('names each item of a setting’s list that cannot be read, and gives the others', () => {
    const read = readBackup(
      changed((one) =>
        Object.assign(one, {
          settings: { rulesOff: ['loud', 'numerals'], sitesOff: ['https://a.cn/*', 7], siteChoices: 7 },
        }),
      ),
    );
    expect(read?.backup.settings).toEqual({ rulesOff: ['numerals'], sitesOff: ['https://a.cn/*'] });
    expect(read?.faults.map(({ zh }) => zh)).toEqual([
      '核对内容的开关第 1 项',
      '停用的网站第 2 项',
      '各网站另外核对的内容',
    ]);
  });

  it('takes no pack that claims to be signed or handed out by policy', () => {
    for (const from of ['address', 'policy']) {
      const pack = { ...whole.organisations[0], from };
      const read = readBackup(changed((one) => Object.assign(one, { organisations: [pack] })));
      expect(read?.backup.organisations).toEqual([]);
      expect(read?.faults.map(({ zh }) => zh)).toEqual(['单位词库第 1 项']);
    }
  });

  it('brings nothing it does not hold', () => {
    const bare = JSON.stringify({ format: 'gaozhun-backup', version: 1 });
    expect(readBackup(bare)).toEqual({
      backup: {
        settings: {},
        drafts: [],
        own: [],
        kept: { starred: [], recent: [] },
        organisations: [],
        update: null,
      },
      faults: [],
    });
  });
});
