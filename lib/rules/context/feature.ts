import type { Span } from '../../draft/types.ts';
import type { MentionKind, ModifierCategory } from '../../phrases/types.ts';

/** A thing whose presentation is asked for: ConText's target. Offsets of the paragraph. */
export interface ContextTarget extends Span {
  readonly kind: MentionKind;
  /** What is peculiar to it within its kind: 'deadline' of a year. */
  readonly role?: string | undefined;
  /** The wording itself presents the thing as today's. */
  readonly presumed?: boolean;
  /** What stands in its place on the day judged on. */
  readonly replacement?: string | null;
}

/** Whether a thing was over already on the day an old draft was written for. */
export type StateThen = 'over' | 'in-force';

/** Something about a mention's surroundings that speaks for or against it. */
export interface Feature {
  /** A group's id; with `~` where it reaches from another clause; or a name of structure: `section-review`. */
  readonly name: string;
  readonly category: ModifierCategory | 'bias';
  /** The words of the text that show it; '' where it has none of its own. */
  readonly cue: string;
  /** It decides by itself that the target is not presented as today's. */
  readonly decisive?: boolean;
}
