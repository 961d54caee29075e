import { overlaps } from '../../draft/overlaps.ts';
import type { Span } from '../../draft/types.ts';
import type { MentionKind } from '../../phrases/types.ts';

/** Marks around a mention that make it a quotation or part of a name. */
export interface Enclosure {
  readonly kind: 'in-quotation' | 'in-short-quotation' | 'in-title';
  /** The first words between the marks. */
  readonly cue: string;
}

/** Limit of the search for marks, since a long line without any would be read once per mention. UTF-16 units. */
const longestEnclosed = 2_000;
/** A quotation is at least this much longer than the mention: “十四五” alone in marks is no quotation. */
const ownMarks = 3;
/** From this difference on, it quotes a sentence, not a slogan or a theme. */
const sentenceLong = 10;

/** Words behind the quoted name of a campaign. */
const ofCampaign = /^”(?:主题|专题|系列)?(?:教育|活动|实践|行动|宣讲|党日)/u;

/** The quotation or title around a mention; null if there is none, or only marks around the mention alone. */
export function enclosure(text: string, target: Span & { readonly kind: MentionKind }): Enclosure | null {
  const title = enclosing(text, target, '《', '》');
  if (title !== null && target.kind !== 'regulation' && title.length > target.end - target.start)
    return { kind: 'in-title', cue: `《${title.slice(0, 8)}` };
  const quoted = enclosing(text, target, '“', '”');
  // “喜迎二十大、永远跟党走”主题教育: a campaign's name is no quotation.
  if (quoted !== null && ofCampaign.test(text.slice(text.indexOf('”', target.end - 1)))) return null;
  return quoted !== null && quoted.length >= target.end - target.start + ownMarks
    ? {
        kind:
          quoted.length >= target.end - target.start + sentenceLong ? 'in-quotation' : 'in-short-quotation',
        cue: `“${quoted.slice(0, 8)}…”`,
      }
    : null;
}

function enclosing(text: string, mention: Span, open: string, close: string): string | null {
  // Marks around the mention alone, as in “三严三实”专题教育, enclose nothing else.
  const start = text.charAt(mention.start) === open ? mention.start - 1 : mention.start;
  if (start < 0) return null;
  const first = Math.max(0, mention.start - longestEnclosed);
  const before = text.slice(first, start + 1).lastIndexOf(open);
  if (before < 0 || text.slice(first + before, mention.start).includes(close)) return null;
  const behind = text.charAt(mention.end - 1) === close ? mention.end : mention.end - 1;
  const to = text.slice(behind, behind + longestEnclosed).indexOf(close);
  return to < 0 ? null : text.slice(first + before + 1, behind + to);
}

/** Shorter quotations are names and slogans, whose words count. UTF-16 units. */
const shortestQuoted = 8;

/** The quotations of a sentence beside a target: they say nothing about the target. */
export function quotedBeside(text: string, sentence: Span, target: Span): Span[] {
  const found: Span[] = [];
  // Marks are looked for near the sentence only: a long line without any would be read once per mention.
  const near = text.slice(sentence.start, sentence.end + longestEnclosed);
  const length = sentence.end - sentence.start;
  for (let open = near.indexOf('“'); open >= 0 && open < length; ) {
    const close = near.indexOf('”', open);
    if (close < 0) break;
    const span = { start: sentence.start + open, end: sentence.start + Math.min(close + 1, length) };
    if (close - open >= shortestQuoted && !overlaps(span, target)) found.push(span);
    open = near.indexOf('“', close);
  }
  return found;
}
