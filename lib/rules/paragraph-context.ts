import type { IsoDate, Paragraph } from '../draft/types.ts';
import type { ProseModel } from '../phrases/prose/prose-model.ts';
import type { Knowledge, Segmenter } from '../phrases/types.ts';

/** What a paragraph is judged on: its place in the draft is unknown. */
export type ParagraphText = Pick<Paragraph, 'text' | 'section' | 'signs'>;

/**
 * All that a paragraph rule gets beside the paragraph. Findings are cached by the paragraph's text and section and by
 * the keyed fields of this: a rule that could read more would return stale findings.
 */
export interface ParagraphContext {
  /** The day judged on. */
  readonly date: IsoDate;
  /** The day the draft was first written for, if more than three months before the day judged on. */
  readonly writtenOn?: IsoDate;
  /** The author's place (云溪县), if set in the options. */
  readonly place?: string;
  /** The author's unit (云溪县市场监管局), if set in the options. */
  readonly unit?: string;
  readonly knowledge: Knowledge;
  /** Absent until loaded. A rule that needs it calls `wantSegmenter` and reports nothing for that hit. */
  readonly segmenter?: Segmenter;
  readonly wantSegmenter: () => void;
  /** The model of official prose; absent where it is not there. */
  readonly prose?: ProseModel;
  /** Given while the model is not there yet: a rule that needs it calls this, and the paragraph is undecided. */
  readonly wantProse?: () => void;
}

type Fields = Required<ParagraphContext>;
/** Data belongs to the key; tools do not. */
type IsKeyed<T> = T extends string | number | boolean ? true : false;

/** Whether a field belongs to the key. A missing or wrong entry does not compile. */
const isKeyed: { readonly [Field in keyof Fields]: IsKeyed<Fields[Field]> } = {
  date: true,
  writtenOn: true,
  place: true,
  unit: true,
  // A checker has one.
  knowledge: false,
  // What is undecided without one is not cached.
  segmenter: false,
  wantSegmenter: false,
  // There is one; whether there is belongs to the key.
  prose: false,
  wantProse: false,
};

const keyedFields = (Object.keys(isKeyed) as (keyof Fields)[]).filter((field) => isKeyed[field]);

/** The cache key of a context: equal for contexts that no rule can distinguish. */
export function keyOf(context: ParagraphContext): string {
  const data = keyedFields.map((field) => context[field] ?? null);
  return JSON.stringify([...data, context.prose !== undefined, context.wantProse !== undefined]);
}
