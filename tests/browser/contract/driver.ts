import type { Fault } from '../../../lib/messaging/messages.ts';
import type { PageReplies, PageRequest } from '../../../lib/messaging/page-requests.ts';
import type { PaintedMark } from '../marks-view.ts';

/** A browser with the built extension, allowed on a server of the test pages. */
export interface Driver {
  readonly browser: 'chromium' | 'firefox';
  /** Opens a test page (`tiptap.html?draft=shapes`); resolves when its editor is ready. */
  open(page: string): Promise<ContractPage>;
  close(): Promise<void>;
}

/** A test page as its user sees it. Coordinates are CSS pixels of the top window's view. */
export interface ContractPage {
  /** Runs in the top window, which has `window.editorPage` for framed editors too. */
  evaluate<R>(work: () => R | Promise<R>): Promise<R>;
  evaluate<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** The marks of all frames, shadow trees and overlays, from top to bottom. */
  marks(): Promise<PaintedMark[]>;
  moveMouse(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Types real keys, one after the other. */
  type(text: string): Promise<void>;
  /** `Control+z`, `Enter`. */
  press(key: string): Promise<void>;
  /** The text of the card; null if there is none. */
  cardText(): Promise<string | null>;
  /** Presses a button of the card by the mouse. Throws if there is none with that label. */
  clickCard(button: string): Promise<void>;
  /** Asks the frame whose field was used last, as the side panel does. */
  ask<T extends PageRequest['type']>(
    request: Extract<PageRequest, { type: T }>,
  ): Promise<PageReplies[T] | Fault>;
  resize(width: number, height: number): Promise<void>;
  /** Uncaught errors of the page so far. */
  errors(): readonly string[];
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}
