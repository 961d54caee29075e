import type { IsoDate } from '../../draft/types.ts';
import type { Form, Hit, Knowledge, TermEntry } from '../../phrases/types.ts';
import type { Level } from '../types.ts';
import { inMarks } from '../words.ts';
import type { Mention } from './mention.ts';
import { spokenDate } from './time.ts';

/** A hit of an old name, with what decides about word boundaries. */
export interface TermMention extends Mention {
  readonly needsSegmenter: boolean;
}

const kindNoun: Record<TermEntry['kind'], string> = {
  institution: '原机构名称',
  regulation: '已废止或被取代的法规名称',
  formulation: '过去的提法',
};

/** Mentions of institutions, regulations and formulations whose span of validity is over on a day. */
export function termMentions(hits: readonly Hit[], knowledge: Knowledge, date: IsoDate): TermMention[] {
  const mentions: TermMention[] = [];
  for (const hit of hits) {
    if (hit.pattern.role !== 'form') continue;
    const entry = knowledge.entries[hit.pattern.entry];
    if (entry === undefined || entry.kind === 'set-phrase') continue;
    const form = entry.forms[hit.pattern.item];
    if (form === undefined || !isOver(entry, date)) continue;
    mentions.push({ ...mentionOf(entry, form, hit), needsSegmenter: form.segment === true });
  }
  return mentions;
}

/** Unattested: never. Dates not verified: only when they lie so far back that a year more or less changes nothing. */
function isOver(entry: TermEntry, date: IsoDate): boolean {
  if (entry.validTo === undefined || entry.attestation === 'none') return false;
  if (entry.validTo >= date) return false;
  return entry.datesVerified || Date.parse(date) - Date.parse(entry.validTo) > 2 * 365 * 86_400_000;
}

function mentionOf(entry: TermEntry, form: Form, hit: Hit): Mention {
  const successor =
    entry.successor === undefined
      ? ''
      : `，现为${entry.successor.length > 16 ? entry.successor : inMarks(entry.successor)}`;
  const until =
    entry.validTo === undefined || !entry.datesVerified ? '' : `（至${spokenDate(entry.validTo)}）`;
  const local = form.local === true ? '各地名称不尽相同，请按本地机构核定。' : '';
  return {
    start: hit.start,
    end: hit.end,
    kind: entry.kind,
    level: levelOf(entry, form),
    message: `${inMarks(form.text)}是${kindNoun[entry.kind]}${until}${successor}。${local}`,
    source: entry.source,
    replacement: form.replace ?? null,
    ...(form.presumes === 'current' ? { presumed: true } : {}),
  };
}

function levelOf(entry: TermEntry, form: Form): Level {
  const certain = (entry.attestation === 'A' || entry.attestation === 'B') && entry.datesVerified;
  if (certain && form.replace !== undefined && form.local !== true && entry.kind === 'regulation')
    return 'error';
  return entry.datesVerified || entry.kind === 'formulation' ? 'warning' : 'hint';
}
