import type { IsoDate } from '../draft/types.ts';
import type { ContextWeight, ModifierGroup } from './context-types.ts';
import type { SpellingSource, SpellingTables } from './spelling/tables.ts';

export * from './context-types.ts';

/** How well a fact is attested: A official transcript or text of law, B excerpts of media, C fragments that confirm the wording, none. */
export type Attestation = 'A' | 'B' | 'C' | 'none';

/** The document or meeting a fact rests on. */
export interface Source {
  readonly title: string;
  readonly date?: IsoDate;
  readonly address?: string;
}

interface EntryBase {
  /** Unique among all entries of all packs: `<kind>/<id in file>`. */
  readonly id: string;
  /** The wording as it stands on the screen and is inserted. */
  readonly name: string;
  readonly source: Source;
  readonly attestation: Attestation;
  /** False: the wording was seen, its dates were not; no hard judgement rests on them. */
  readonly datesVerified: boolean;
  readonly note?: string;
  readonly topic?: string;
  readonly validFrom?: IsoDate;
  /** Last day on which it applies. */
  readonly validTo?: IsoDate;
  /** What to say now, as words for a person. */
  readonly successor?: string;
}

/** A wording to look for in a text. */
export interface Form {
  readonly text: string;
  /** What may be put in its place; absent when only a person can decide. */
  readonly replace?: string;
  /** A local office whose new name differs from place to place: suggest, never in bulk. */
  readonly local?: boolean;
  /** Word boundaries must be confirmed by segmentation (环保局 in 环保局部改造). */
  readonly segment?: boolean;
  /** 'current': the wording itself presents the thing as today's (决胜全面建成小康社会). 'none': the sentence must say so. */
  readonly presumes: 'current' | 'none';
  /** Where official texts still use the old form beside the new one: no more than this. */
  readonly level?: 'warning' | 'hint';
  /** Longer wordings that contain it and are right: a hit inside one of them is dropped. */
  readonly except?: readonly string[];
}

/** A wording that is wrong wherever it stands, and the right one. */
export interface WrongForm {
  readonly text: string;
  readonly right: string;
  readonly level: 'error' | 'warning' | 'hint';
  /** One short clause in Chinese: why. */
  readonly why?: string;
  readonly except?: readonly string[];
  readonly segment?: boolean;
}

/** An institution, law, regulation or formulation with a span of validity and a successor. */
export interface TermEntry extends EntryBase {
  readonly kind: 'institution' | 'regulation' | 'formulation';
  /** What its mentions are listed as, where that is not the entry's own kind. */
  readonly mention?: 'goal' | 'epidemic' | 'leader-formula';
  readonly forms: readonly Form[];
  readonly wrong: readonly WrongForm[];
}

/** A set phrase: canonical wording, members in the official order, fixed partners, known wrong forms. */
export interface SetPhraseEntry extends EntryBase {
  readonly kind: 'set-phrase';
  /** Other wordings of the name: “四个意识”. */
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  /** True when the same short name stands for several things (五个必须): never judged by it alone. */
  readonly ambiguous: boolean;
  /** False when an incomplete or re-ordered list of members is no fault. */
  readonly fixedOrder: boolean;
  /** Lists of the members in another wording or order that are right too. */
  readonly variants: readonly string[];
  readonly wrong: readonly WrongForm[];
}

