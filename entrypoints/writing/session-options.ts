import type { Ask } from './ask.ts';
import type { CardController } from './card-controller.tsx';
import type { RuleNames } from './rule-names.ts';

/** What the sessions of a frame are given. */
export interface SessionOptions {
  readonly ask: Ask;
  readonly card: CardController;
  /** Called when a card may be shown. */
  readonly learnRules: RuleNames['learn'];
  readonly report: (byAuthor?: boolean) => void;
  readonly signal: AbortSignal;
  /** Ends everything and returns true if the extension was updated or removed. */
  readonly endIfGone: () => boolean;
  readonly onFixed?: () => void;
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
}
