import * as v from 'valibot';
import { isBeside } from './beside-words.ts';
import { mentionKinds, modifierCategories } from './context-types.ts';
import type { Form } from './pack-issue.ts';

/**
 * The form of a pack file, as people write it (YAML, one file per kind) and as it is carried (JSON). The types of what
 * packs hold are derived from these schemas in pack-types.ts. Every entry names its source and how well it is attested;
 * an unattested one is found by searching and never marked.
 */

/** The message of a pattern: the name by which `forms` has its words. */
const form = (name: Form): Form => name;

const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, form('id')));
const isoDate = v.pipe(v.string(), v.isoDate(form('date')));
const level = v.picklist(['error', 'warning', 'hint']);

/** The document or meeting that a fact rests on. */
export const sourceSchema = v.strictObject({
  title: words,
  date: v.optional(isoDate),
  address: v.optional(words),
});

/**
 * A: official transcript or text of law; B: excerpts in media; C: fragments that confirm the wording; none: none
 * found.
 */
const attestation = v.picklist(['A', 'B', 'C', 'none']);

const common = {
  source: sourceSchema,
  attestation,
  /** False: the wording was seen, its dates were not; nothing is judged by them alone. */
  datesVerified: v.optional(v.boolean(), true),
  note: v.optional(words),
  topic: v.optional(words),
};

/** A wording to look for in a text. */
const formSchema = v.strictObject({
  text: words,
  /** What may be put in its place; absent when only a person can decide. */
  replace: v.optional(words),
  /** A local office whose new name differs from place to place: suggested, never replaced in bulk. */
  local: v.optional(v.boolean(), false),
  /** Word boundaries must be confirmed by segmentation (环保局 in 环保局部改造). */
  segment: v.optional(v.boolean(), false),
  /** 'current': the wording itself presents the thing as today's (决胜全面建成小康社会). 'none': the sentence must say so. */
  presumes: v.optional(v.picklist(['current', 'none']), 'none'),
  /** The highest level, where official texts still use the old form beside the new one. */
  level: v.optional(v.picklist(['warning', 'hint'])),
  /** Only where one of these words stands before it in its sentence (任期三年 behind 村委会). */
  after: v.optional(v.pipe(v.array(words), v.minLength(1))),
  /** A stem: only directly before the name of an office's unit (国税 before 所, 分局), which is part of the mention and stays. */
  unit: v.optional(v.literal(true)),
  /** Longer wordings that contain it and are right: a hit inside one of them is dropped. */
  except: v.optional(v.array(words)),
});

/** A wording that is wrong wherever it stands, and the right one. */
const wrongSchema = v.strictObject({
  text: words,
  right: words,
  level: v.optional(level, 'error'),
  /** One short clause in Chinese. */
  why: v.optional(words),
  except: v.optional(v.array(words)),
  segment: v.optional(v.boolean(), false),
});

/** A word that is often written with a wrong character; without an id it is known by its wrong form. */
const confusableSchema = v.strictObject({
  id: v.optional(id),
  ...wrongSchema.entries,
  source: sourceSchema,
  attestation,
});

/** What stands beside a word (~), in the notation of `besidePattern`. */
const beside = v.pipe(words, v.regex(/^[^~]*~[^~]*$/u, form('beside')), v.check(isBeside, form('beside')));

/** A word of the dictionary that is written for another one, and the words beside it by which that is known. */
const collocationSchema = v.strictObject({
  /** One or more written words, separated by blanks. */
  text: v.pipe(words, v.regex(/^\p{Script=Han}+(?: \p{Script=Han}+)*$/u, form('words'))),
  right: words,
  level: v.optional(level, 'warning'),
  why: v.optional(words),
  /** It is a slip only beside one of these. */
  beside: v.pipe(v.array(beside), v.minLength(1)),
  /** It is none beside any of these. */
  unless: v.optional(v.array(beside), []),
  segment: v.optional(v.boolean(), false),
  /** Its own sentences: in `alarm` the right word is proposed for a written one; in `silent` nothing is. */
  alarm: v.pipe(v.array(words), v.minLength(1)),
  silent: v.pipe(v.array(words), v.minLength(1)),
  source: sourceSchema,
  attestation,
});

/** An institution, law, regulation or formulation with a span of validity and a successor. */
const termSchema = v.strictObject({
  id,
  /** The wording as it is shown and inserted. */
  name: words,
  validFrom: v.optional(isoDate),
  /** Last day on which it applies. */
  validTo: v.optional(isoDate),
  /** What to say now, as words for a person. */
  successor: v.optional(words),
  /** What its mentions are listed as, where that is not the entry's own kind. */
  mention: v.optional(v.picklist(['goal', 'epidemic', 'leader-formula'])),
  forms: v.optional(v.array(formSchema), []),
  wrong: v.optional(v.array(wrongSchema), []),
  ...common,
});

