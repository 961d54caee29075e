import * as v from 'valibot';
import type { KeyHintReply } from '../../../lib/messaging/commands.ts';
import { noteKeyHint } from '../../../lib/storage/key-hint.ts';
import { keyHint } from '../key-hint.ts';
import { defineRequest, reply } from './row.ts';

/** The line that tells a newcomer the shortcuts. */
export const keyHintRequests = {
  /** Whether it is to be shown; first notes that a card has shown it, or that the author has acknowledged it. */
  'key-hint': defineRequest({
    from: 'page',
    fields: { note: v.optional(v.picklist(['shown', 'known'])) },
    reply: reply<KeyHintReply>(),
    async handle({ note }) {
      if (note !== undefined) await noteKeyHint(note);
      return await keyHint();
    },
  }),
};
