import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../scripts/cross-check.ts';
import { attested, packOf } from './phrase-packs.ts';

const wrongIn = (id: string, text: string, right: string, except?: string[]) => ({
  id,
  name: `规范表述${id}`,
  wrong: [{ text, right, ...(except === undefined ? {} : { except }) }],
  ...attested,
});
const messages = (...items: unknown[]) =>
  crossCheck([packOf('formulation', items)]).map(({ entry, message }) => `${entry}: ${message}`);

describe('checking packs against each other', () => {
  test('finds nothing in packs that go together', () => {
    expect(messages(wrongIn('a', '二个维护', '两个维护'), wrongIn('b', '四个服从于', '四个服从'))).toEqual(
      [],
    );
  });

  test('finds ids that stand in two files', () => {
    const pack = packOf('formulation', [{ id: 'a', name: '甲', ...attested }]);
    expect(crossCheck([pack, { ...pack, file: 'other.yaml' }])).toMatchObject([
      { file: 'other.yaml', entry: 'a' },
    ]);
  });

  test('finds wrong forms that stand twice', () => {
    expect(messages(wrongIn('a', '二个维护', '两个维护'), wrongIn('b', '二个维护', '两个维护'))).toEqual([
      'b: 误写“二个维护”在条目“a”里已有。',
    ]);
  });

  test('finds a wrong form inside a right wording, unless every such place is excepted', () => {
    const right = { id: 'right', name: '第二个维护', ...attested };
    expect(messages(wrongIn('a', '二个维护', '两个维护'), right)).toHaveLength(1);
    expect(messages(wrongIn('a', '二个维护', '两个维护', ['第二个维护']), right)).toEqual([]);
    expect(messages(wrongIn('a', '甲', '甲乙甲', ['甲乙']))).toHaveLength(1);
  });
});
