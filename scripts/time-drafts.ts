/** Whole drafts of tests/drafts/time with labels on every time-bound mention. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { type MentionKind, mentionKinds } from '../lib/phrases/types.ts';
import type { Verdict } from '../lib/rules/mentions/target.ts';

/** A labelled mention. UTF-16 offsets of the text. */
export interface LabelledMention {
  readonly start: number;
  readonly end: number;
  readonly kind: MentionKind;
  /** The verdicts on the day on which old drafts are judged, and on the draft's own. */
  readonly today: Verdict;
  readonly own: Verdict;
  /** Its possible replacements on that day. */
  readonly successors: readonly string[];
}

/** A real draft with its labels. */
export interface LabelledDraft {
  readonly id: string;
  /** The day it was written for, ISO date. */
  readonly date: string;
  readonly text: string;
  readonly mentions: readonly LabelledMention[];
  /** Counted but not read, so that nothing is tuned to it. */
  readonly heldOut: boolean;
}

/** The day on which old drafts are judged: somebody opens last year's speech. */
export const openedOn = '2026-11-29';

const draftSchema = v.array(
  v.strictObject({ id: v.string(), date: v.pipe(v.string(), v.isoDate()), text: v.string() }),
);
const verdict = v.picklist(['change', 'check', 'keep']);

/** Reads the drafts of a folder, including its folder `held-out`. Throws, naming the draft, if a label is invalid. */
export async function readTimeDrafts(folder: string): Promise<LabelledDraft[]> {
  const drafts: LabelledDraft[] = [];
  for (const [part, heldOut] of [
    ['', false],
    ['held-out', true],
  ] as const) {
    const files = (await readdir(join(folder, part))).filter((file) => file.endsWith('.yaml')).sort();
    for (const file of files) {
      const content: unknown = parse(await readFile(join(folder, part, file), 'utf8'));
      for (const { id, date, text } of v.parse(draftSchema, content))
        drafts.push({ id, date, heldOut, ...labelled(id, text.trimEnd()) });
    }
  }
  return drafts;
}

/** Takes a text with labels ⟦words|kind|today/own|successors⟧ and returns it without them, and the labels. */
function labelled(id: string, marked: string): Pick<LabelledDraft, 'text' | 'mentions'> {
  const mentions: LabelledMention[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/⟦([^⟦⟧|]+)\|([^⟦⟧|]+)\|([^⟦⟧|/]+)\/([^⟦⟧|/]+)(?:\|([^⟦⟧]*))?⟧/gu)) {
    const [whole, words = '', kind, today, own, successors = ''] = match;
    text += marked.slice(at, match.index);
    const label = v.safeParse(v.object({ kind: v.picklist(mentionKinds), today: verdict, own: verdict }), {
      kind,
      today,
      own,
    });
    if (!label.success) throw new Error(`${id}：标注写得不对：${whole}`);
    mentions.push({
      start: text.length,
      end: text.length + words.length,
      ...label.output,
      successors: successors.split('/').filter((one) => one !== ''),
    });
    text += words;
    at = match.index + whole.length;
  }
  text += marked.slice(at);
  if (/[⟦⟧]/u.test(text)) throw new Error(`${id}：有没写完整的标注。`);
  return { text, mentions };
}
