import initJieba, { tokenize } from 'jieba-wasm/web';
import type { Segmenter } from './types.ts';

/**
 * Starts the word segmenter from the address of jieba's WebAssembly file, or its bytes. It takes about 60 MB, so it
 * is started only at the first ambiguous hit. Rejects if the file cannot be loaded or the page's policy forbids
 * WebAssembly.
 */
export async function createSegmenter(input: URL | BufferSource): Promise<Segmenter> {
  await initJieba({ module_or_path: input });
  let lastSentence = '';
  let lastWords: ReadonlyMap<number, number> = new Map();
  let lastKnown = '';
  let knownWords: ReadonlyMap<number, number> = new Map();
  const known = (sentence: string) => {
    // Without the model of unknown words: names and new words stay in single characters.
    if (sentence !== lastKnown) {
      knownWords = lengthsByStart(sentence);
      lastKnown = sentence;
    }
    return knownWords;
  };
  return {
    isWholeWords(sentence, start, end) {
      // Several hits of one sentence follow each other.
      if (sentence !== lastSentence) {
        lastWords = wordsByEnd(sentence);
        lastSentence = sentence;
      }
      const lastWord = lastWords.get(end);
      if (lastWord === undefined || start >= end) return false;
      if (start === 0 || lastWords.has(start)) return true;
      // The dictionary has some offices with the rank of their place as one word: 市工商局.
      return lastWord < start && PLACE_RANK.test(sentence.slice(lastWord, start));
    },
    isStray(sentence, start) {
      const words = known(sentence);
      const before = lengthBefore(words, start);
      const after = words.get(start + 2);
      return (
        words.get(start) === 1 &&
        words.get(start + 1) === 1 &&
        (before !== 1 || LEADS_UP.test(sentence.charAt(start - 1))) &&
        (after !== 1 || FOLLOWS.test(sentence.charAt(start + 2))) &&
        (before !== undefined || after !== undefined)
      );
    },
    wordAt(sentence, at) {
      const words = known(sentence);
      for (let start = at; start >= Math.max(0, at - LONGEST); start--) {
        const length = words.get(start);
        if (length === undefined) continue;
        if (start + length > at) return { start, end: start + length };
        break;
      }
      return { start: at, end: at + 1 };
    },
    isWord: (word) => tokenize(word, 'default', false).length === 1,
  };
}

/** Characters that are words by themselves beside any word. */
const LEADS_UP = /[要的和与及了并向对把将]/u;
const FOLLOWS = /[的了和与及等并]/u;

const PLACE_RANK = /^.{0,3}[省市区县州盟旗]$/u;

/** The start of each word by its end. UTF-16 offsets. */
function wordsByEnd(sentence: string): ReadonlyMap<number, number> {
  // jieba counts code points, and a lone surrogate as one replacement character.
  const offsets: number[] = [0];
  let offset = 0;
  for (const character of sentence) {
    offset += character.length;
    offsets.push(offset);
  }
  const words = new Map<number, number>();
  for (const { start, end } of tokenize(sentence, 'default', true)) {
    const [from, to] = [offsets[start], offsets[end]];
    if (from !== undefined && to !== undefined) words.set(to, from);
  }
  return words;
}

/** The length of each word of the dictionary by its start, without punctuation. UTF-16 units. */
function lengthsByStart(sentence: string): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  let at = 0;
  for (const { word } of tokenize(sentence, 'default', false)) {
    if (/^\p{Script=Han}/u.test(word)) lengths.set(at, word.length);
    at += word.length;
  }
  return lengths;
}

/** The length of the word that ends at an offset; undefined if none does. */
function lengthBefore(lengths: ReadonlyMap<number, number>, end: number): number | undefined {
  for (let length = 1; length <= LONGEST; length++) if (lengths.get(end - length) === length) return length;
  return undefined;
}

const LONGEST = 8;
