import { readShown } from '../../draft/ordinal-candidates.ts';
import { readHeading } from '../../draft/ordinals.ts';
import { expectedValue, isAutoItem, type Outline, type OutlineSeries } from '../../draft/outline.ts';
import { paragraphAt } from '../../draft/paragraphs.ts';
import type { Draft } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { RuleFinding } from '../types.ts';
import { nameOf } from './describe.ts';

/** The sentence about a fault; if the repair needs a number changed that Word computes, it says so. */
export function withHeld(message: Words, outline: Outline, series: OutlineSeries): Words {
  const held = series.items.find(
    (item, index) => isAutoItem(item) && item.value !== expectedValue(series, index),
  );
  if (held === undefined) return message;
  const name = nameOf(outline, held);
  return bilingual(
    `${message.zh}“${name}”由 Word 自动编号，请在 Word 中调整。`,
    `${message.en} “${name}” is numbered by Word: please change it there.`,
  );
}

/** Numbers that are typed in paragraphs for which Word computes one of the same kind: both are shown. */
export function doubledNumbers(draft: Draft): RuleFinding[] {
  const { numbered = [], paragraphs } = draft;
  return numbered.flatMap((one) => {
    const paragraph = paragraphs[paragraphAt(draft, one.start)];
    const typed = paragraph === undefined ? null : readHeading(paragraph.text);
    if (paragraph === undefined || typed === null) return [];
    if (readShown(one)?.kind !== typed.kind) return [];
    const start = paragraph.start + typed.ordinal.start;
    const end = paragraph.start + typed.mark.end;
    const words = draft.text.slice(start, end);
    const label = one.label?.trimEnd() ?? '';
    const blank = /^[\s\u3000]*/u.exec(paragraph.text.slice(typed.mark.end))?.[0].length ?? 0;
    return [
      {
        rule: 'heading-numbering' as const,
        level: 'hint' as const,
        start,
        end,
        message: bilingual(
          `此段已由 Word 自动编号“${label}”，文字里又写了“${words}”，两个序号会一起显示。`,
          `Word numbers this paragraph “${label}”, and “${words}” is typed as well: both are shown.`,
        ),
        fixes: [
          {
            label: bilingual(`删去文字里的“${words}”`, `Delete the typed “${words}”`),
            edits: [{ start, end: end + blank, text: '' }],
          },
        ],
      },
    ];
  });
}
