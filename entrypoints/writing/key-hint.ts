import type { KeyHintReply, PageKeys } from '../../lib/messaging/commands.ts';
import type { Ask } from './ask.ts';

/** The line that tells a newcomer the shortcuts, in the first cards. */
export interface KeyHint {
  /** Takes what the background says of it. */
  learn(reply: KeyHintReply): void;
  /** The keys for a card that opens, which is counted; null if it is to show none. */
  take(): PageKeys | null;
  /** The author has acknowledged it. */
  known(): void;
}

/** Creates the line of a frame. */
export function createKeyHint(ask: Ask): KeyHint {
  let now: KeyHintReply = { keys: null, inCard: false };
  const tell = async (note: 'shown' | 'known') => {
    const answer = await ask({ type: 'key-hint', note });
    if (answer !== null && !('fault' in answer)) now = answer;
  };
  return {
    learn(reply) {
      now = reply;
    },
    take() {
      if (!now.inCard) return null;
      void tell('shown');
      return now.keys;
    },
    known() {
      now = { keys: null, inCard: false };
      void tell('known');
    },
  };
}
