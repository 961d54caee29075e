import * as v from 'valibot';
import { bilingual, type Words } from '../../language/language.ts';

/** The level of findings of an own phrase's wrong forms. */
export type OwnLevel = 'error' | 'warning' | 'hint';

/** A phrase that the author or the organisation has added: the right wording and its wrong forms. */
export interface OwnPhrase {
  /** `own-` and some lower-case letters and digits; it stays when the phrase is changed. */
  readonly id: string;
  readonly name: string;
  readonly wrong: readonly string[];
  readonly level: OwnLevel;
  readonly note?: string;
  /** The document it rests on, in the author's words. */
  readonly source?: string;
  /** What it is filed under in the search, in the author's words. */
  readonly topic?: string;
}

/** A phrase as a form or a row of a table gives it, before it is checked. */
export interface OwnDraft {
  readonly id?: string;
  readonly name: string;
  /** Wrong forms, separated by semicolons. */
  readonly wrong: string;
  /** The name on the screen (建议改) or in the code (warning); '' means warning. */
  readonly level: string;
  readonly note: string;
  readonly source: string;
  readonly topic?: string;
}

/** The fields of a phrase and their headings on the screen and in tables, in this order. */
export const ownColumns = {
  name: '规范表述',
  wrong: '误写',
  level: '级别',
  note: '说明',
  source: '出处',
  topic: '主题',
} as const;
export type OwnField = keyof typeof ownColumns;

/** What is wrong with a draft: the field, and one sentence without its full stop. */
export interface OwnFault {
  readonly field: OwnField;
  readonly what: Words;
}

/** Names of the levels on the screen; tables may also use other common words. */
export const ownLevelNames: Readonly<Record<OwnLevel, string>> = {
  error: '应改',
  warning: '建议改',
  hint: '可斟酌',
};
const levelWords: Readonly<Record<string, OwnLevel>> = {
  应改: 'error',
  错误: 'error',
  error: 'error',
  建议改: 'warning',
  建议: 'warning',
  警告: 'warning',
  warning: 'warning',
  '': 'warning',
  可斟酌: 'hint',
  提示: 'hint',
  hint: 'hint',
};

export const ownLimits = {
  phrases: 3_000,
  name: 100,
  forms: 20,
  form: 60,
  note: 200,
  source: 100,
  topic: 12,
} as const;

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

const ownId = v.pipe(v.string(), v.regex(/^own-[a-z0-9]{1,20}$/));

/** A phrase as it is stored. */
export const ownPhraseSchema = v.object({
  id: ownId,
  name: v.pipe(text(ownLimits.name), v.minLength(2)),
  wrong: v.pipe(v.array(v.pipe(text(ownLimits.form), v.minLength(2))), v.maxLength(ownLimits.forms)),
  level: v.picklist(['error', 'warning', 'hint']),
  note: v.optional(text(ownLimits.note)),
  source: v.optional(text(ownLimits.source)),
  topic: v.optional(text(ownLimits.topic)),
});

