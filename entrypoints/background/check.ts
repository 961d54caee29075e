import type { Checker, CheckOptions, Judgement } from '../../lib/checking/checker.ts';
import { changeOf, foundIn } from '../../lib/checking/found-in-check.ts';
import { withoutIgnored } from '../../lib/checking/ignore.ts';
import type { CheckStage } from '../../lib/checking/stages.ts';
import { today } from '../../lib/common/today.ts';
import { longestDraft } from '../../lib/draft/longest-draft.ts';
import type { NumberedItem } from '../../lib/draft/types.ts';
import { type Language, sayIn } from '../../lib/language/language.ts';
import type { CheckAnswer, DayCountReply } from '../../lib/messaging/messages.ts';
import type { Fault } from '../../lib/messaging/reply.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import {
  type DraftSettings,
  readDraftSettings,
  readSettings,
  type Settings,
} from '../../lib/storage/settings.ts';
import { keepDraft, type SentText, textMeant } from './known-drafts.ts';
import { opened } from './phrases.ts';
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
export function optionsOf(
  request: Pick<DraftRequest, 'complete' | 'numbered'>,
  settings: Settings,
  { date, oldDay: writtenOn }: DraftSettings,
): CheckOptions {
  return {
    today: today(),
    complete: request.complete,
    off: new Set(settings.rulesOff),
    place: settings.place,
    unit: settings.unit,
    numberingStyle: settings.numberingStyle,
    language: settings.language,
    ...(request.numbered === undefined ? {} : { numbered: request.numbered }),
    ...(date === undefined ? {} : { date }),
    ...(writtenOn === undefined ? {} : { writtenOn }),
  };
}

/** Checks a draft as the author has chosen. */
export async function check(request: CheckRequest): Promise<CheckAnswer | Fault> {
  const meant = textMeant(request.text);
  if (meant === null) return { stage: 'text-wanted' };
  const { text, before } = meant;
  const [{ checker, phrases }, settings, draft] = await Promise.all([
    opened(),
    readSettings(),
    readDraftSettings(request.draftKey),
  ]);
  const { language, strictness } = settings;
  if (text.length > longestDraft) return tooLong(language);
  const { stage, judgement } = await judged(
    checker,
    text,
    optionsOf(request, settings, draft),
    request.stage,
  );
  const { shown, ignored } = withoutIgnored(judgement.found, text, [...draft.ignored, ...settings.ignored]);
  const found = foundIn(shown, judgement.paragraphs, language);
  return {
    revision: keepDraft({ text, found }, request.text),
    found: changeOf(before?.found ?? null, found),
    asOf: judgement.asOf,
    ignored,
    trueUntil: phrases.knowledge.trueUntil,
    language,
    strictness,
    ...(stage === 'early' ? { stage, undecided: judgement.undecided } : { stage }),
  };
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

/** Judges a text. The result is `early` where that was asked for, and ambiguous words wait for the segmenter. */
async function judged(
  checker: Checker,
  text: string,
  options: CheckOptions,
  asked: CheckStage,
): Promise<{ stage: CheckStage; judgement: Judgement }> {
  const judgeWith = (segmenter: Segmenter | null) =>
    checker.judge(text, segmenter === null ? options : { ...options, segmenter });
  const loaded = asked === 'early' ? segmenterNow() : await segmenterInUse();
  const judgement = judgeWith(loaded === 'pending' ? null : loaded);
  if (!judgement.wantsSegmenter) return { stage: 'decided', judgement };
  if (loaded === 'pending') {
    void loadSegmenter();
    return { stage: 'early', judgement };
  }
  const segmenter = await loadSegmenter();
  return { stage: 'decided', judgement: segmenter === null ? judgement : judgeWith(segmenter) };
}

/** Counts what today would bring to a draft beyond the day on which it is judged. */
export async function countToday(request: DraftRequest): Promise<DayCountReply> {
  if (request.text.length > longestDraft) return { count: null };
  const [{ checker }, settings, draft] = await Promise.all([
    opened(),
    readSettings(),
    readDraftSettings(request.draftKey),
  ]);
  const options = optionsOf(request, settings, draft);
  const ignored = [...draft.ignored, ...settings.ignored];
  const countWith = (segmenter: Segmenter | null) =>
    checker.countOn(
      request.text,
      segmenter === null ? options : { ...options, segmenter },
      today(),
      (findings) => withoutIgnored(findings, request.text, ignored).shown,
    );
  let result = countWith(await segmenterInUse());
  if (result.wantsSegmenter) {
    const loaded = await loadSegmenter();
    if (loaded !== null) result = countWith(loaded);
  }
  return { count: result.count };
}
