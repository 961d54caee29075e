import { unevenStops } from '../draft/heading-stops.ts';
import { bracketsOf } from '../draft/ordinal-marks.ts';
import { type NumberingStyle, type OtherForm, otherForms } from '../draft/ordinal-style.ts';
import { type Outline, type OutlineSeries, parseOutline, placeOf } from '../draft/outline.ts';
import { bilingual, type Words } from '../language/language.ts';
import { layoutStandard, nameOf, ordinalMarkStandard } from './numbering/describe.ts';
import { unifyFix } from './numbering/fixes.ts';
import type { DraftContext, DraftRule, RuleFinding } from './types.ts';

/**
 * Forms that are no faults: 1、 for 1., 第一、 for 第一，, 第一章、, a heading's 。, （1） directly under 一、, (一) (rules 3, 5, 7,
 * 10, 11, 12).
 */
export const numberingStyle: DraftRule = {
  id: 'numbering-style',
  title: bilingual('序号写法', 'Form of numbers'),
  about: bilingual(
    '看序号的写法、标题末尾的句号全稿是否一致，并可一次统一。',
    'Whether numbers and heading ends are written in one form throughout; one click unifies them.',
  ),
  example: {
    before: '1、提高认识\n2、明确任务\n3、加强领导',
    after: '1.提高认识\n2.明确任务\n3.加强领导',
    date: '2026-11-20',
  },
  basis: bilingual('GB/T 15834—2011 附录B', 'GB/T 15834—2011 appendix B'),
  scope: 'draft',
  check(context: DraftContext): RuleFinding[] {
    const outline = parseOutline(context.draft);
    const style = context.numberingStyle ?? {};
    return [
      ...otherForms(outline, style).map((form) => formHint(outline, form, style)),
      ...chapterHints(outline),
      ...stopHints(outline),
      ...skippedHints(outline),
      ...narrowHints(outline),
    ].sort((a, b) => a.start - b.start);
  },
};

function hint(start: number, end: number, message: Words, rest: Partial<RuleFinding> = {}): RuleFinding {
  return { rule: 'numbering-style', level: 'hint', start, end, message, fixes: [], ...rest };
}

/** One hint per kind, at its first place: its fix writes the whole draft. */
function formHint(
  outline: Outline,
  { kind, wanted, items, alike }: OtherForm,
  style: NumberingStyle,
): RuleFinding {
  const [first] = items;
  const { start, end } =
    first === undefined ? { start: 0, end: 0 } : { start: first.ordinal.start, end: first.mark.end };
  const here = outline.draft.text.slice(start, end);
  const sample = kind === 'arabic' ? `1${wanted}` : `第一${wanted}`;
  const chosen = style[kind] !== undefined;
  const places = items.length > 1 ? `等${items.length}处` : '';
  const message = formMessage({ chosen, alike, here, places, sample, wanted, count: items.length });
  const other: NumberingStyle = kind === 'arabic' ? { arabic: '、' } : { ordinal: '、' };
  const form: NumberingStyle =
    kind === 'arabic' ? { arabic: style.arabic ?? '.' } : { ordinal: style.ordinal ?? '，' };
  // The other form is as good a choice, and ends the hint for later drafts.
  const fixes = chosen ? [unifyFix(outline, form)] : [unifyFix(outline, form), unifyFix(outline, other)];
  return hint(start, end, message, {
    fixes: fixes.filter(({ edits }) => edits.length > 0),
    ...(chosen ? {} : { source: ordinalMarkStandard }),
  });
}

interface FormWords {
  readonly chosen: boolean;
  readonly alike: number;
  readonly here: string;
  readonly places: string;
  readonly sample: string;
  readonly wanted: string;
  readonly count: number;
}

function formMessage({ chosen, alike, here, places, sample, wanted, count }: FormWords): Words {
  const all = count > 1 ? ` and ${count - 1} more` : '';
  if (chosen)
    return bilingual(
      `“${here}”${places}与您选定的写法“${sample}”不同，可一次统一。`,
      `“${here}”${all}: unlike “${sample}”, the form you chose; one click unifies them.`,
    );
  if (alike > 0)
    return bilingual(
      `本稿序号的写法不一，“${here}”${places}与其余不同，通常全稿统一为“${sample}”。`,
      `“${here}”${all}: unlike the other numbers of this draft; usually all are written “${sample}”.`,
    );
  return bilingual(
    `此类序号的标点规定用“${wanted}”，如“${sample}”；本稿用“${here}”${places}，可一次统一。`,
    `The standard mark of such numbers is “${wanted}”, as in “${sample}”; this draft has “${here}”${all}.`,
  );
}

