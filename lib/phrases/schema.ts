import * as v from 'valibot';
import { mentionKinds, modifierCategories } from './types.ts';

/**
 * The form of a pack file, as people write it (YAML, one file a kind) and as it travels (JSON).
 * Every entry names its source and how well it is attested; an unattested one is searched, never alarmed on.
 */

const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, '编号只用小写字母、数字和连字符'));
const isoDate = v.pipe(v.string(), v.isoDate('日期写作 2026-03-12'));
const level = v.picklist(['error', 'warning', 'hint']);

export const sourceSchema = v.strictObject({
  title: words,
  date: v.optional(isoDate),
  address: v.optional(words),
});

const attestation = v.picklist(['A', 'B', 'C', 'none']);

const common = {
  source: sourceSchema,
  attestation,
  datesVerified: v.optional(v.boolean(), true),
  note: v.optional(words),
  topic: v.optional(words),
};

const formSchema = v.strictObject({
  text: words,
  replace: v.optional(words),
  local: v.optional(v.boolean(), false),
  segment: v.optional(v.boolean(), false),
  presumes: v.optional(v.picklist(['current', 'none']), 'none'),
  level: v.optional(v.picklist(['warning', 'hint'])),
  except: v.optional(v.array(words)),
});

const wrongSchema = v.strictObject({
  text: words,
  right: words,
  level: v.optional(level, 'error'),
  why: v.optional(words),
  except: v.optional(v.array(words)),
  segment: v.optional(v.boolean(), false),
});

/** A word that is often written with a wrong character; without an id it goes by its wrong form. */
const confusableSchema = v.strictObject({
  id: v.optional(id),
  ...wrongSchema.entries,
  source: sourceSchema,
  attestation,
});

const termSchema = v.strictObject({
  id,
  name: words,
  validFrom: v.optional(isoDate),
  validTo: v.optional(isoDate),
  successor: v.optional(words),
  mention: v.optional(v.picklist(['goal', 'epidemic', 'leader-formula'])),
  forms: v.optional(v.array(formSchema), []),
  wrong: v.optional(v.array(wrongSchema), []),
  ...common,
});

const setPhraseSchema = v.strictObject({
  id,
  name: words,
  aliases: v.optional(v.array(words), []),
  members: v.optional(v.array(words), []),
  ambiguous: v.optional(v.boolean(), false),
  fixedOrder: v.optional(v.boolean(), true),
  variants: v.optional(v.array(words), []),
  validFrom: v.optional(isoDate),
  validTo: v.optional(isoDate),
  successor: v.optional(words),
  wrong: v.optional(v.array(wrongSchema), []),
  ...common,
});

/** A wording for the phrase library: found by its topic too, so it has one. */
const phraseSchema = v.strictObject({
  id,
  name: v.pipe(words, v.regex(/^.{4,40}$/u, '表述写四至四十个字')),
  aliases: v.optional(v.array(words), []),
  members: v.optional(v.array(words), []),
  validFrom: v.optional(isoDate),
  validTo: v.optional(isoDate),
  successor: v.optional(words),
  ...common,
  topic: words,
});

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const memberSchema = v.strictObject({
  name: words,
  term: v.optional(positive),
  session: v.optional(positive),
  forms: v.optional(v.array(words), []),
  subjects: v.optional(v.array(words), []),
  judgedFrom: v.optional(isoDate),
  short: v.optional(words),
  slogans: v.optional(v.array(words), []),
  expected: v.optional(v.boolean(), false),
  from: isoDate,
  to: isoDate,
  ...common,
});

const seriesSchema = v.strictObject({
  id,
  name: words,
  numbering: v.picklist([
    'party-congress',
    'plenum',
    'discipline-plenum',
    'people-congress',
    'political-consultative',
    'youth-league-congress',
    'trade-union-congress',
    'womens-congress',
    'five-year-plan',
    'campaign',
  ]),
  members: v.array(memberSchema),
});

/** A sentence of a group of modifiers: its target stands in ⟦⟧. */
const example = v.pipe(words, v.regex(/^[^⟦⟧]*⟦[^⟦⟧]+⟧[^⟦⟧]*$/u, '例句里用⟦⟧标出一处所说的对象'));

