import type { Span } from '../../draft/types.ts';
import type { Words } from '../../language.ts';
import type { Source } from '../../phrases/types.ts';
import type { Level, RuleFinding } from '../types.ts';
import { changeTo } from '../words.ts';
import type { Framing, MentionKind } from './framing.ts';

/** Something with a time that a paragraph speaks of, and what should stand there on the draft's date. */
export interface Mention extends Span {
  readonly kind: MentionKind;
  /** Level when the sentence presents it as today's. */
  readonly level: Level;
  /** One sentence: why it is out of date. Put into words only for what is reported. */
  readonly message: () => Words;
  readonly source?: Source;
  /** What to put in its place (offsets of the paragraph), or null when only a person can decide. */
  readonly replacement: string | null;
  /** The wording itself presents the thing as today's: no cue of the present is needed. */
  readonly presumed?: boolean;
  /** Decided already by the year the sentence names; no framing is asked. */
  readonly decided?: boolean;
}

/** The finding of a mention once its framing says that it is presented as today's. */
export function findingOf(mention: Mention, text: string, framing: Framing | null): RuleFinding {
  const { start, end, replacement } = mention;
  const fixes =
    replacement === null
      ? []
      : [{ label: changeTo(replacement), edits: smallestEdit(text.slice(start, end), replacement, start) }];
  return {
    rule: 'outdated-reference',
    level: mention.level,
    start,
    end,
    message: mention.message(),
    ...(mention.source === undefined ? {} : { source: mention.source }),
    fixes,
    ...(framing === null || framing.cues.length === 0 ? {} : { cues: framing.cues }),
  };
}

/** True when a mention with this framing is presented as today's. */
export function isPresented(mention: Mention, framing: Framing): boolean {
  return framing.frame === 'current' || (framing.frame === 'unclear' && mention.presumed === true);
}

/** The one edit that turns `old` into `wanted`, without the beginning and end they share. */
function smallestEdit(old: string, wanted: string, offset: number) {
  let head = 0;
  while (head < old.length && head < wanted.length && old[head] === wanted[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, wanted.length) - head;
  while (tail < most && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  return [
    { start: offset + head, end: offset + old.length - tail, text: wanted.slice(head, wanted.length - tail) },
  ];
}
