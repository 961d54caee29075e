import { today } from '../../lib/common/today.ts';
import type { Fault, Replies, Request } from '../../lib/messaging/messages.ts';
import { rules } from '../../lib/rules/index.ts';
import { writeBackup } from '../../lib/storage/backup.ts';
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
} from '../../lib/storage/settings.ts';
import { setAlsoRead } from './also-read.ts';
import { currentBackup } from './backup.ts';
import { check, countToday } from './check.ts';
import { setHidden } from './hidden.ts';
import { syncMenus } from './menus.ts';
import { answerNumbering } from './numbering.ts';
import { answerPacks } from './packs.ts';
import { answerPhrases } from './phrase-lookup.ts';
import { opened } from './phrases.ts';
import { restore } from './restore.ts';
import { startInOpenTabs, syncSites } from './sites.ts';

/** Answers a request. Throws only on faults of the extension itself, which the caller puts into words. */
export async function answer(
  request: Exclude<Request, { type: 'page-changed' | 'page-started' | 'page-wanted' }>,
): Promise<Replies[keyof Replies] | Fault> {
  switch (request.type) {
    case 'check':
      return await check(request);
    case 'count-today':
      return await countToday(request);
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
      await setDraftDate(request.draftKey, request.date, request.oldDay);
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
