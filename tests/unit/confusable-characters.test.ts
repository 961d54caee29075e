import { beforeAll, describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { signsIn } from '../../lib/draft/signs.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { lookalikeOf, lookalikeRun } from '../../lib/rules/confusable/characters.ts';
import { dateFindings } from '../../lib/rules/confusable/date-characters.ts';
import { lookalikeFindings } from '../../lib/rules/confusable/lookalikes.ts';
import {
  isCoined,
  isFirm,
  isForeignName,
  isPerson,
  isTwoCountries,
} from '../../lib/rules/confusable/proper-names.ts';
import type { RuleFinding } from '../../lib/rules/types.ts';
import { createCheckSession } from '../../scripts/check-session.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

const repaired = (text: string, findings: readonly Pick<RuleFinding, 'fixes'>[]) =>
  applyEdits(
    text,
    findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );

describe('the table of look-alikes', () => {
  it('gives a normal character that is no look-alike itself, for every one', () => {
    for (const [from, to] of [
      [0x2e80, 0x2fdf],
      [0x4e00, 0x9fff],
      [0xf900, 0xfaff],
      [0x2f800, 0x2fa1f],
    ] as const) {
      for (let code = from; code <= to; code++) {
        const character = String.fromCodePoint(code);
        const found = lookalikeOf(character);
        if (found === undefined) continue;
        expect(found.right, character).toMatch(/^\p{Script=Han}$/u);
        expect(found.right, character).not.toBe(character);
        expect(lookalikeOf(found.right), `${character} to ${found.right}`).toBeUndefined();
        expect(character.match(lookalikeRun)?.[0], character).toBe(character);
      }
    }
  });

  it('knows all of the Kangxi radicals', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      expect(lookalikeOf(String.fromCodePoint(code))?.kind, code.toString(16)).toBe('radical');
    }
  });

  it.each([
    ['岀', '出'],
    ['釆', '采'],
    ['髙', '高'],
    ['\u2f08', '人'],
    ['\u2fa7', '長'],
    ['\u2fa4', '采'],
    ['\u2ec4', '西'],
    ['\u2ed3', '长'],
    ['\u2ee9', '黄'],
    ['\uf967', '不'],
  ])('reads %s as %s', (written, right) => {
    expect(lookalikeOf(written)?.right).toBe(right);
  });

  it.each([...'出采日曰己已巳未末土士人入干千长龙见'])('leaves %s alone', (character) => {
    expect(lookalikeOf(character)).toBeUndefined();
  });

  it('leaves the twelve ideographs among the compatibility characters alone', () => {
    for (const code of [0xfa0e, 0xfa0f, 0xfa11, 0xfa13, 0xfa14, 0xfa1f, 0xfa21, 0xfa23, 0xfa24, 0xfa27]) {
      expect(lookalikeOf(String.fromCodePoint(code)), code.toString(16)).toBeUndefined();
    }
  });
});

const lookalikesIn = (text: string) => lookalikeFindings({ text, signs: signsIn(text) });

describe('look-alikes in a paragraph', () => {
  it('marks a run once and repairs it', () => {
    const text = '各地\u2f29\u2f29组坚持\u2f63态优先，岀台政策。';
    const findings = lookalikesIn(text);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual([
      '\u2f29\u2f29',
      '\u2f63',
      '岀',
    ]);
    expect(repaired(text, findings)).toBe('各地小小组坚持生态优先，出台政策。');
  });

  it('counts UTF-16 units past characters of two', () => {
    const text = '𠮷家\u{2f800}釆购';
    expect(lookalikesIn(text).map(({ start, end }) => [start, end])).toEqual([
      [3, 5],
      [5, 6],
    ]);
  });

  it('warns of a private character within a sentence, not of a bullet', () => {
    expect(lookalikesIn('责任\ue004压实').map(({ level, fixes }) => [level, fixes])).toEqual([
      ['warning', []],
    ]);
    expect(lookalikesIn('\uf06c压实责任')).toEqual([]);
  });

  it('is silent where the character is spoken of, and on 徐巿', () => {
    expect(lookalikesIn('“釆”与“采”不同，岀字是讹写，徐巿东渡。')).toEqual([]);
  });
});

