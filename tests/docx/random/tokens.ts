import type { Change } from '../../../lib/draft/changes.ts';
import { type Dice, oneOf } from '../../unit/draft-styles.ts';

/** A word that stands once in a document, and what is to become of it. */
export interface Token {
  readonly word: string;
  /** The part of it that is replaced, and by what. */
  readonly start: number;
  readonly end: number;
  readonly put: string;
  /** False where a control or a field may hold it: there it is changed plainly. */
  readonly tracked: boolean;
}

/** What stands in the place of a token once it is changed. */
export const changedWord = ({ word, start, end, put }: Token): string =>
  word.slice(0, start) + put + word.slice(end);

/** Makes tokens, each with a number of its own. */
export function tokenMaker(dice: Dice): { readonly made: readonly Token[]; next(tracked: boolean): Token } {
  const made: Token[] = [];
  return {
    made,
    next(tracked) {
      const number = 100 + made.length;
      const word = `词${number}语`;
      const [start, end, put] = oneOf<[number, number, string]>(dice, [
        [0, word.length, `改${number}句`],
        [0, word.length, ''],
        [0, 0, `前${number}`],
        [word.length, word.length, `后${number}`],
        [1, 4, `内${number}里`],
        [1, 4, ''],
        [2, 2, `间${number}`],
        [4, word.length, `尾，${number}`],
      ]);
      const token = { word, start, end, put, tracked };
      made.push(token);
      return token;
    },
  };
}

/** The changes of the tokens that stand in a text once each. */
export function changesOf(text: string, tokens: readonly Token[]): { token: Token; change: Change }[] {
  return tokens
    .flatMap((token) => {
      const at = text.indexOf(token.word);
      if (at < 0 || text.indexOf(token.word, at + 1) >= 0) return [];
      const change = { start: at + token.start, end: at + token.end, text: token.put, reasons: ['理由。'] };
      return [{ token, change }];
    })
    .sort((a, b) => a.change.start - b.change.start);
}
