import type { Checker, CheckOptions, Judgement } from '../../lib/checking/checker.ts';
import { changeOf, foundIn } from '../../lib/checking/found-in-check.ts';
import { withoutIgnored } from '../../lib/checking/ignore.ts';
import { longestPiece } from '../../lib/checking/pieces.ts';
import type { CheckStage } from '../../lib/checking/stages.ts';
import { today } from '../../lib/common/today.ts';
import { longestDraft } from '../../lib/draft/longest-draft.ts';
import type { NumberedItem } from '../../lib/draft/types.ts';
import { type Language, sayIn } from '../../lib/language/language.ts';
import type { CheckAnswer, DayCountReply } from '../../lib/messaging/messages.ts';
import type { Fault } from '../../lib/messaging/reply.ts';
import type { ProseModel } from '../../lib/phrases/prose/prose-model.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import {
  type DraftSettings,
  readDraftSettings,
  readSettings,
  type Settings,
} from '../../lib/storage/settings.ts';
import { inTurns, wholeInTurns } from './in-turns.ts';
import { keepDraft, type SentText, textMeant } from './known-drafts.ts';
import { opened } from './phrases.ts';
import { loadProse, proseNow } from './prose.ts';
import type { Sender } from './requests/row.ts';
import { loadSegmenter, segmenterInUse, segmenterNow } from './segmenter.ts';

/** A draft as a request brings it. */
export interface DraftRequest {
  readonly text: string;
  readonly complete: boolean;
  readonly draftKey: string;
  readonly numbered?: readonly NumberedItem[] | undefined;
}

interface CheckRequest extends Omit<DraftRequest, 'text'> {
  readonly text: SentText;
  /** `early`: what waits for the segmenter may be left undecided. */
  readonly stage: CheckStage;
}

/** What a draft is checked with: all that the author has chosen, and what the request says of the text. */
function optionsOf(
  request: Pick<DraftRequest, 'complete' | 'numbered'>,
  settings: Settings,
  { date, oldDay: writtenOn }: DraftSettings,
  prose: ProseModel | null | 'pending',
): CheckOptions {
  return {
    today: today(),
    complete: request.complete,
    off: new Set(settings.rulesOff),
    place: settings.place,
    unit: settings.unit,
    numberingStyle: settings.numberingStyle,
    language: settings.language,
    ...(prose === null ? {} : { prose }),
    ...(request.numbered === undefined ? {} : { numbered: request.numbered }),
    ...(date === undefined ? {} : { date }),
    ...(writtenOn === undefined ? {} : { writtenOn }),
  };
}

/** Whether a rule that is on asks the model of official prose. */
function usesProse({ rulesOff }: Settings): boolean {
  return !rulesOff.includes('unlikely-characters') || !rulesOff.includes('confusable-characters');
}

/**
 * The checker, and all that the author has chosen for a draft. For an early answer the model of official prose is used only
 * if it is there: making its tables would hold up a worker that has just begun.
 */
export async function openDraft(
  request: Pick<DraftRequest, 'complete' | 'numbered' | 'draftKey'>,
  stage: CheckStage = 'decided',
) {
  const read = readSettings();
  const [{ checker }, settings, draft, prose] = await Promise.all([
    opened(),
    read,
    readDraftSettings(request.draftKey),
    read.then((known) => {
      if (!usesProse(known)) return null;
      return stage === 'early' ? proseNow() : loadProse();
    }),
  ]);
  return {
    checker,
    settings,
    draft,
    options: optionsOf(request, settings, draft, prose),
    ignored: [...draft.ignored, ...settings.ignored],
  };
}

/**
 * Work on an early answer to a draft of more than one piece is ended after so many ms; the rest comes with the answer that
 * is asked for next.
 */
const earlyBudget = 300;

/** The newest check of each field: an older one is no longer waited for, and ended. */
const newest = new Map<string, object>();

/** Checks a draft as the author has chosen. */
export async function check(
  request: CheckRequest,
  sender?: Pick<Sender, 'frame'>,
): Promise<CheckAnswer | Fault> {
  const field = JSON.stringify([sender?.frame ?? null, request.draftKey]);
  newest.set(field, request);
  try {
    return await checkUnless(() => newest.get(field) !== request, request);
  } finally {
    if (newest.get(field) === request) newest.delete(field);
  }
}

