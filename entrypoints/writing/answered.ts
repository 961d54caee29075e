import type { Fault } from '../../lib/messaging/messages.ts';
import { cardWords } from './card-words.ts';

/** The cause of an error whose message is the background's reason, a sentence in the language of the screen. */
const refusal = Symbol('refusal');

/** The answer to a request. Throws if there is none, or a fault. */
export async function answered<T extends object>(asked: Promise<T | Fault | null>): Promise<T> {
  const answer = await asked;
  if (answer === null) throw new Error('The background gave no answer.');
  if ('fault' in answer) throw new Error(answer.fault, { cause: refusal });
  return answer;
}

/** Logs the failure of a request, and returns it as one sentence for the screen. */
export function failureInWords(error: unknown): string {
  console.error('稿准：', error);
  return error instanceof Error && error.cause === refusal ? error.message : cardWords.noAnswer();
}
