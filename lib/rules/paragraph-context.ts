import type { IsoDate, Paragraph } from '../draft/types.ts';
import type { Knowledge, Segmenter } from '../phrases/types.ts';

/** What a paragraph is judged on: where it stands in its draft is not known. */
export type ParagraphText = Pick<Paragraph, 'text' | 'section' | 'signs'>;

/**
 * All that a paragraph rule gets beside the paragraph. Findings are remembered by the paragraph's words and section and by
 * the keyed fields of this: a rule that could read more would be answered with stale findings.
 */
export interface ParagraphContext {
  /** The day judged on. */
  readonly date: IsoDate;
  /** The day the draft was first written for, where that is more than three months before the day judged on. */
  readonly writtenOn?: IsoDate;
  /** The author's own place (云溪县), when they have said so in the options. */
  readonly place?: string;
  /** The author's own unit (云溪县市场监管局), when they have said so in the options. */
  readonly unit?: string;
  readonly knowledge: Knowledge;
  /** Absent until loaded. A rule that needs it calls `wantSegmenter` and reports nothing for that hit. */
  readonly segmenter?: Segmenter;
  readonly wantSegmenter: () => void;
}

type Fields = Required<ParagraphContext>;
/** Data belongs to the key; tools do not. */
type IsKeyed<T> = T extends string | number | boolean ? true : false;

/** Whether a field belongs to the key. A field that is missing here, or wrongly left out of the key, does not compile. */
const isKeyed: { readonly [Field in keyof Fields]: IsKeyed<Fields[Field]> } = {
  date: true,
  writtenOn: true,
  place: true,
  unit: true,
  // A checker has one.
  knowledge: false,
  // What is left undecided without one is not remembered.
  segmenter: false,
  wantSegmenter: false,
};

const keyedFields = (Object.keys(isKeyed) as (keyof Fields)[]).filter((field) => isKeyed[field]);

/** The key of what is found in paragraphs under a context: the same for contexts between which no rule can tell. */
export function keyOf(context: ParagraphContext): string {
  return JSON.stringify(keyedFields.map((field) => context[field] ?? null));
}