/** 第一章、总则 for 第一章 总则: one hint per series, with all its places. */
function chapterHints(outline: Outline): RuleFinding[] {
  const { text } = outline.draft;
  return outline.series.flatMap((series) => {
    if (series.kind !== 'chapter' && series.kind !== 'section' && series.kind !== 'article') return [];
    const marked = series.items.filter(
      ({ ordinal, place }) => place !== 'inline' && /[、：:，]/u.test(text.charAt(ordinal.end)),
    );
    const [first] = marked;
    if (first === undefined || series.items.length < 2) return [];
    const { start, end } = first.ordinal;
    const edits = marked.map(({ ordinal }) => ({ start: ordinal.end, end: ordinal.end + 1, text: '\u3000' }));
    const message = bilingual(
      `“${text.slice(start, end)}”之后通常空一格，不加“${text.charAt(end)}”。`,
      `“${text.slice(start, end)}” is usually followed by a space, not by “${text.charAt(end)}”.`,
    );
    return [
      hint(start, end + 1, message, {
        source: ordinalMarkStandard,
        fixes: [{ label: bilingual('本组改为空一格', 'A space in this whole list'), edits }],
      }),
    ];
  });
}

const stopMessage = bilingual(
  '单独成行的标题末尾通常不用句号，本稿其余标题都没有，此处建议删去。',
  'A heading on its own line usually has no full stop, and no other heading of this draft has one.',
);

function stopHints(outline: Outline): RuleFinding[] {
  return unevenStops(outline).map(({ stop }) =>
    hint(stop.start, stop.end, stopMessage, {
      source: ordinalMarkStandard,
      fixes: [{ label: bilingual('删去句号', 'Delete the full stop'), edits: [{ ...stop, text: '' }] }],
    }),
  );
}

/** （1） directly under 一、, as the draft's habit: one hint, at its first place. */
function skippedHints(outline: Outline): RuleFinding[] {
  const skips = (series: OutlineSeries): boolean =>
    series.kind === 'arabic-bracketed' &&
    series.parent?.kind === 'chinese' &&
    series.items.length > 1 &&
    series.items.every(({ place }) => place !== 'inline');
  const skipping = outline.series.filter(skips);
  const [series] = skipping;
  const first = series?.items[0];
  const parent = series?.parent;
  if (skipping.length < 2 || first === undefined || parent === null || parent === undefined) return [];
  const message = bilingual(
    `“${nameOf(outline, parent)}”之下直接用“${nameOf(outline, first)}”，层次序数通常依“一、”“（一）”“1.”“（1）”排列。`,
    `“${nameOf(outline, first)}” stands right under “${nameOf(outline, parent)}”; levels usually run “一、”“（一）”“1.”“（1）”.`,
  );
  const { start, end } = placeOf(first);
  return [hint(start, end, message, { source: layoutStandard })];
}

/** (一) throughout: one hint, with all its places. If only some are half-width, the list has a fault instead. */
function narrowHints(outline: Outline): RuleFinding[] {
  const narrow = outline.series
    .filter(({ kind, items }) => kind === 'chinese-bracketed' && items.length > 1)
    .flatMap(({ items }) => items)
    .filter((item) => bracketsOf(outline, item) === '()' && item.place !== 'inline');
  const [first] = narrow;
  if (first === undefined) return [];
  const edits = narrow
    .flatMap(({ ordinal: { start, end } }) => [
      { start, end: start + 1, text: '（' },
      { start: end - 1, end, text: '）' },
    ])
    .sort((a, b) => a.start - b.start);
  const here = nameOf(outline, first);
  const places = narrow.length > 1 ? `等${narrow.length}处` : '';
  const message = bilingual(
    `“${here}”${places}的括号是半角的，层次序数通常用全角括号，可一次统一。`,
    `The brackets of “${here}” are half-width; ordinals usually have full-width ones. One click unifies them.`,
  );
  return [
    hint(first.ordinal.start, first.mark.end, message, {
      source: layoutStandard,
      fixes: [{ label: bilingual('改用全角括号', 'Use full-width brackets'), edits }],
    }),
  ];
}
