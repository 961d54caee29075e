import * as v from 'valibot';
import { type IgnoredFinding, ignoredFinding } from '../checking/ignored.ts';
import type { PackedFindings } from '../checking/packed-findings.ts';
import { type Strictness, strictnesses } from '../checking/strictness.ts';
import type { AsOf, NumberedItem, Span } from '../draft/types.ts';
import type { AlsoRead } from '../fields/types.ts';
import type { Unreadable } from '../fields/unreadable.ts';
import { type Language, languages } from '../language/language.ts';
import type { Topic } from '../phrases/topics.ts';
import type { Finding, RuleId } from '../rules/types.ts';
import { pageCommands } from './commands.ts';
import { type NumberingReplies, numbered, numberingRequests } from './numbering-messages.ts';
import { type PackReplies, packRequests } from './pack-messages.ts';
import { type PhraseReplies, phraseRequests } from './phrase-messages.ts';

/**
 * The one protocol between surfaces. A request is self-contained: the service worker may have been killed a second ago.
 * `draftKey` names a draft on this machine: the page's address with its query and route, the frame, and the
 * field's place in it.
 */

const isoDate = v.pipe(v.string(), v.isoDate());
const text = v.pipe(v.string(), v.maxLength(1_100_000));
const draftKey = v.pipe(v.string(), v.maxLength(2_000));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const edit = v.object({ start: offset, end: offset, text: v.pipe(v.string(), v.maxLength(20_000)) });

export type { RepairChange, RepairReply } from './numbering-messages.ts';

/** Requests to the background. */
export const request = v.variant('type', [
  v.object({
    type: v.literal('check'),
    text,
    complete: v.boolean(),
    draftKey,
    numbered,
    /** What is certain may be answered first, while ambiguous words wait for the segmenter: see `undecided` of the reply. */
    early: v.optional(v.boolean()),
  }),
  v.object({
    type: v.literal('ignore'),
    draftKey,
    finding: ignoredFinding,
    /** In every draft, not in this one alone. */
    always: v.optional(v.boolean()),
  }),
  /** Without a finding: all that were ignored in the draft. With `always`: one that was ignored in every draft. */
  v.object({
    type: v.literal('restore-ignored'),
    draftKey,
    finding: v.optional(ignoredFinding),
    always: v.optional(v.boolean()),
  }),
  v.object({ type: v.literal('ignored'), draftKey }),
  /** How many more findings today would give than the day on which a draft is judged: asked of an old draft. */
  v.object({ type: v.literal('count-today'), text, complete: v.boolean(), draftKey, numbered }),
  /** Null: the draft's own words tell its date. `oldDay`: the day of an older time that they tell of now; it is remembered. */
  v.object({
    type: v.literal('set-date'),
    draftKey,
    date: v.nullable(isoDate),
    oldDay: v.optional(isoDate),
  }),
  v.object({ type: v.literal('set-rule'), rule: v.string(), on: v.boolean() }),
  /** A site that came with the extension and is not to be read for now; `off` false: read it again. */
  v.object({ type: v.literal('set-site'), pattern: v.pipe(v.string(), v.maxLength(300)), off: v.boolean() }),
  /** What is left alone by default is read on a site, or not any more. */
  v.object({
    type: v.literal('set-also-read'),
    pattern: v.pipe(v.string(), v.maxLength(300)),
    what: v.picklist(['codeEditors', 'optedOut']),
    on: v.boolean(),
  }),
  /** The author's own place; '' forgets it. */
  v.object({ type: v.literal('set-place'), place: v.pipe(v.string(), v.maxLength(20)) }),
  /** The author's own unit; '' forgets it. */
  v.object({ type: v.literal('set-unit'), unit: v.pipe(v.string(), v.maxLength(40)) }),
  v.object({ type: v.literal('set-language'), language: v.picklist(languages) }),
  v.object({ type: v.literal('set-strictness'), strictness: v.picklist(strictnesses) }),
  v.object({ type: v.literal('backup') }),
  /** Tells what a backup's file would bring, and brings it where `apply` is true. */
  v.object({
    type: v.literal('restore'),
    document: v.pipe(v.string(), v.maxLength(20_000_000)),
    apply: v.boolean(),
  }),
  v.object({ type: v.literal('status') }),
  /** Hides all marks in a tab, on every page it comes to, or shows them again. */
  v.object({ type: v.literal('hide-tab'), tabId: v.pipe(v.number(), v.integer()), hidden: v.boolean() }),
  /** From the scout of a frame: there may be something to check. */
  v.object({ type: v.literal('page-wanted') }),
  /** From a frame in which the content script begins: what it has to know of its tab. */
  v.object({ type: v.literal('page-started') }),
  /** From a frame of a page: its count of findings for the icon, whether its field was used last, or that it goes. */
  v.object({ type: v.literal('page-changed'), state: v.unknown() }),
  ...packRequests,
  ...phraseRequests,
  ...numberingRequests,
]);
export type Request = v.InferOutput<typeof request>;

export interface CheckReply {
  readonly findings: readonly Finding[];
  readonly asOf: AsOf;
  /** Number of findings the author has ignored in this draft. */
  readonly ignored: number;
  readonly trueUntil: string;
  /** The language of the screen. */
  readonly language: Language;
  readonly strictness: Strictness;
  /** Said instead of findings when the text is too long or the packs could not be read. */
  readonly declined?: string;
  /** How many more findings today would give, where that is asked; absent until it is counted. */
  readonly onToday?: number;
}