/** A group of modifiers; see ModifierGroup. */
const modifierSchema = v.strictObject({
  id,
  category: v.picklist(modifierCategories),
  direction: v.picklist(['forward', 'backward', 'bidirectional']),
  scope: v.picklist(['adjacent', 'clause', 'sentence', 'paragraph']),
  for: v.optional(v.pipe(v.array(v.picklist(mentionKinds)), v.minLength(1))),
  decisive: v.optional(v.literal(true)),
  words: v.pipe(v.array(words), v.minLength(1)),
  pseudo: v.optional(v.array(words), []),
  needs: v.optional(v.pipe(v.array(id), v.minLength(1))),
  unless: v.optional(v.pipe(v.array(id), v.minLength(1))),
  alarm: v.optional(v.array(example), []),
  silent: v.optional(v.array(example), []),
});

const weightSchema = v.strictObject({ feature: words, weight: v.number() });

/** A long official phrase that stands letter by letter, with the wordings one slip away that are right too. */
const fixedWordingSchema = v.strictObject({
  text: v.pipe(
    words,
    v.regex(/^(?:[“”、]*\p{Script=Han}){8,}[“”、]*$/u, '固定提法写八个字以上，标点只用引号和顿号'),
  ),
  variants: v.optional(v.array(words), []),
  validFrom: v.optional(isoDate),
  close: v.optional(v.boolean(), false),
  source: sourceSchema,
  attestation,
});

const list = v.optional(v.array(words), []);

/** What a slip in a frequent word is known by: letters that sound alike, and the words, several a line. */
const spellingSchema = v.strictObject({
  alike: list,
  words: v.optional(
    v.array(v.pipe(words, v.regex(/^\p{Script=Han}{4}(?: \p{Script=Han}{4})*$/u, '词写四个字，以空格分开'))),
    [],
  ),
  pairs: v.optional(
    v.array(v.pipe(words, v.regex(/^\p{Script=Han}{2}(?: \p{Script=Han}{2})+$/u, '词写两个字，以空格分开'))),
    [],
  ),
  right: list,
  common: v.optional(
    v.array(v.pipe(words, v.regex(/^\p{Script=Han}{2}(?: \p{Script=Han}{2})*$/u, '词写两个字，以空格分开'))),
    [],
  ),
  seen: list,
  source: sourceSchema,
  attestation,
});

const anniversarySchema = v.strictObject({
  id,
  name: words,
  forms: v.pipe(v.array(words), v.minLength(1)),
  ages: v.optional(v.array(words), []),
  from: isoDate,
  unit: v.picklist(['周年', '个', '次']),
  ...common,
});

/** By the `kind` on a file's first line: the list's name and what one item of it looks like. */
export const packKinds = {
  series: { list: 'series', item: seriesSchema },
  institution: { list: 'entries', item: termSchema },
  regulation: { list: 'entries', item: termSchema },
  formulation: { list: 'entries', item: termSchema },
  'set-phrase': { list: 'entries', item: setPhraseSchema },
  confusable: { list: 'entries', item: confusableSchema },
  phrase: { list: 'entries', item: phraseSchema },
  context: { list: 'groups', item: modifierSchema },
  'context-weights': { list: 'weights', item: weightSchema },
  anniversary: { list: 'entries', item: anniversarySchema },
  'fixed-wording': { list: 'entries', item: fixedWordingSchema },
  spelling: { list: 'entries', item: spellingSchema },
} as const;

export type PackKind = keyof typeof packKinds;

/** The head of a pack file; its list is checked item by item, so that one broken entry does not take the rest with it. */
export const packHeadSchema = v.object({
  kind: v.picklist([
    'series',
    'institution',
    'regulation',
    'formulation',
    'set-phrase',
    'context',
    'context-weights',
    'anniversary',
    'fixed-wording',
    'spelling',
    'confusable',
    'phrase',
  ]),
  /** The day up to which the file is true. */
  trueUntil: isoDate,
  /** The day on which the sentences of its groups are judged; only for `context`. */
  judgedOn: v.optional(isoDate),
});

export type SeriesData = v.InferOutput<typeof seriesSchema>;
export type TermData = v.InferOutput<typeof termSchema>;
export type ConfusableData = v.InferOutput<typeof confusableSchema>;
export type SetPhraseData = v.InferOutput<typeof setPhraseSchema>;