/** A set phrase: canonical wording, members in the official order, known wrong forms. */
const setPhraseSchema = v.strictObject({
  id,
  name: words,
  /** Other wordings of the name: “四个意识”. */
  aliases: v.optional(v.array(words), []),
  members: v.optional(v.array(words), []),
  /** True when the same short name stands for several things (五个必须): never judged by it alone. */
  ambiguous: v.optional(v.boolean(), false),
  /** False when an incomplete or re-ordered list of members is no fault. */
  fixedOrder: v.optional(v.boolean(), true),
  /** Lists of the members in another wording or order that are right too. */
  variants: v.optional(v.array(words), []),
  validFrom: v.optional(isoDate),
  validTo: v.optional(isoDate),
  successor: v.optional(words),
  wrong: v.optional(v.array(wrongSchema), []),
  ...common,
});

/** A wording to look up by topic and insert. Searched, never scanned for. */
const phraseSchema = v.strictObject({
  id,
  name: v.pipe(words, v.regex(/^.{4,40}$/u, form('phrase'))),
  /** What is inserted, where that is more than the name: a paragraph, or several lines. ____ is a slot to fill in. */
  text: v.optional(words),
  /** Occasions and other words that it is found by: 动员会, 春节. */
  tags: v.optional(v.array(words), []),
  aliases: v.optional(v.array(words), []),
  members: v.optional(v.array(words), []),
  validFrom: v.optional(isoDate),
  validTo: v.optional(isoDate),
  successor: v.optional(words),
  ...common,
  topic: words,
});

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

/** One member of a series. Which numbers it carries depends on the numbering of its series. */
const memberSchema = v.strictObject({
  name: words,
  /** 届 of a congress, a plenum or a people's congress; number of a five-year plan. */
  term: v.optional(positive),
  /** 次/中 within the term. */
  session: v.optional(positive),
  /** Campaigns only: wordings to look for. */
  forms: v.optional(v.array(words), []),
  /** Plenums only: words of what it was about. On these it still guides when a later plenum of its term has closed. */
  subjects: v.optional(v.array(words), []),
  /** Campaigns only: the day from which the name alone is judged, where the practice went on after the campaign. */
  judgedFrom: v.optional(isoDate),
  /** Campaigns only: what it is called once it has been named, as other campaigns are too: 主题教育. */
  short: v.optional(words),
  /** Campaigns only: its general requirement and other wordings that belong to it alone. */
  slogans: v.optional(v.array(words), []),
  /** Called for these days; whether and how it was held is not known. It makes nothing outdated. */
  expected: v.optional(v.boolean(), false),
  /** First and last day. A meeting is current from its last day on; a plan and a campaign from first to last day. */
  from: isoDate,
  to: isoDate,
  ...common,
});

/** A sequence of things of which, on any day, one is current. */
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
    'mass-congress',
    'named-by-year',
    'post',
    'five-year-plan',
    'campaign',
  ]),
  /**
   * Only for the last three kinds that are not plans or campaigns. mass-congress: the organisation, and its congress
   * (中国科协, 全国侨代会); named-by-year: the meeting (中央经济工作会议); post: the post (国务院总理).
   */
  called: v.optional(v.array(words), []),
  /** In order of time. */
  members: v.array(memberSchema),
});

/** A sentence of a group of modifiers: its target stands in ⟦⟧. */
const example = v.pipe(words, v.regex(/^[^⟦⟧]*⟦[^⟦⟧]+⟧[^⟦⟧]*$/u, form('example')));

/** A group of modifiers in the sense of ConText (Chapman, Harkema): words that say the same of a target. */
const modifierSchema = v.strictObject({
  id,
  category: v.picklist(modifierCategories),
  /** forward: it stands before the target; backward: behind it. */
  direction: v.picklist(['forward', 'backward', 'bidirectional']),
  /** How far it reaches: the words beside it, its clause, its sentence, or the rest of its paragraph. */
  scope: v.picklist(['adjacent', 'clause', 'sentence', 'paragraph']),
  /** Only for these kinds of target; absent: all. */
  for: v.optional(v.pipe(v.array(v.picklist(mentionKinds)), v.minLength(1))),
  /** Where it reaches a target, other modifiers are ignored: for words that leave no doubt. */
  decisive: v.optional(v.literal(true)),
  words: v.pipe(v.array(words), v.minLength(1)),
  /** Pseudo-modifiers: longer wordings that contain such a word and mean something else. */
  pseudo: v.optional(v.array(words), []),
  /** It applies only where one of these groups reaches the target too. */
  needs: v.optional(v.pipe(v.array(id), v.minLength(1))),
  /** It does not apply where one of these groups reaches the target too. */
  unless: v.optional(v.pipe(v.array(id), v.minLength(1))),
  /**
   * Its own sentences, judged on the day that the pack names; at least one changes its verdict without the group.
   * Compiled knowledge has none of them.
   */
  alarm: v.optional(v.array(example), []),
  silent: v.optional(v.array(example), []),
});