/** A phrase as it is sent to the background, which checks it. */
export const ownDraftSchema = v.object({
  id: v.optional(ownId),
  name: v.pipe(v.string(), v.maxLength(1_000)),
  wrong: v.pipe(v.string(), v.maxLength(3_000)),
  level: v.pipe(v.string(), v.maxLength(100)),
  note: v.pipe(v.string(), v.maxLength(1_000)),
  source: v.pipe(v.string(), v.maxLength(1_000)),
  topic: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

/** Checks a draft. Returns the phrase, or its first fault. `id` is for a phrase without one. */
export function readDraft(draft: OwnDraft, id: () => string): OwnPhrase | OwnFault {
  const name = cleaned(draft.name);
  const note = cleaned(draft.note);
  const source = cleaned(draft.source);
  const topic = cleaned(draft.topic ?? '');
  const wrong = splitForms(draft.wrong);
  const level = levelWords[cleaned(draft.level).toLowerCase()];
  const fault =
    faultOfName(name) ??
    faultOfForms(wrong, name) ??
    tooLong('note', note, ownLimits.note) ??
    tooLong('source', source, ownLimits.source) ??
    tooLong('topic', topic, ownLimits.topic);
  if (fault !== undefined) return fault;
  if (level === undefined) {
    const words = Object.values(ownLevelNames).map(shown).join('');
    return {
      field: 'level',
      what: bilingual(
        `${shown(draft.level)}不是可用的级别，请填${words}之一`,
        `${shown(draft.level)} is no level; one of ${words} is wanted`,
      ),
    };
  }
  return {
    id: draft.id ?? id(),
    name,
    wrong,
    level,
    ...(note === '' ? {} : { note }),
    ...(source === '' ? {} : { source }),
    ...(topic === '' ? {} : { topic }),
  };
}

/** True for a fault of readDraft, false for a phrase. */
export function isOwnFault(read: OwnPhrase | OwnFault): read is OwnFault {
  return 'field' in read;
}

/** A phrase as a form shows it. */
export function draftOf(phrase: OwnPhrase): OwnDraft {
  return {
    id: phrase.id,
    name: phrase.name,
    wrong: phrase.wrong.join('；'),
    level: ownLevelNames[phrase.level],
    note: phrase.note ?? '',
    source: phrase.source ?? '',
    topic: phrase.topic ?? '',
  };
}

/** The wrong forms in a cell, each once. */
export function splitForms(cell: string): string[] {
  return [...new Set(cell.split(/[;；\n]/u).map(cleaned))].filter((form) => form !== '');
}

function faultOfName(name: string): OwnFault | undefined {
  if (name === '') return { field: 'name', what: bilingual('没有填写', 'is empty') };
  if (name.length < 2)
    return { field: 'name', what: bilingual('至少两个字', 'needs two characters at least') };
  return tooLong('name', name, ownLimits.name);
}

function faultOfForms(forms: readonly string[], name: string): OwnFault | undefined {
  const field = 'wrong';
  if (forms.length > ownLimits.forms)
    return { field, what: bilingual(`至多填 ${ownLimits.forms} 个`, `${ownLimits.forms} at most`) };
  for (const form of forms) {
    // One character, or marks alone, would be found in every other sentence.
    if (form.length < 2 || !/[\p{L}\p{N}]/u.test(form))
      return {
        field,
        what: bilingual(
          `${shown(form)}太短，至少两个字，否则会误报`,
          `${shown(form)} is too short and would raise false alarms`,
        ),
      };
    if (form.length > ownLimits.form)
      return {
        field,
        what: bilingual(
          `${shown(form)}超过 ${ownLimits.form} 个字`,
          `${shown(form)} has more than ${ownLimits.form} characters`,
        ),
      };
    if (form === name)
      return {
        field,
        what: bilingual(`${shown(form)}与规范表述相同`, `${shown(form)} is the right wording itself`),
      };
  }
  return undefined;
}

function tooLong(field: OwnField, value: string, most: number): OwnFault | undefined {
  return value.length > most
    ? { field, what: bilingual(`超过 ${most} 个字`, `has more than ${most} characters`) }
    : undefined;
}

/** Removes line breaks, control and zero-width characters and repeated blanks, which spreadsheets may contain. */
function cleaned(value: string): string {
  return value
    .replace(/[\p{Cc}\u200b-\u200f\u2060\ufeff\s]+/gu, (run) =>
      /^[\u200b-\u200f\u2060\ufeff]+$/u.test(run) ? '' : ' ',
    )
    .trim();
}

/** A wording, shortened, in quotation marks for a sentence, unless it begins with quotation marks. */
export function shown(value: string): string {
  const short = value.length > 24 ? `${value.slice(0, 24)}…` : value;
  return /^[“《]/u.test(value) ? short : `“${short}”`;
}
