import type { IsoDate } from '../draft/types.ts';
import { type JudgedMention, listMentions, newestIn } from '../rules/mentions/index.ts';
import { keyOf, type ParagraphContext } from '../rules/paragraph-context.ts';
import type { RuleParagraph } from '../rules/types.ts';
import { ParagraphCache } from './paragraph-cache.ts';

/** The time-bound mentions of paragraphs, cached by words and context. */
export class KnownMentions {
  private readonly judged = new ParagraphCache<readonly JudgedMention[]>();
  private readonly newest = new ParagraphCache<IsoDate | ''>();

  of(paragraph: RuleParagraph, context: ParagraphContext): readonly JudgedMention[] {
    const { section, text } = paragraph;
    if (text === '') return [];
    const known = this.judged.under(keyOf(context));
    const before = known[section].get(text);
    if (before !== undefined) return before;
    let isUndecided = false;
    const judged = listMentions(paragraph, {
      ...context,
      wantSegmenter: () => {
        isUndecided = true;
        context.wantSegmenter();
      },
    });
    if (!isUndecided) this.judged.keep(known, paragraph, judged);
    return judged;
  }

  /** The first day of the newest thing that a paragraph names, ISO date; '' if it names none. */
  newestIn(paragraph: RuleParagraph, context: ParagraphContext): IsoDate | '' {
    const known = this.newest.under(keyOf(context));
    const before = known[paragraph.section].get(paragraph.text);
    if (before !== undefined) return before;
    const newest = newestIn(paragraph, context);
    this.newest.keep(known, paragraph, newest);
    return newest;
  }
}