/** How much a feature of a mention's context counts: above 0 for today's, below for what clears it. */
const weightSchema = v.strictObject({ feature: words, weight: v.number() });

/** A phrase with a fixed wording: one slip away from it is most likely a typing error; a short one counts as close. */
const fixedWordingSchema = v.strictObject({
  text: v.pipe(words, v.regex(/^(?:[“”、]*\p{Script=Han}){5,}[“”、]*$/u, form('fixed'))),
  /** Wordings one slip away that are right too. */
  variants: v.optional(v.array(words), []),
  /** The day it was laid down, where another wording one slip away was right before. */
  validFrom: v.optional(isoDate),
  /** Other right wordings lie near: only characters of like sound or shape, doubled, lost or swapped ones are slips. */
  close: v.optional(v.boolean(), false),
  source: sourceSchema,
  attestation,
});

const list = v.optional(v.array(words), []);

/** What slips in frequent words are recognised by. */
const spellingSchema = v.strictObject({
  /** Each a group of characters that sound alike. */
  alike: list,
  /** Each a group of characters that look alike: 履覆, 遂逐. */
  shapes: v.optional(v.array(v.pipe(words, v.regex(/^\p{Script=Han}{2,}$/u, form('words')))), []),
  /** Each a group of words of two characters that are put for one another in set wordings: 理念 思想. */
  swaps: v.optional(
    v.array(v.pipe(words, v.regex(/^\p{Script=Han}{2}(?: \p{Script=Han}{2})+$/u, form('twoCharacterWords')))),
    [],
  ),
  /** Words of four characters, several in a string, separated by blanks. */
  words: v.optional(
    v.array(
      v.pipe(words, v.regex(/^\p{Script=Han}{4}(?: \p{Script=Han}{4})*$/u, form('fourCharacterWords'))),
    ),
    [],
  ),
  /** A word of two characters and, after blanks, those that often follow it. */
  pairs: v.optional(
    v.array(v.pipe(words, v.regex(/^\p{Script=Han}{2}(?: \p{Script=Han}{2})+$/u, form('twoCharacterWords')))),
    [],
  ),
  /** Words and pairs of words one slip away that are right too, and that the segmenter's dictionary lacks: 数智. */
  right: list,
  /** Frequent words of two characters, the most frequent first, several in a string, separated by blanks. */
  common: v.optional(
    v.array(v.pipe(words, v.regex(/^\p{Script=Han}{2}(?: \p{Script=Han}{2})*$/u, form('twoCharacterWords')))),
    [],
  ),
  /** A character and those that follow it in right texts though the two are no word, separated by blanks. */
  seen: list,
  source: sourceSchema,
  attestation,
});

/** Something whose years are counted: 新中国成立77周年, 第42个教师节. */
const anniversarySchema = v.strictObject({
  id,
  name: words,
  /** Wordings that stand directly before the number (周年) or after it (个, 次). */
  forms: v.pipe(v.array(words), v.minLength(1)),
  /** Wordings that stand directly before an age: 党的105岁生日. */
  ages: v.optional(v.array(words), []),
  /** The day the count starts from: the event itself, or the first time the day was held. */
  from: isoDate,
  /** 周年: the year less the first year. 个 and 次: the first year counts as one. */
  unit: v.picklist(['周年', '个', '次']),
  ...common,
});

/** By the `kind` in a file's head: the name of its list and the schema of an item. */
export const packKinds = {
  series: { list: 'series', item: seriesSchema },
  institution: { list: 'entries', item: termSchema },
  regulation: { list: 'entries', item: termSchema },
  formulation: { list: 'entries', item: termSchema },
  'set-phrase': { list: 'entries', item: setPhraseSchema },
  context: { list: 'groups', item: modifierSchema },
  'context-weights': { list: 'weights', item: weightSchema },
  anniversary: { list: 'entries', item: anniversarySchema },
  'fixed-wording': { list: 'entries', item: fixedWordingSchema },
  spelling: { list: 'entries', item: spellingSchema },
  confusable: { list: 'entries', item: confusableSchema },
  collocation: { list: 'entries', item: collocationSchema },
  phrase: { list: 'entries', item: phraseSchema },
} as const;

export type PackKind = keyof typeof packKinds;

/** The head of a pack file; its list is checked item by item, so that one faulty entry does not take the rest with it. */
export const packHeadSchema = v.object({
  kind: v.picklist(Object.keys(packKinds) as PackKind[]),
  /** The day up to which the file is true. */
  trueUntil: isoDate,
  /** The day on which the sentences of its groups are judged; only for `context`. */
  judgedOn: v.optional(isoDate),
});

/** An item of a pack of a kind, as it has been read. */
export type ItemOf<K extends PackKind> = v.InferOutput<(typeof packKinds)[K]['item']>;
