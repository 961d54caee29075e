import { describe, expect, it } from 'vitest';
import { checksum, hashOfText, hexOf, mixed } from '../../lib/common/hash.ts';

describe('hashes', () => {
  it('of a text are FNV-1a: drafts are stored under them', () => {
    expect(hashOfText('')).toBe(0x811c9dc5);
    expect(hashOfText('a')).toBe(0xe40c292c);
    expect(hashOfText('foobar')).toBe(0xbf9cf968);
    expect(hashOfText('同志')).not.toBe(hashOfText('志同'));
  });

  it('of words change with any one word', () => {
    const words = Uint32Array.from({ length: 50 }, (_, i) => i * 77);
    const whole = hexOf(checksum(words, 0, 50));
    expect(whole).toMatch(/^[\da-f]{16}$/);
    for (let at = 0; at < words.length; at++) {
      const other = words.slice();
      other[at] = (other[at] ?? 0) ^ (1 << (at % 32));
      expect(hexOf(checksum(other, 0, 50)), String(at)).not.toBe(whole);
    }
    expect(checksum(words, 3, 9)).toEqual(checksum(words.slice(3, 9), 0, 6));
  });

  it('mixed of small numbers differ', () => {
    const seen = new Set(Array.from({ length: 65_536 }, (_, value) => mixed(1, value)));
    expect(seen.size).toBe(65_536);
  });
});
