import * as v from 'valibot';
import type { FrameStart } from '../../../lib/messaging/messages.ts';
import { alsoReadAt } from '../also-read.ts';
import { isHidden, setHidden } from '../hidden.ts';
import { keyHint } from '../key-hint.ts';
import { screenLanguage } from '../screen-language.ts';
import { startCanvasField, startWriting } from '../sites.ts';
import { frameGone, pageChanged } from '../tabs.ts';
import { defineCommand, defineRequest, reply } from './row.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the scripts in the frames of a tab report, and what is set for a tab. */
export const frameRequests = {
  /** From the scout of a frame: there may be something to check. */
  'editor-seen': defineCommand({
    from: 'page',
    fields: {},
    async run(_, { frame, address }) {
      if (frame !== null) await startWriting(frame.tabId, frame.frameId, address);
    },
  }),
  /** From the link of a frame: one of its canvases draws a text. */
  'canvas-seen': defineCommand({
    from: 'page',
    fields: {},
    async run(_, { frame, address }) {
      if (frame !== null) await startCanvasField(frame.tabId, frame.frameId, address);
    },
  }),
  /** From a frame in which the content script begins: what it has to know of its tab. */
  'page-started': defineRequest({
    from: 'page',
    fields: {},
    reply: reply<FrameStart>(),
    async handle(_, { frame, address }) {
      return {
        hidden: frame !== null && (await isHidden(frame.tabId)),
        alsoRead: await alsoReadAt(address),
        language: await screenLanguage(),
        keyHint: await keyHint(),
      };
    },
  }),
  /**
   * The findings of a frame, for the icon. `used`: the author is in this frame. `empty`: it has no field (any more).
   * `question`: what an old draft asks of its author, in a sentence. `optedOut`: its only editor asks not to be checked.
   */
  'page-changed': defineCommand({
    from: 'page',
    fields: {
      count,
      errors: count,
      question: v.nullable(
        v.pipe(
          v.string(),
          v.transform((words) => words.slice(0, 400)),
        ),
      ),
      optedOut: v.boolean(),
      used: v.boolean(),
      empty: v.boolean(),
    },
    async run({ used, empty, ...own }, { frame }) {
      if (frame !== null) await pageChanged(frame, empty ? null : own, used);
    },
  }),
  /** From a frame that goes away. */
  'page-gone': defineCommand({
    from: 'page',
    fields: {},
    async run(_, { frame }) {
      if (frame !== null) await frameGone(frame);
    },
  }),
  /** Hides all marks in a tab, on every page it comes to, or shows them again. */
  'hide-tab': defineCommand({
    from: 'own',
    fields: { tabId: v.pipe(v.number(), v.integer()), hidden: v.boolean() },
    run: ({ tabId, hidden }) => setHidden(tabId, hidden),
  }),
};
