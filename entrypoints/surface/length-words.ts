import { say } from '../../components/say.ts';
import { minutesOf } from '../../lib/draft/length.ts';

/** The length of a draft in words; with a rate (characters a minute) also how long it takes to read it out. */
export function lengthInWords(characters: number, rate?: number): string {
  const count = characters.toLocaleString('en-US');
  const length = say(`${count} 字`, `${count} chars`);
  if (rate === undefined) return length;
  const minutes = minutesOf(characters, rate);
  const time =
    minutes === 0 ? say('不到1分钟', 'under 1 min') : say(`约${minutes}分钟`, `about ${minutes} min`);
  return `${length} · ${time}`;
}
