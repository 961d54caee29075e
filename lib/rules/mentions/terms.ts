import type { IsoDate, Span } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { Entry, Form, Hit, Knowledge, TermEntry } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { inMarks } from '../quoted-words.ts';
import type { Level } from '../types.ts';
import { listed, type Target } from './target.ts';
import { spokenDate } from './time.ts';
import { writtenTerm } from './written-terms.ts';

/** The day from which each name applies: a future successor is no replacement. */
const startsOf = byKnowledge(({ entries }): ReadonlyMap<string, IsoDate> => {
  const starts = new Map<string, IsoDate>();
  for (const entry of entries) {
    if (entry.validFrom === undefined) continue;
    starts.set(entry.name, entry.validFrom);
    if ('forms' in entry)
      for (const { text, unit } of entry.forms) if (unit !== true) starts.set(text, entry.validFrom);
  }
  return starts;
});

/** Mentions of institutions, regulations and formulations that are no longer valid on a day. */
export function termMentions(
  text: string,
  hits: readonly Hit[],
  knowledge: Knowledge,
  date: IsoDate,
): Target[] {
  const mentions: Target[] = [];
  for (const hit of hits) {
    if (hit.pattern.role !== 'form') continue;
    const entry = knowledge.entries[hit.pattern.entry];
    if (entry === undefined || !isTerm(entry)) continue;
    const form = entry.forms[hit.pattern.item];
    if (form === undefined) continue;
    const span = writtenTerm(form, hit, text);
    if (span === null) continue;
    if (!isOver(entry, date)) {
      // One in force is listed if it will end, or began under another name.
      if (entry.validTo !== undefined) mentions.push(inForce(entry, form, span, date));
      continue;
    }
    const replacement = replacementFor(entry, form, text.slice(span.end), knowledge, date);
    const unit = text.slice(hit.end, span.end);
    mentions.push(
      mentionOf(entry, { ...form, text: form.text + unit }, span, replacement && replacement + unit),
    );
  }
  return mentions;
}

function inForce(entry: TermEntry, form: Form, span: Span, date: IsoDate): Target {
  const isStill = entry.validTo !== undefined && entry.validTo >= date;
  return {
    ...listed({
      start: span.start,
      end: span.end,
      kind: entry.mention ?? entry.kind,
      from: entry.validFrom ?? null,
      to: entry.validTo ?? null,
      decided: isStill ? 'keep' : 'check',
    }),
    ...(form.segment === true ? { needsSegmenter: true } : {}),
  };
}

function isTerm(entry: Entry): entry is TermEntry {
  return entry.kind === 'institution' || entry.kind === 'regulation' || entry.kind === 'formulation';
}

/** Unattested: never. Dates not verified: only if a year more or less changes nothing. */
function isOver(entry: TermEntry, date: IsoDate): boolean {
  if (entry.validTo === undefined || entry.attestation === 'none') return false;
  if (entry.validTo >= date) return false;
  return entry.datesVerified || Date.parse(date) - Date.parse(entry.validTo) > 2 * 365 * 86_400_000;
}

/** 积极的财政政策要加力提效: that year's addition goes with its old wording. */
const yearsOwn = /^要?(?:更加|更可|加力|提质|提升|精准|灵活|适度|合理|聚力|稳健适度)/u;

function replacementFor(
  entry: TermEntry,
  form: Form,
  after: string,
  knowledge: Knowledge,
  date: IsoDate,
): string | null {
  if (form.replace === undefined) return null;
  // 《合同法》第五十二条 has another number in its successor: the author must look it up.
  if (/^第[一二三四五六七八九十百千零\d]+条/u.test(after)) return null;
  if (entry.kind === 'formulation' && yearsOwn.test(after)) return null;
  const start = startsOf(knowledge).get(form.replace) ?? startsOf(knowledge).get(entry.successor ?? '');
  return start !== undefined && start > date ? null : form.replace;
}

function mentionOf(entry: TermEntry, form: Form, span: Span, replacement: string | null): Target {
  const { datesVerified, validTo, successor } = entry;
  const until = validTo === undefined || !datesVerified ? '' : `（至${spokenDate(validTo)}）`;
  const untilInEnglish = until === '' ? '' : ` (until ${validTo ?? ''})`;
  const noun = nounOf(entry);
  // If the replacement is not yet in force on the draft's date, today's successor is not named either.
  const now =
    successor === undefined || (form.replace !== undefined && replacement === null) ? '' : successor;
  const followed = now === '' ? '' : `，现为${now.length > 16 ? now : inMarks(now)}`;
  const local = form.local === true ? '各地名称不尽相同，请按本地机构核定。' : '';
  return {
    start: span.start,
    end: span.end,
    kind: entry.mention ?? entry.kind,
    from: entry.validFrom ?? null,
    to: entry.validTo ?? null,
    over: true,
    level: levelOf(entry, form, replacement),
    message: () =>
      bilingual(
        `${inMarks(form.text)}是${noun.zh}${until}${followed}。${local}`,
        `${inMarks(form.text)} is ${noun.en}${untilInEnglish}${now === '' ? '' : `, now ${inMarks(now)}`}.${form.local === true ? ' Local names differ: check your own.' : ''}`,
      ),
    source: entry.source,
    replacement,
    ...(form.segment === true ? { needsSegmenter: true } : {}),
    ...(form.presumes === 'current' ? { presumed: true } : {}),
  };
}

function nounOf(entry: TermEntry): Words {
  if (entry.kind === 'institution') return bilingual('原机构名称', 'the former name of an office');
  if (entry.kind === 'formulation') return bilingual('过去的提法', 'an earlier wording');
  return /规划|纲要|计划|普法/u.test(entry.name)
    ? bilingual('规划期已满的文件', 'a plan whose term is over')
    : bilingual('已废止或被取代的法规名称', 'a regulation that was repealed or replaced');
}

function levelOf(entry: TermEntry, form: Form, replacement: string | null): Level {
  if (form.level !== undefined) return form.level;
  const certain = (entry.attestation === 'A' || entry.attestation === 'B') && entry.datesVerified;
  if (certain && replacement !== null && form.local !== true && entry.kind === 'regulation') return 'error';
  return entry.datesVerified || entry.kind === 'formulation' ? 'warning' : 'hint';
}
