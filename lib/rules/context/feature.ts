import type { Span } from '../../draft/types.ts';
import type { MentionKind, ModifierCategory } from '../../phrases/types.ts';

/** ConText's target: a mention whose presentation is to be judged. Offsets of the paragraph. */
export interface ContextTarget extends Span {
  readonly kind: MentionKind;
  /** Its role within its kind: 'deadline' of a year. */
  readonly role?: string | undefined;
  /** True if the wording itself presents it as current. */
  readonly presumed?: boolean;
  /** What replaces it on the day judged on. */
  readonly replacement?: string | null;
}

/** A property of a mention's context that counts for or against it. */
export interface Feature {
  /** A group's id, with `~` if it reaches from another clause; or the name of a structure: `section-review`. */
  readonly name: string;
  readonly category: ModifierCategory | 'bias';
  /** The words of the text that show it; '' if there are none. */
  readonly cue: string;
  /** True if it alone decides that the target is not presented as current. */
  readonly decisive?: boolean;
}