/** One member of a series. Which numbers it carries depends on the numbering of its series. */
export interface SeriesMember {
  readonly name: string;
  /** 届 of a congress, a plenum or a people's congress; number of a five-year plan. */
  readonly term?: number;
  /** 次/中 within the term. */
  readonly session?: number;
  /** Campaigns only: wordings to look for. */
  readonly forms: readonly string[];
  /** Plenums only: words of what it was about. On these it still guides when a later plenum of its term has closed. */
  readonly subjects: readonly string[];
  /** Campaigns only: the day from which the name alone is judged, where the practice went on after the campaign. */
  readonly judgedFrom?: IsoDate;
  /** Campaigns only: what it is called once it has been named, and other campaigns too: 主题教育. */
  readonly short?: string;
  /** Campaigns only: its general requirement and other wordings that belong to it alone. */
  readonly slogans: readonly string[];
  /** Called for these days; whether and how it was held is not known. It makes nothing outdated. */
  readonly expected: boolean;
  /** First and last day. A meeting is current from its last day on; a plan and a campaign from first to last day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly source: Source;
  readonly attestation: Attestation;
  readonly datesVerified: boolean;
  readonly note?: string;
}

export type Numbering =
  | 'party-congress'
  | 'plenum'
  | 'discipline-plenum'
  | 'people-congress'
  | 'political-consultative'
  | 'youth-league-congress'
  | 'trade-union-congress'
  | 'womens-congress'
  | 'five-year-plan'
  | 'campaign';

/** An ordered run of things of which, on any day, one is current. */
export interface Series {
  readonly id: string;
  readonly name: string;
  readonly numbering: Numbering;
  /** In order of time. */
  readonly members: readonly SeriesMember[];
}

/** Something whose years are counted: 新中国成立77周年, 第42个教师节. */
export interface Anniversary {
  readonly id: string;
  readonly name: string;
  /** Wordings that stand directly before the number (周年) or after it (个, 次). */
  readonly forms: readonly string[];
  /** Wordings that stand directly before an age: 党的105岁生日. */
  readonly ages: readonly string[];
  /** The day the count starts from: the event itself, or the first time the day was held. */
  readonly from: IsoDate;
  /** 周年: the year less the first year. 个 and 次: the first year counts as one. */
  readonly unit: '周年' | '个' | '次';
  readonly source: Source;
  readonly attestation: Attestation;
  readonly datesVerified: boolean;
  readonly note?: string;
}

/** A word that is often written with a wrong character; its name is the right word. Scanned for, never searched. */
export interface ConfusableEntry extends EntryBase {
  readonly kind: 'confusable';
  /** Exactly one. */
  readonly wrong: readonly WrongForm[];
}

/** A wording to look up by topic and insert. Searched, never scanned for. */
export interface PhraseEntry extends EntryBase {
  readonly kind: 'phrase';
  readonly topic: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  /** Always empty. */
  readonly wrong: readonly WrongForm[];
}

export type Entry = TermEntry | SetPhraseEntry | ConfusableEntry | PhraseEntry;

/** A long official phrase that stands letter by letter: one slip away from it is most likely a slip of the pen. */
export interface FixedWording {
  readonly text: string;
  /** Wordings one slip away that are right too. */
  readonly variants: readonly string[];
  /** The day it was laid down, where another wording one slip away was right before. */
  readonly validFrom?: IsoDate;
  /** Other right wordings lie near: only letters of like sound or shape, doubled, lost or exchanged ones are slips. */
  readonly close: boolean;
  readonly source: Source;
  readonly attestation: Attestation;
}

/** What slips in frequent words are known by. */
export interface Spelling {
  /** Each a run of letters that sound alike. */
  readonly alike: readonly string[];
  /** Words of four letters, several in a string with blanks between. */
  readonly words: readonly string[];
  /** A word of two letters and, after blanks, those that often follow it. */
  readonly pairs: readonly string[];
  /** Words and pairs of words one slip away that are right too, and that the segmenter's dictionary lacks: 数智. */
  readonly right: readonly string[];
  /** Frequent words of two letters, the most frequent first, several in a string with blanks between. */
  readonly common: readonly string[];
  /** A letter and those that follow it in right texts though the two are no word, several in a string with blanks between. */
  readonly seen: readonly string[];
  readonly source: Source;
  readonly attestation: Attestation;
}

export type HitRole = 'form' | 'wrong' | 'name' | 'alias';

/** What a scan pattern stands for. */
export interface Pattern {
  readonly text: string;
  readonly role: HitRole;
  /** Index into `Knowledge.entries`. */
  readonly entry: number;
  /** Index into `forms`, `wrong` or `aliases` of that entry, by role. */
  readonly item: number;
}

/** One hit of the scan. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly pattern: Pattern;
}

/** What the rules know: packs, compiled. Immutable. */
export interface Knowledge {
  /** Changes whenever a pack or the format changes. */
  readonly version: string;
  /** The day up to which the packs are true. */
  readonly trueUntil: IsoDate;
  readonly series: readonly Series[];
  readonly entries: readonly Entry[];
  readonly modifiers: readonly ModifierGroup[];
  readonly weights: readonly ContextWeight[];
  readonly anniversaries: readonly Anniversary[];
  readonly fixedWordings: readonly FixedWording[];
  /** Where slips in frequent words are known from; the tables tell one by its place. */
  readonly spellings: readonly SpellingSource[];
  /** What slips in frequent words are known by. */
  readonly spellingTables: SpellingTables;
  /**
   * All hits in a text, masks applied (a hit inside an `except` wording is dropped), sorted by start, longer first.
   * Hits of one role inside a longer hit of the same role are dropped.
   */
  scan(text: string): readonly Hit[];
  /**
   * The modifiers that stand in a stretch of a text (UTF-16 offsets), and perhaps some beside it, in order of their starts, the longer first: start, end and index into
   * `modifiers`, three numbers each.
   */
  modifiersIn(text: string, from: number, to: number): readonly number[];
}

/** One result of a phrase search. */
export interface PhraseResult {
  readonly id: string;
  readonly name: string;
  readonly kind: Entry['kind'] | 'series';
  readonly standing: 'current' | 'superseded' | 'historical';
  readonly successor?: string;
  readonly members: readonly string[];
  readonly note?: string;
  readonly topic?: string;
  readonly source: Source;
  readonly attestation: Attestation;
  /** The text that is inserted or copied. */
  readonly insert: string;
  /** Spans of `name` that matched the query, for emphasis. */
  readonly matched: readonly { readonly start: number; readonly end: number }[];
}

/** Confirms that a span of a sentence is made of whole words (UTF-16 offsets). */
export interface Segmenter {
  isWholeWords(sentence: string, start: number, end: number): boolean;
  /** Whether the dictionary has it as one word. */
  isWord(word: string): boolean;
  /** Whether two letters of a sentence are no word, alone between longer words. */
  isStray(sentence: string, start: number): boolean;
}