/** The same; the text is asked for where the check is no longer waited for: nobody reads that answer. */
async function checkUnless(isStale: () => boolean, request: CheckRequest): Promise<CheckAnswer | Fault> {
  const meant = textMeant(request.text);
  if (meant === null) return { stage: 'text-wanted' };
  const { text, before } = meant;
  const { checker, options, settings, ignored: silenced } = await openDraft(request, request.stage);
  const { language, strictness } = settings;
  if (text.length > longestDraft) return tooLong(language);
  const outcome = await judged(checker, text, options, request.stage, isStale);
  if (outcome === null) return { stage: 'text-wanted' };
  const { stage, judgement } = outcome;
  const { shown, ignored } = withoutIgnored(judgement.found, text, silenced);
  const found = foundIn(shown, judgement.paragraphs, language);
  return {
    revision: keepDraft({ text, found }, request.text),
    found: changeOf(before?.found ?? null, found),
    asOf: judgement.asOf,
    ignored,
    trueUntil: checker.knowledge.trueUntil,
    language,
    strictness,
    ...(stage === 'early' ? { stage, ...undecidedOf(judgement) } : { stage }),
  };
}

function undecidedOf({ undecided, isPartial }: Judgement) {
  return { undecided, ...(isPartial === true ? { isPartial } : {}) };
}

/** The refusal of a text that is longer than `longestDraft`. */
export function tooLong(language: Language): Fault {
  return {
    fault: sayIn(language)(
      '这篇文字超过20万字，这里不作检查。可以分成几部分，逐部分检查。',
      'This text is longer than 200,000 characters and is not checked here. Please check it in parts.',
    ),
  };
}

/** The outcome of work that may have met words which only the segmenter can decide. */
interface MayWantSegmenter {
  readonly wantsSegmenter: boolean;
}

/**
 * Does work with the segmenter where it is in use, else without (null). Where the work then wants it, it is loaded, and
 * the work is done once more.
 */
export async function withSegmenter<R extends MayWantSegmenter>(
  work: (segmenter: Segmenter | null) => Promise<R>,
): Promise<R> {
  const result = await work(await segmenterInUse());
  if (!result.wantsSegmenter) return result;
  const loaded = await loadSegmenter();
  return loaded === null ? result : await work(loaded);
}

/** The options with the segmenter, where there is one. */
export function withIt(options: CheckOptions, segmenter: Segmenter | null): CheckOptions {
  return segmenter === null ? options : { ...options, segmenter };
}

/**
 * Judges a text. The result is `early` where that was asked for, and ambiguous words wait for the segmenter or the
 * budget is used up; null where it is stale.
 */
async function judged(
  checker: Checker,
  text: string,
  options: CheckOptions,
  asked: CheckStage,
  isStale: () => boolean,
): Promise<{ stage: CheckStage; judgement: Judgement } | null> {
  const waitsForProse = options.prose === 'pending';
  // What needs the segmenter may need the model as well, and waits with it.
  const waits = asked === 'early' && (waitsForProse || segmenterNow() === 'pending');
  const hasBudget = asked === 'early' && text.length > longestPiece;
  const isOver = (taken: number) => isStale() || (hasBudget && taken > earlyBudget);
  let isEnded = false;
  const work = async (segmenter: Segmenter | null): Promise<Judgement> => {
    const outcome = await inTurns(checker.piecewise.judge(text, withIt(options, segmenter)), isOver);
    isEnded = outcome.is === 'ended';
    // What was broken off is asked for again in any case.
    return outcome.is === 'ended' ? { ...outcome.known(), wantsSegmenter: false } : outcome.result;
  };
  const judgement = waits ? await work(null) : await withSegmenter(work);
  if (isStale()) return null;
  const mustWait = waits && (waitsForProse || judgement.wantsSegmenter);
  if (judgement.wantsSegmenter && waits) void loadSegmenter();
  return { stage: isEnded || mustWait ? 'early' : 'decided', judgement };
}

/** Counts what today would bring to a draft beyond the day on which it is judged. */
export async function countToday(request: DraftRequest): Promise<DayCountReply> {
  const { text } = request;
  if (text.length > longestDraft) return { count: null };
  const { checker, options, ignored } = await openDraft(request);
  const { count } = await withSegmenter((segmenter) =>
    wholeInTurns(
      checker.piecewise.countOn(
        text,
        withIt(options, segmenter),
        today(),
        (findings) => withoutIgnored(findings, text, ignored).shown,
      ),
    ),
  );
  return { count };
}
