import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../lib/common/base64.ts';

describe('base64', () => {
  it.each([0, 1, 2, 3, 0x8000, 0x8001, 100_000])('gives %d bytes back as they were', (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + (at >> 8)) & 0xff);
    const words = toBase64(bytes);
    expect(words).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(words)).toEqual(bytes);
  });

  it('is null where it is malformed', () => {
    for (const words of ['a', '汉', 'ab=c']) expect(fromBase64(words)).toBeNull();
  });
});
