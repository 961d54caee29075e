import { sentenceAround } from '../../draft/draft.ts';
import type { Span } from '../../draft/types.ts';

/** What a meeting does in a sentence of which it is the subject. */
const acts =
  /^上?(?:对|就|把|将|提出|作出|做出|审议|通过|强调|指出|确立|明确|描绘|擘画|绘就|专题|专门|首次|部署|确定|吹响|关于|召开)/u;
/** How far around its sentence a paragraph is searched for what the meeting did. UTF-16 units. */
const farthest = 300;
/** 今年是全面贯彻…精神的开局之年: a statement about the year fits that meeting only. */
const yearSaid = /开局之年|起步之年|第[一二三四五]年|关键之?一?年|承上启下|收官之年|周年/u;

/**
 * True if a sentence stays true with another meeting in place of the mention: no sentence of the paragraph says what
 * that meeting decided, and no year depends on it. Offsets of the paragraph.
 */
export function staysTrue(text: string, span: Span): boolean {
  const name = text.slice(span.start, span.end).replace(/^(?:党的|中共)/u, '');
  const sentence = sentenceAround(text, span.start, span.end);
  if (yearSaid.test(text.slice(sentence.start, sentence.end))) return false;
  const near = text.slice(Math.max(0, sentence.start - farthest), sentence.end + farthest);
  for (let at = near.indexOf(name); at >= 0; at = near.indexOf(name, at + name.length)) {
    if (acts.test(near.slice(at + name.length, at + name.length + 6))) return false;
  }
  return true;
}
