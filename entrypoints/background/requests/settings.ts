import * as v from 'valibot';
import { speakingRate } from '../../../lib/checking/speaking-time.ts';
import { strictnesses } from '../../../lib/checking/strictness.ts';
import { styleChoice } from '../../../lib/checking/style-choice.ts';
import { languages } from '../../../lib/language/language.ts';
import { sitePattern } from '../../../lib/messaging/fields.ts';
import type { StatusReply } from '../../../lib/messaging/messages.ts';
import { rules } from '../../../lib/rules/index.ts';
import {
  isRuleId,
  readSettings,
  setLanguage,
  setNumberingStyle,
  setPlace,
  setRule,
  setSiteOff,
  setSlashSearch,
  setSpeakingRate,
  setStrictness,
  setUnit,
} from '../../../lib/storage/settings.ts';
import { setAlsoRead } from '../also-read.ts';
import { syncMenus } from '../menus.ts';
import { opened } from '../phrases.ts';
import { startInOpenTabs, startPhraseWindows, syncSites } from '../sites.ts';
import { defineCommand, defineRequest, reply } from './row.ts';

/** What the author sets for all drafts, and what is set. */
export const settingsRequests = {
  status: defineRequest({ from: 'page', fields: {}, reply: reply<StatusReply>(), handle: status }),
  'set-rule': defineCommand({
    from: 'page',
    fields: { rule: v.string(), on: v.boolean() },
    async run({ rule, on }) {
      if (isRuleId(rule)) await setRule(rule, on);
    },
  }),
  /** A site that came with the extension: with `off` it is not read for now, without it is read again. */
  'set-site': defineCommand({
    from: 'own',
    fields: { pattern: sitePattern, off: v.boolean() },
    async run({ pattern, off }) {
      await setSiteOff(pattern, off);
      await syncSites();
      if (!off) await startInOpenTabs([pattern]);
    },
  }),
  /** Whether a site's editors are read that are left alone by default. */
  'set-also-read': defineCommand({
    from: 'own',
    fields: { pattern: sitePattern, what: v.picklist(['codeEditors', 'optedOut']), on: v.boolean() },
    run: ({ pattern, what, on }) => setAlsoRead(pattern, what, on),
  }),
  /** The author's own place; '' clears it. */
  'set-place': defineCommand({
    from: 'own',
    fields: { place: v.pipe(v.string(), v.maxLength(20)) },
    run: ({ place }) => setPlace(place),
  }),
  /** The author's own unit; '' clears it. */
  'set-unit': defineCommand({
    from: 'own',
    fields: { unit: v.pipe(v.string(), v.maxLength(40)) },
    run: ({ unit }) => setUnit(unit),
  }),
  'set-language': defineCommand({
    from: 'own',
    fields: { language: v.picklist(languages) },
    async run({ language }) {
      await setLanguage(language);
      await syncMenus();
    },
  }),
  'set-strictness': defineCommand({
    from: 'own',
    fields: { strictness: v.picklist(strictnesses) },
    run: ({ strictness }) => setStrictness(strictness),
  }),
  /** Whether two slashes in an editor search for phrases there. */
  'set-slash-search': defineCommand({
    from: 'own',
    fields: { on: v.boolean() },
    async run({ on }) {
      await setSlashSearch(on);
      if (on) await startPhraseWindows();
    },
  }),
  /** How fast a speech is read out, in characters a minute. */
  'set-speaking-rate': defineCommand({
    from: 'own',
    fields: { rate: speakingRate },
    run: ({ rate }) => setSpeakingRate(rate),
  }),
  /** The form of ordinals in all drafts. */
  'set-numbering-style': defineCommand({
    from: 'page',
    fields: { style: styleChoice },
    run: ({ style }) => setNumberingStyle(style),
  }),
};

async function status(): Promise<StatusReply> {
  const [{ phrases }, { rulesOff, place, unit, language, strictness, slashSearch }] = await Promise.all([
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
    slashSearch,
    problems: phrases.problems.map((problem) => problem[language]),
    indexFrom: phrases.from,
  };
}
