import type { AsOf, IsoDate } from '../lib/draft/types.ts';
import type { PhraseResult } from '../lib/phrases/types.ts';
import type { Level } from '../lib/rules/types.ts';

/** The levels in the order in which they are shown. */
export const levels: readonly Level[] = ['error', 'warning', 'hint'];

/** A level as the author reads it. */
export const levelNames: Readonly<Record<Level, string>> = {
  error: '应改',
  warning: '建议改',
  hint: '可斟酌',
};

/** What a phrase is today, as the author reads it. */
export const standingNames: Readonly<Record<PhraseResult['standing'], string>> = {
  current: '现行',
  superseded: '已有新表述',
  historical: '历史',
};

/** An ISO date as it is written in a document: 2023年12月20日. Other text is returned as it is. */
export function dateInWords(date: IsoDate): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : date;
}

/** Said while there is no answer to a check: nothing to check yet, or still at it. */
export function beforeCheck(text: string): string {
  return /\p{Script=Han}/u.test(text) ? '正在核对……' : '编辑区里还没有可以核对的文字。';
}

/** How the draft's date was found, in words. */
export function reasonOfDate(asOf: AsOf): string {
  if (asOf.from === 'option') return '由您指定';
  if (asOf.from === 'today') return '稿中未见日期，按今天判断';
  return asOf.evidence
    ? `据“${shortened(asOf.evidence.text.replace(/^[（(]|[）)]$/g, ''), 16)}”判断`
    : '据稿中日期判断';
}

/** Text of at most `length` characters: the middle of a longer one is left out. Surrogate pairs stay whole. */
export function shortened(text: string, length: number): string {
  const units = [...text];
  if (units.length <= length) return text;
  const head = Math.ceil((length - 1) / 2);
  return `${units.slice(0, head).join('')}…${units.slice(units.length - (length - 1 - head)).join('')}`;
}

/** True when the draft's date lies more than 60 days past what the packs know. */
export function isPastKnowledge(date: IsoDate, trueUntil: IsoDate): boolean {
  const days = (Date.parse(date) - Date.parse(trueUntil)) / 86_400_000;
  return days > 60;
}
