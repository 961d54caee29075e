import type { ItemOf, PackKind } from './schema.ts';

export * from './context-types.ts';

/** The types of what packs hold, derived from the schemas; schema.ts describes the fields. */

type DeepReadonly<T> = T extends readonly (infer I)[]
  ? readonly DeepReadonly<I>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
type Item<K extends PackKind> = DeepReadonly<ItemOf<K>>;

type Term = Item<'formulation'>;
export type Source = Term['source'];
export type Attestation = Term['attestation'];
export type Form = Term['forms'][number];
export type WrongForm = Term['wrong'][number];

/** What all entries have. `id` is unique among the entries of all packs: `<kind>/<id in the file>`. */
type EntryBase = Pick<
  Term,
  | 'id'
  | 'name'
  | 'source'
  | 'attestation'
  | 'datesVerified'
  | 'note'
  | 'topic'
  | 'validFrom'
  | 'validTo'
  | 'successor'
>;

export interface TermEntry extends Term {
  readonly kind: 'institution' | 'regulation' | 'formulation';
}

export interface SetPhraseEntry extends Item<'set-phrase'> {
  readonly kind: 'set-phrase';
}

/** A wrong form that may be right elsewhere: known by what stands beside it. */
export interface BesideForm extends WrongForm {
  readonly beside: readonly string[];
  readonly unless: readonly string[];
}

/** A word that is often written wrongly; its name is the right word. Scanned for, never searched. */
export interface ConfusableEntry extends EntryBase {
  readonly kind: 'confusable';
  /** One for each written word. */
  readonly wrong: readonly (WrongForm | BesideForm)[];
}

export interface PhraseEntry extends Item<'phrase'> {
  readonly kind: 'phrase';
  /** Always empty. */
  readonly wrong: readonly WrongForm[];
}

export type Entry = TermEntry | SetPhraseEntry | ConfusableEntry | PhraseEntry;

export type Series = Item<'series'>;
export type SeriesMember = Series['members'][number];
export type Numbering = Series['numbering'];
export type Anniversary = Item<'anniversary'>;
export type FixedWording = Item<'fixed-wording'>;
export type Spelling = Item<'spelling'>;
export type ModifierGroup = Item<'context'>;
export type ContextWeight = Item<'context-weights'>;

/** The contents of one or more packs. Spellings are not among them, as they are compiled to tables. */
export interface Facts {
  readonly series: readonly Series[];
  readonly entries: readonly Entry[];
  readonly modifiers: readonly ModifierGroup[];
  readonly weights: readonly ContextWeight[];
  readonly anniversaries: readonly Anniversary[];
  readonly fixedWordings: readonly FixedWording[];
}
