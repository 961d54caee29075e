import { writeBackup } from '../../lib/backup.ts';
import { today } from '../../lib/draft/date.ts';
import { withoutIgnored } from '../../lib/ignore.ts';
import { sayIn } from '../../lib/language.ts';
import type { Fault, PackedReply, Replies, Request } from '../../lib/messages.ts';
import { packFindings } from '../../lib/packed-findings.ts';
import { createSegmenter } from '../../lib/phrases/segmenter.ts';
import { rules } from '../../lib/rules/index.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import {
  ignoreAlways,
  ignoreFinding,
  isRuleId,
  readDraftSettings,
  readSettings,
  restoreAlways,
  restoreIgnored,
  setDraftDate,
  setLanguage,
  setPlace,
  setRule,
  setSiteOff,
  setStrictness,
  setUnit,
} from '../../lib/settings.ts';
import { setAlsoRead } from './also-read.ts';
import { currentBackup } from './backup.ts';
import { setHidden } from './hidden.ts';
import { syncMenus } from './menus.ts';
import { answerNumbering } from './numbering.ts';
import { answerPacks } from './packs.ts';
import { answerPhrases } from './phrase-lookup.ts';
import { opened } from './phrases.ts';
import { restore } from './restore.ts';
import { startInOpenTabs, syncSites } from './sites.ts';

/** Longer texts are declined in words: a speech of an hour has some 12,000 characters. */
export const longestText = 200_000;

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

/** Answers a request. Throws only on faults of the extension itself, which the caller puts into words. */
export async function answer(
  request: Exclude<Request, { type: 'page-changed' | 'page-started' | 'page-wanted' }>,
): Promise<Replies[keyof Replies] | Fault> {
  switch (request.type) {
    case 'check':
      return await check(request);
    case 'search':
    case 'kept-phrases':
    case 'phrase-used':
    case 'star-phrase':
    case 'entry':
      return await answerPhrases(request);
    case 'ignore':
      await (request.always === true
        ? ignoreAlways(request.finding)
        : ignoreFinding(request.draftKey, request.finding));
      return { ok: true };
    case 'restore-ignored':
      await (request.always === true && request.finding !== undefined
        ? restoreAlways(request.finding)
        : restoreIgnored(request.draftKey, request.finding));
      return { ok: true };
    case 'ignored': {
      const [draft, settings] = await Promise.all([readDraftSettings(request.draftKey), readSettings()]);
      return { draft: draft.ignored, always: settings.ignored };
    }
    case 'set-date':
      await setDraftDate(request.draftKey, request.date);
      return { ok: true };
    case 'set-rule':
      if (isRuleId(request.rule)) await setRule(request.rule, request.on);
      return { ok: true };
    case 'set-place':
      await setPlace(request.place);
      return { ok: true };
    case 'set-unit':
      await setUnit(request.unit);
      return { ok: true };
    case 'set-language':
      await setLanguage(request.language);
      await syncMenus();
      return { ok: true };
    case 'hide-tab':
      await setHidden(request.tabId, request.hidden);
      return { ok: true };
    case 'set-strictness':
      await setStrictness(request.strictness);
      return { ok: true };
    case 'set-also-read':
      await setAlsoRead(request.pattern, request.what, request.on);
      return { ok: true };
    case 'set-site':
      await setSiteOff(request.pattern, request.off);
      await syncSites();
      if (!request.off) await startInOpenTabs([request.pattern]);
      return { ok: true };
    case 'plan-repair':
    case 'plan-style':
    case 'set-numbering-style':
    case 'outline':
      return await answerNumbering(request);
    case 'backup':
      return { document: writeBackup(await currentBackup(), today()) };
    case 'restore':
      return await restore(request.document, request.apply);
    case 'status':
      return await status();
    default:
      return await answerPacks(request);
  }
}

async function check(request: Extract<Request, { type: 'check' }>): Promise<PackedReply> {
  const [{ checker, phrases }, settings, draft] = await Promise.all([
    opened(),
    readSettings(),
    readDraftSettings(request.draftKey),
  ]);
  const { trueUntil } = phrases.knowledge;
  const { language, strictness } = settings;
  if (request.text.length > longestText) {
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
  const options = {
    today: today(),
    complete: request.complete,
    off: new Set(settings.rulesOff),
    place: settings.place,
    unit: settings.unit,
    numberingStyle: settings.numberingStyle,
    language,
    ...(request.numbered === undefined ? {} : { numbered: request.numbered }),
    ...(draft.date === undefined ? {} : { date: draft.date }),
  };
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

async function status(): Promise<Replies['status']> {
  const [{ phrases }, { rulesOff, place, unit, language, strictness }] = await Promise.all([
    opened(),
    readSettings(),
  ]);
  const { version, trueUntil, entries, series, topics } = phrases.knowledge;
  return {
    version,
    trueUntil,
    entries: entries.length + series.reduce((sum, one) => sum + one.members.length, 0),
    topics,
    rules: rules.map(({ id, title, about, example, basis }) => ({
      id,
      title: title[language],
      about: about[language],
      example: { before: example.before, after: example.after },
      basis: basis[language],
      on: !rulesOff.includes(id),
    })),
    place,
    unit,
    language,
    strictness,
    problems: phrases.problems,
    indexFrom: phrases.from,
  };
}