/** A reply on its way to the page. */
export type PackedReply = Omit<CheckReply, 'findings' | 'onToday'> & {
  readonly findings: PackedFindings;
  /** Paragraphs with ambiguous words that are not decided yet: who asks again, and not early, is told of them. */
  readonly undecided?: readonly Span[];
};

/** What the author has ignored: in this draft, and in every one. */
export interface IgnoredReply {
  readonly draft: readonly IgnoredFinding[];
  readonly always: readonly IgnoredFinding[];
}

export interface RestoreReply {
  /** What is taken over, in words: 12 条我的提法. */
  readonly parts: readonly string[];
  /** What could not be taken, and why: one sentence each. */
  readonly refused: readonly string[];
}

export interface StatusReply {
  readonly version: string;
  readonly trueUntil: string;
  readonly entries: number;
  /** What phrases are filed under, for `topic` of a search; the largest first. */
  readonly topics: readonly Topic[];
  readonly rules: readonly {
    readonly id: RuleId;
    readonly title: string;
    readonly about: string;
    /** Words that it reports and what becomes of them; the same where only a person can decide. */
    readonly example: { readonly before: string; readonly after: string };
    readonly basis: string;
    readonly on: boolean;
  }[];
  /** The author's own place, '' when not set. */
  readonly place: string;
  /** The author's own unit, '' when not set. */
  readonly unit: string;
  readonly language: Language;
  readonly strictness: Strictness;
  /** Faults of the packs, in the author's words. */
  readonly problems: readonly string[];
  /** Where the index came from: the cache, the build's file, or a rebuild. */
  readonly indexFrom: 'cache' | 'build' | 'rebuilt';
}

/** What each request is answered with; a fault is answered with `{ fault }`, one sentence in Chinese. */
export interface Replies extends PackReplies, PhraseReplies, NumberingReplies {
  check: PackedReply;
  /** Null where the text is too long to be checked. */
  'count-today': { readonly count: number | null };
  ignore: { readonly ok: true };
  'restore-ignored': { readonly ok: true };
  ignored: IgnoredReply;
  'set-date': { readonly ok: true };
  'set-rule': { readonly ok: true };
  'set-site': { readonly ok: true };
  'set-also-read': { readonly ok: true };
  'set-place': { readonly ok: true };
  'set-unit': { readonly ok: true };
  'set-language': { readonly ok: true };
  'set-strictness': { readonly ok: true };
  backup: { readonly document: string };
  restore: RestoreReply;
  status: StatusReply;
  'hide-tab': { readonly ok: true };
  'page-wanted': { readonly ok: true };
  'page-started': { readonly hidden: boolean; readonly alsoRead: AlsoRead };
  'page-changed': { readonly ok: true };
}
export interface Fault {
  readonly fault: string;
}

/** Requests to the page (the frame whose field was used last). */
export const pageRequest = v.variant('type', [
  v.object({ type: v.literal('page-state') }),
  v.object({ type: v.literal('page-apply'), edits: v.array(edit), expected: text }),
  /** Takes the last repair back, where the text is as it left it. */
  v.object({ type: v.literal('page-way-back') }),
  v.object({ type: v.literal('page-insert'), text: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)) }),
  v.object({ type: v.literal('page-reveal'), start: offset, end: offset }),
  v.object({ type: v.literal('page-recheck') }),
  v.object({ type: v.literal('page-command'), command: v.picklist(pageCommands) }),
  v.object({ type: v.literal('page-hide'), hidden: v.boolean() }),
  /** The author has chosen anew what is read on a site although it is left alone by default: each frame asks for its own. */
  v.object({ type: v.literal('page-also-read') }),
  /** Which sites may be read from now on: a frame of any other ends its work. */
  v.object({ type: v.literal('page-sites'), allowed: v.array(v.string()), off: v.array(v.string()) }),
]);
export type PageRequest = v.InferOutput<typeof pageRequest>;

/** The page as the popup and the side panel see it. */
export interface PageState {
  /** The field used last; null when the page has no editor that can be read. */
  readonly field: null | {
    readonly kind: string;
    readonly draftKey: string;
    readonly text: string;
    readonly complete: boolean;
    readonly check: CheckReply | null;
    /** Items that the editor numbers itself. */
    readonly numbered: readonly NumberedItem[];
    /** True while the last repair can be taken back: the text is as it left it. */
    readonly wayBack: boolean;
  };
  readonly hidden: boolean;
  /** The editor the author is in, where its text is not in the page: nothing can be marked there. */
  readonly unreadable?: Unreadable;
  /** The address by which the site of this frame is known; a frame in the page can be of another site. */
  readonly address: string;
  /** Fields of this page that are read only where the author says so for the site: of which kinds, and whether they are. */
  readonly choices: Partial<AlsoRead>;
}
export interface PageReplies {
  'page-state': PageState;
  'page-apply': { readonly ok: true };
  'page-way-back': { readonly ok: true };
  'page-insert': { readonly ok: true };
  'page-reveal': { readonly ok: true };
  'page-recheck': { readonly ok: true };
  'page-command': { readonly ok: true };
  'page-hide': { readonly ok: true };
  'page-also-read': { readonly ok: true };
  'page-sites': { readonly ok: true };
}
