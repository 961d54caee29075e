/** What makes characters alike: their sounds, from pinyin-pro, and their shapes, from assets/prose/shapes.txt. */
import { pinyin } from 'pinyin-pro';
import { type Likenesses, soundsOfOne } from '../../lib/phrases/prose/alternatives.ts';
import { firstId } from '../../lib/phrases/prose/reading.ts';

/** Sounds that are one in much spoken and typed Chinese: z and zh, n and l, r and l, f and h, an and ang, in and ing. */
function blurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/^[nr](?=[aeiouv])/u, 'l')
    .replace(/^fu$/u, 'hu')
    .replace(/(an|en|in)g$/u, '$1');
}

/** The likenesses of all ids, given their code units and the lines of shapes.txt. */
export function likenessesOf(units: Uint16Array, shapes: string): Likenesses {
  const characters = Array.from(units, (unit) => String.fromCharCode(unit));
  const numbers = new Map<string, number>();
  const sounds = new Uint16Array(units.length * soundsOfOne);
  for (let id = firstId; id < units.length; id++) {
    const own = pinyin(characters[id] ?? '', { toneType: 'none', type: 'array', multiple: true, v: true });
    for (const [place, syllable] of [...new Set(own)].slice(0, soundsOfOne).entries()) {
      if (!numbers.has(syllable)) numbers.set(syllable, numbers.size + 1);
      sounds[id * soundsOfOne + place] = numbers.get(syllable) ?? 0;
    }
  }
  const blurNumbers = new Map<string, number>();
  const blurs = new Uint16Array(numbers.size + 1);
  for (const [syllable, number] of numbers) {
    const blur = blurred(syllable);
    if (!blurNumbers.has(blur)) blurNumbers.set(blur, blurNumbers.size + 1);
    blurs[number] = blurNumbers.get(blur) ?? 0;
  }
  return { sounds, blurs, ...shapesOf(characters, shapes) };
}

/** Ids of like shape, in both directions. */
function shapesOf(characters: readonly string[], text: string): Pick<Likenesses, 'shapeStarts' | 'shapes'> {
  const idOf = new Map(characters.map((one, id) => [one, id] as const).slice(firstId));
  const likes = characters.map(() => new Set<number>());
  const add = (one: string, other: string) => {
    const id = idOf.get(other);
    if (id !== undefined) likes[idOf.get(one) ?? -1]?.add(id);
  };
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  for (const line of lines) {
    const [one = '', others = ''] = line.split(' ');
    for (const other of others) add(one, other);
  }
  for (const line of lines) {
    const [one = '', others = ''] = line.split(' ');
    for (const other of others) add(other, one);
  }
  const shapeStarts = new Uint32Array(characters.length + 1);
  for (const [id, own] of likes.entries()) shapeStarts[id + 1] = (shapeStarts[id] as number) + own.size;
  return { shapeStarts, shapes: Uint16Array.from(likes.flatMap((own) => [...own])) };
}
