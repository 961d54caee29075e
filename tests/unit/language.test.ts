import { describe, expect, it } from 'vitest';
import { language, say } from '../../components/say.ts';
import { sayIn } from '../../lib/language/language.ts';

describe('the words of a language', () => {
  it('are the first in Chinese and the second in English', () => {
    expect(sayIn('zh')('检索', 'Search')).toBe('检索');
    expect(sayIn('en')('检索', 'Search')).toBe('Search');
  });
  it('follow the language of the surface', () => {
    expect(say('检索', 'Search')).toBe('检索');
    language.value = 'en';
    expect(say('检索', 'Search')).toBe('Search');
    language.value = 'zh';
  });
});
