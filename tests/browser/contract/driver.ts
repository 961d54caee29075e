import type { Fault } from '../../../lib/messaging/messages.ts';
import type { PageReplies, PageRequest } from '../../../lib/messaging/page-requests.ts';
import type { PaintedMark } from '../marks-view.ts';

/** A browser with the built extension, allowed on a server that hands out the test pages. */
export interface Driver {
  readonly browser: 'chromium' | 'firefox';
  /** Opens a test page (`tiptap.html?draft=shapes`); resolves when its editor stands. */
  open(page: string): Promise<ContractPage>;
  close(): Promise<void>;
}

/** A test page as a person at the screen has it. Coordinates are CSS pixels of the top window's view. */
export interface ContractPage {
  /** Runs in the top window; `window.editorPage` lives there, for framed editors too. */
  evaluate<R>(work: () => R | Promise<R>): Promise<R>;
  evaluate<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** The marks of all frames and shadow trees and of the overlays, from top to bottom. */
  marks(): Promise<PaintedMark[]>;
  moveMouse(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Real keys, one after the other. */
  type(text: string): Promise<void>;
  /** `Control+z`, `Enter`. */
  press(key: string): Promise<void>;
  /** What the card says; null while there is none. */
  cardText(): Promise<string | null>;
  /** Presses a button of the card by the mouse. Throws when there is none of that name. */
  clickCard(button: string): Promise<void>;
  /** Asks as the side panel does: the frame whose field was used last. */
  ask<T extends PageRequest['type']>(
    request: Extract<PageRequest, { type: T }>,
  ): Promise<PageReplies[T] | Fault>;
  resize(width: number, height: number): Promise<void>;
  /** Uncaught errors of the page so far. */
  errors(): readonly string[];
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}
