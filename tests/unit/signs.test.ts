import { describe, expect, it } from 'vitest';
import { hasSign, pairsOf, signOf, signOfUnits, signsIn, signsOfAll } from '../../lib/draft/signs.ts';

const single = signOf('龘');
const pair = signOf('龘靐', '靐齉');
const other = signOf(...pairsOf('齉爩', '靐'));

const namesIn = (text: string) => {
  const found = signsIn(text);
  return Object.entries({ single, pair, other }).flatMap(([name, sign]) =>
    hasSign(found, sign) ? [name] : [],
  );
};

describe('signs of a text', () => {
  it('tells words of one and of two characters', () => {
    expect(namesIn('一个龘字')).toEqual(['single']);
    expect(namesIn('一个龘靐')).toEqual(['single', 'pair']);
    expect(namesIn('靐齉')).toEqual(['pair']);
    expect(namesIn('爩靐')).toEqual(['other']);
    expect(namesIn('靐齉靐')).toEqual(['pair', 'other']);
  });

  it('takes no characters for a word that stand apart, in another order or alone', () => {
    expect(namesIn('靐，齉')).toEqual([]);
    expect(namesIn('齉、龘')).toEqual(['single']);
    expect(namesIn('靐靐')).toEqual([]);
    expect(namesIn('靐')).toEqual([]);
    expect(namesIn('')).toEqual([]);
  });

  it('adds up what several texts have', () => {
    const all = signsOfAll(['靐齉', '', '一'].map((text) => ({ signs: signsIn(text) })));
    expect([single, pair, other].map((sign) => hasSign(all, sign))).toEqual([false, true, false]);
  });

  it('tells single units apart from all others', () => {
    const units = new Uint8Array(0x1_0000);
    units.fill(1, 0xa500, 0xa600);
    units['靐'.charCodeAt(0)] = 1;
    const sign = signOfUnits(units);
    for (const text of ['\ua500', '一\ua5ff', '靐']) expect(hasSign(signsIn(text), sign), text).toBe(true);
    for (const text of ['\ua4ff', '龘', '']) expect(hasSign(signsIn(text), sign), text).toBe(false);
  });

  it('refuses words of other lengths', () => {
    expect(() => signOf('')).toThrow(RangeError);
    expect(() => signOf('三个字')).toThrow(RangeError);
  });

  it('tells many signs apart, and refuses more than it has bits for', () => {
    const own = '鸝鸞爨驫鱻麤龗讟钃灩纞虋';
    const signs = [...own, ...pairsOf(own, own)].slice(0, 40).map((word) => ({ word, sign: signOf(word) }));
    for (const { word } of signs) {
      const found = signsIn(word);
      for (const one of signs) expect(hasSign(found, one.sign), word).toBe(word.includes(one.word));
    }
    expect(() => {
      for (let more = 0; more < 64; more++) signOf('龘');
    }).toThrow(RangeError);
  });
});
