import { describe, expect, it } from 'vitest';
import { decodeText, encodeText, type TextEncoding } from '../../lib/text-file/encodings.ts';
import { editedRaw, withPlainEnds } from '../../lib/text-file/line-ends.ts';

describe('a text file', () => {
  const encodings: readonly TextEncoding[] = ['utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be', 'gb18030'];
  it.each(encodings)('comes and goes in its encoding: %s', (encoding) => {
    const text = '同志们：\n“两个维护”——㐀𠀀€\n';
    const bytes = encodeText(text, encoding);
    expect(bytes).not.toBeNull();
    expect(decodeText(bytes ?? new Uint8Array())).toEqual({ text, encoding });
  });

  it('is told from what is none', () => {
    expect(decodeText(Uint8Array.of(0x50, 0x4b, 0, 0))).toBeNull();
    expect(decodeText(Uint8Array.of(0xff, 0xff, 0x41))).toBeNull();
  });
});

describe('line ends', () => {
  it('stay as they are where nothing is changed, and are the usual ones in new lines', () => {
    const raw = '一、甲\r\n三、乙\n完\r\n\r尾';
    const plain = withPlainEnds(raw);
    expect(plain).toBe('一、甲\n三、乙\n完\n\n尾');
    expect(editedRaw(raw, [])).toBe(raw);
    const edits = [
      { start: 3, end: 3, text: '\n附' },
      { start: 4, end: 5, text: '二' },
      { start: 9, end: 10, text: '' },
    ];
    expect(editedRaw(raw, edits)).toBe('一、甲\r\n附\r\n二、乙\n完\r尾');
  });
});
