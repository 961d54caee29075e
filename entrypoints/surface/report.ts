import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** Reports are passed in session storage: drafts are written neither to disk nor into addresses. */
const key = 'reports';
/** The last ones are kept, so that their pages can be loaded again. */
const mostReports = 5;

/** One place of a draft in a report. All words are in the language of the screen, save those of the draft. */
const reportRow = v.object({
  /** What it is: the title of the rule, or of a kind of mention. */
  kind: v.string(),
  /** What a time-bound mention asks for, where no finding speaks of it. */
  verdict: v.optional(v.picklist(['change', 'check', 'keep'])),
  /** How certain it is; absent where that does not apply. */
  level: v.optional(v.picklist(['error', 'warning', 'hint'])),
  /** The headings over it, from the outermost; empty without a heading. */
  headings: v.array(v.string()),
  /** The number of its paragraph, from 1. */
  paragraph: v.number(),
  /** The words, as they stood before a change, and what stands around them. */
  before: v.string(),
  words: v.string(),
  after: v.string(),
  /** Why, in whole sentences. */
  reason: v.string(),
  /** On what that is based, the title of a document; absent where `reason` says it, or nothing is. */
  source: v.optional(v.string()),
  /** What it is to become, or what was put there: words of the draft, or advice; '' for none. */
  suggestion: v.string(),
  /** `kept`: the author has seen it and leaves it as it is. */
  state: v.picklist(['open', 'done', 'kept']),
});
export type ReportRow = v.InferOutput<typeof reportRow>;

const report = v.object({
  /** What the draft is called: its first line. */
  title: v.string(),
  /** The day that it is judged on. ISO date. */
  date: v.string(),
  /** Until when the packs are true. ISO date. */
  trueUntil: v.string(),
  /** When it was checked, in milliseconds since 1970. */
  checkedAt: v.number(),
  characters: v.number(),
  /** Characters a minute that it is read out at. */
  speakingRate: v.optional(v.number()),
  /** How many findings the author has ignored. */
  ignored: v.number(),
  /** False if only a part of the draft could be read. */
  complete: v.boolean(),
  /** In text order. */
  rows: v.array(reportRow),
});
/** A draft's findings and changes, as a document shows them. */
export type Report = v.InferOutput<typeof report>;

const kept = v.array(v.object({ id: v.string(), report }));

async function keptReports(): Promise<v.InferOutput<typeof kept>> {
  const stored = await browser.storage.session.get(key);
  const read = v.safeParse(kept, stored[key]);
  return read.success ? read.output : [];
}

/** Opens a report in a tab of its own. */
export async function openReport(opened: Report): Promise<void> {
  const id = crypto.randomUUID();
  const reports = [...(await keptReports()), { id, report: opened }];
  await browser.storage.session.set({ [key]: reports.slice(-mostReports) });
  await browser.tabs.create({ url: `/report.html?${new URLSearchParams({ id })}` });
}

/** The report of a page, by its `location.search`; null if it is no longer kept. */
export async function readReport(search: string): Promise<Report | null> {
  const wanted = new URLSearchParams(search).get('id');
  return (await keptReports()).find(({ id }) => id === wanted)?.report ?? null;
}
