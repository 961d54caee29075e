import { overlaps } from '../../draft/overlaps.ts';
import type { Span } from '../../draft/types.ts';
import type { MentionKind } from '../../phrases/types.ts';

/** Marks that stand around a mention and make it somebody else's words or part of a name. */
export interface Enclosure {
  readonly kind: 'in-quotation' | 'in-short-quotation' | 'in-title';
  /** The first words in the marks. */
  readonly cue: string;
}

/** Marks farther off are not looked for: a long line without any would be read once for each mention. Units. */
const longestEnclosed = 2_000;
/** So much longer than the mention a quotation must be: “十四五” in marks of its own is none. */
const ownMarks = 3;
/** And so much longer it is somebody's sentence, not a slogan or a theme. */
const sentenceLong = 10;

/** What stands behind the quoted name of a campaign. */
const ofCampaign = /^”(?:主题|专题|系列)?(?:教育|活动|实践|行动|宣讲|党日)/u;

/** The quotation or title that a mention stands in; null where it stands in none, or only in marks of its own. */
export function enclosure(text: string, target: Span & { readonly kind: MentionKind }): Enclosure | null {
  const title = enclosing(text, target, '《', '》');
  if (title !== null && target.kind !== 'regulation' && title.length > target.end - target.start)
    return { kind: 'in-title', cue: `《${title.slice(0, 8)}` };
  const quoted = enclosing(text, target, '“', '”');
  // “喜迎二十大、永远跟党走”主题教育: the name of a campaign quotes nobody.
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
  // Marks of the mention's own, as in “三严三实”专题教育, enclose nothing but themselves.
  const start = text.charAt(mention.start) === open ? mention.start - 1 : mention.start;
  if (start < 0) return null;
  const first = Math.max(0, mention.start - longestEnclosed);
  const before = text.slice(first, start + 1).lastIndexOf(open);
  if (before < 0 || text.slice(first + before, mention.start).includes(close)) return null;
  const behind = text.charAt(mention.end - 1) === close ? mention.end : mention.end - 1;
  const to = text.slice(behind, behind + longestEnclosed).indexOf(close);
  return to < 0 ? null : text.slice(first + before + 1, behind + to);
}

/** Shorter quotations are names and slogans: their words count. Units. */
const shortestQuoted = 8;

/** What a sentence quotes beside a target: the words of somebody else say nothing of it. */
export function quotedBeside(text: string, sentence: Span, target: Span): Span[] {
  const found: Span[] = [];
  for (let open = text.indexOf('“', sentence.start); open >= 0 && open < sentence.end; ) {
    const close = text.indexOf('”', open);
    if (close < 0) break;
    const span = { start: open, end: Math.min(close + 1, sentence.end) };
    if (close - open >= shortestQuoted && !overlaps(span, target)) found.push(span);
    open = text.indexOf('“', close);
  }
  return found;
}