describe('wrong characters in dates', () => {
  it.each([
    ['二○二六年工作', '二〇二六年工作', 'hint'],
    ['二零二六年工作', '二〇二六年工作', 'hint'],
    ['2O26年工作', '2026年工作', 'warning'],
    ['三月五曰', '三月五日', 'error'],
    ['3月15曰', '3月15日', 'error'],
  ])('repairs %s', (text, right, level) => {
    const findings = dateFindings({ text, signs: signsIn(text) });
    expect(findings.map((one) => one.level)).toEqual([level]);
    expect(repaired(text, findings)).toBe(right);
  });

  it.each(['二〇二六年', '2026年', '子曰', '两千零六年', '一百零五年', '十二月曰嘉平'])(
    'is silent on %s',
    (text) => {
      expect(dateFindings({ text, signs: signsIn(text) })).toEqual([]);
    },
  );
});

describe('words with a wrong character', () => {
  let check: Awaited<ReturnType<typeof createCheckSession>>['check'];
  beforeAll(async () => {
    ({ check } = await createCheckSession());
  });
  const found = async (text: string) =>
    (await check(text, '2026-11-20')).findings.filter(({ rule }) => rule === 'confusable-characters');

  it('only hints at a spelling that was merely not recommended', async () => {
    expect((await found('要下工夫弄清成份。')).map(({ level }) => level)).toEqual(['hint', 'hint']);
  });

  it('leaves a title as its authors wrote it, but for what is plainly wrong', async () => {
    expect(await found('《部份旧规》已经废止。')).toEqual([]);
    expect(await found('《教肓公平》一文引起反响。')).toHaveLength(1);
  });

  it('says what the right word is and where it comes from', async () => {
    const [finding] = await found('当务之极是稳住就业。');
    expect(finding?.message).toBe('此处有错字，应为“当务之急”。');
    expect(finding?.source?.title).toBe('《现代汉语词典》（第7版）');
  });

  it.each([
    '其严厉程度也是空前的。',
    '县志编纂改由档案馆牵头。',
    '山区线路严重覆冰。',
    '他那不能自已的神情让人动容。',
    '承担付款责任。',
  ])('sees none in what two words have side by side: %s', async (text) => {
    expect(await found(text)).toEqual([]);
  });

  it.each([
    ['再现奋斗厉程。', '再现奋斗历程。'],
    ['不得纂改数据。', '不得篡改数据。'],
    ['要切实担付起责任。', '要切实担负起责任。'],
    ['按照统一部暑推进。', '按照统一部署推进。'],
    ['既使面临困难也不退缩。', '即使面临困难也不退缩。'],
  ])('finds the same words where they are whole: %s', async (text, right) => {
    const findings = await found(text);
    expect(
      applyEdits(
        text,
        findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
      ),
    ).toBe(right);
  });

  it('waits for the segmenter with short words only', async () => {
    const { knowledge } = await loadBuiltInKnowledge();
    const checker = createChecker(knowledge);
    const { findings, wantsSegmenter } = checker.check('当务之极是再现奋斗厉程。', { today: '2026-11-20' });
    expect(findings.map(({ start, end }) => [start, end])).toEqual([[0, 4]]);
    expect(wantsSegmenter).toBe(true);
  });
});

describe('names of persons and things', () => {
  it.each([
    ['曾强同志主持会议', '曾强'],
    ['请周伟书记讲话', '周伟'],
    ['边静、范伟两位同志', '边静'],
    ['民警石力连续值守', '石力'],
    ['政务办陈主任介绍', '办陈'],
  ])('are persons in %s', (text, name) => {
    expect(isPerson(text, text.indexOf(name))).toBe(true);
  });

  it.each([
    ['要曾强信心', '曾强'],
    ['学校周伟环境', '周伟'],
    ['壮大经济石力', '石力'],
    ['范伟说明不清', '范伟'],
    ['大家安照总书记的要求', '安照'],
  ])('are none in %s', (text, pair) => {
    expect(isPerson(text, text.indexOf(pair))).toBe(false);
  });

  it('are foreign names, firms, countries and coined names', () => {
    expect(isForeignName('叙利亚卡米什利市', 5)).toBe(true);
    expect(isForeignName('取得什利成果', 2)).toBe(false);
    expect(isFirm('江西金力永磁科技公司', 2)).toBe(true);
    expect(isFirm('金力推进，服务公司', 0)).toBe(false);
    expect(isTwoCountries('推动中布友好合作', 2)).toBe(true);
    expect(isTwoCountries('促进中布崛起', 2)).toBe(false);
    expect(isCoined('实施“优师计划”', 3)).toBe(true);
    expect(isCoined('他说：“优师突出，再接再厉。”', 4)).toBe(false);
  });
});
