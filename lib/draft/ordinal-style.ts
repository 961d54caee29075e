import { isAuto, type Outline, type OutlineItem } from './outline.ts';
import type { NumberingChange } from './types.ts';

/** The marks that an author wants behind 1 and 第一; absent if not chosen. */
export interface NumberingStyle {
  readonly arabic?: '.' | '、' | undefined;
  readonly ordinal?: '，' | '、' | undefined;
}

/** Kinds of ordinal whose mark is a matter of form. */
export type StyledKind = keyof NumberingStyle;
export const styledKinds: readonly StyledKind[] = ['arabic', 'ordinal'];

/** GB/T 15834—2011 B.3.1, B.3.3: 第一， and 1. */
export const standardStyle = { arabic: '.', ordinal: '，' } as const satisfies NumberingStyle;

/** Items of one kind whose mark is not the wanted one. */
export interface OtherForm {
  readonly kind: StyledKind;
  readonly wanted: string;
  /** In the order of the text; never empty. */
  readonly items: readonly OutlineItem[];
  /** Items of the kind that carry the wanted mark already. */
  readonly alike: number;
}

/** The items of each kind that are not in the chosen form or, if none is chosen, in that of the standard. */
export function otherForms(outline: Outline, style: NumberingStyle): OtherForm[] {
  return styledKinds.flatMap((kind) => {
    const wanted = style[kind] ?? standardStyle[kind];
    const all = itemsOf(outline, kind);
    const items = all.filter((item) => item.markText !== wanted);
    return items.length === 0 ? [] : [{ kind, wanted, items, alike: all.length - items.length }];
  });
}

/** Plans to write all ordinals of the draft in the given form: one change per mark, in order. */
export function planStyle(outline: Outline, style: NumberingStyle): NumberingChange[] {
  const changes: NumberingChange[] = [];
  for (const kind of styledKinds) {
    const wanted = style[kind];
    if (wanted === undefined) continue;
    for (const { mark, markText, title } of itemsOf(outline, kind)) {
      if (markText !== wanted) changes.push({ ...mark, text: wanted, old: markText, line: title });
    }
  }
  return changes.sort((a, b) => a.start - b.start);
}

/** Items whose mark may be changed. Not 1、5G网络, since 1.5G网络 reads otherwise, nor 第一： and the like. */
function itemsOf(outline: Outline, kind: StyledKind): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (const series of outline.series) {
    if (series.kind !== kind || isAuto(series)) continue;
    for (const item of series.items) {
      const fits = kind === 'arabic' ? /^[.．、]$/u : /^[，、]$/u;
      if (item.kind !== kind || !fits.test(item.markText)) continue;
      if (kind === 'arabic' && /[\d０-９]/u.test(outline.draft.text.charAt(item.mark.end))) continue;
      items.push(item);
    }
  }
  return items.sort((a, b) => a.mark.start - b.mark.start);
}
