import type { CheckOptions } from '../../lib/checking/checker.ts';
import { withoutIgnored } from '../../lib/checking/ignore.ts';
import { packFindings } from '../../lib/checking/packed-findings.ts';
import { today } from '../../lib/common/today.ts';
import { longestDraft } from '../../lib/draft/longest-draft.ts';
import { sayIn } from '../../lib/language/language.ts';
import type { PackedReply, Replies, Request } from '../../lib/messaging/messages.ts';
import { createSegmenter } from '../../lib/phrases/segmenter.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import {
  type DraftSettings,
  readDraftSettings,
  readSettings,
  type Settings,
} from '../../lib/storage/settings.ts';
import { opened } from './phrases.ts';

let opening: Promise<Segmenter | null> | undefined;
/** What came of it; null where it could not be had. */
let segmenter: Segmenter | null | undefined;
/** Then it is tried again after so many ms. */
const nextTry = 60_000;

/**
 * jieba takes some 60 MB: it is loaded on the first ambiguous hit, and goes with the worker when it falls idle. Null
 * where it cannot be had.
 */
function openSegmenter(): Promise<Segmenter | null> {
  opening ??= createSegmenter(new URL('/jieba_rs_wasm_bg.wasm', location.origin)).then(
    (made) => {
      segmenter = made;
      return made;
    },
    (error: unknown) => {
      // Without it the ambiguous hits stay silent; everything else is checked.
      console.warn('稿准：分词没有装入，有歧义的词不作提示。', error);
      segmenter = null;
      setTimeout(() => {
        segmenter = undefined;
        opening = undefined;
      }, nextTry);
      return null;
    },
  );
  return opening;
}

type DraftRequest = Extract<Request, { type: 'check' | 'count-today' }>;

/** What a draft is checked with: all that the author has chosen, and what the request says of the text. */
function optionsOf(
  request: DraftRequest,
  settings: Settings,
  { date, oldDay: then }: DraftSettings,
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
    ...(then === undefined ? {} : { then }),
  };
}

/** Checks a draft as the author has chosen. */
export async function check(request: Extract<Request, { type: 'check' }>): Promise<PackedReply> {
  const [{ checker, phrases }, settings, draft] = await Promise.all([
    opened(),
    readSettings(),
    readDraftSettings(request.draftKey),
  ]);
  const { trueUntil } = phrases.knowledge;
  const { language, strictness } = settings;
  if (request.text.length > longestDraft) {
    return {
      findings: packFindings([]),
      asOf: { date: today(), from: 'today', old: false },
      ignored: 0,
      trueUntil,
      language,
      strictness,
      declined: sayIn(language)(
        '这篇文字超过20万字，这里不作检查。可以分成几部分，逐部分检查。',
        'This text is longer than 200,000 characters and is not checked here. Please check it in parts.',
      ),
    };
  }
  const options = optionsOf(request, settings, draft);
  // Who asks once more, and not early, waits for the one that is on its way.
  const checkWith = (loaded: Segmenter | null | undefined) =>
    checker.check(request.text, loaded ? { ...options, segmenter: loaded } : options);
  let result = checkWith(request.early === true ? segmenter : await opening);
  const isEarly = result.wantsSegmenter && request.early === true && segmenter === undefined;
  if (isEarly) {
    void openSegmenter();
  } else if (result.wantsSegmenter) {
    const loaded = await openSegmenter();
    if (loaded !== null) result = checkWith(loaded);
  }
  const { shown, ignored } = withoutIgnored(result.findings, request.text, [
    ...draft.ignored,
    ...settings.ignored,
  ]);
  return {
    findings: packFindings(shown),
    asOf: result.asOf,
    ignored,
    trueUntil,
    language,
    strictness,
    ...(isEarly ? { undecided: result.undecided } : {}),
  };
}

/** Counts what today would bring to a draft beyond the day on which it is judged. */
export async function countToday(
  request: Extract<Request, { type: 'count-today' }>,
): Promise<Replies['count-today']> {
  if (request.text.length > longestDraft) return { count: null };
  const [{ checker }, settings, draft] = await Promise.all([
    opened(),
    readSettings(),
    readDraftSettings(request.draftKey),
  ]);
  const options = optionsOf(request, settings, draft);
  const ignored = [...draft.ignored, ...settings.ignored];
  const countWith = (loaded: Segmenter | null | undefined) =>
    checker.countOn(
      request.text,
      loaded ? { ...options, segmenter: loaded } : options,
      today(),
      (findings) => withoutIgnored(findings, request.text, ignored).shown,
    );
  let result = countWith(await opening);
  if (result.wantsSegmenter) {
    const loaded = await openSegmenter();
    if (loaded !== null) result = countWith(loaded);
  }
  return { count: result.count };
}
