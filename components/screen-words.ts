import type { AsOf, IsoDate } from '../lib/draft/types.ts';
import type { Unreadable } from '../lib/fields/unreadable.ts';
import type { Attestation, PhraseResult } from '../lib/phrases/types.ts';
import type { TimeMention } from '../lib/rules/mentions/time-mention.ts';
import type { Level } from '../lib/rules/types.ts';
import { language, say } from './say.ts';

export const levels: readonly Level[] = ['error', 'warning', 'hint'];

export const levelNames: Readonly<Record<Level, string>> = {
  get error() {
    return say('应改', 'Fix');
  },
  get warning() {
    return say('建议改', 'Check');
  },
  get hint() {
    return say('可斟酌', 'Consider');
  },
};

/** What a time-bound mention asks of its author. */
export function verdictName(verdict: TimeMention['verdict']): string {
  switch (verdict) {
    case 'change':
      return say('须改', 'Change');
    case 'check':
      return say('请核', 'Check');
    case 'keep':
      return say('可留', 'Keep');
  }
}

export const standingNames: Readonly<Record<PhraseResult['standing'], string>> = {
  get current() {
    return say('现行', 'Current');
  },
  get superseded() {
    return say('已有新表述', 'Superseded');
  },
  get historical() {
    return say('历史', 'Historical');
  },
};

/** How well a fact is attested, on the screen. */
export function attestationInWords(attestation: Attestation): string {
  switch (attestation) {
    case 'A':
      return say('已按公开全文或法律原文核对', 'Checked against an official full text');
    case 'B':
      return say('已按公开报道摘引核对', 'Checked against published excerpts');
    case 'C':
      return say('措辞据所列文献核定', 'Wording confirmed by the source named');
    case 'none':
      return say('未经核证，仅供参考', 'Not verified; for reference only');
  }
}

/**
 * An ISO date as documents write it (2023年12月20日); unchanged in English. Other text is returned unchanged.
 */
export function dateInWords(date: IsoDate): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts && language.value === 'zh' ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : date;
}

/** From when to when something applies, both days included; '' if neither is known. */
export function spanInWords(from?: IsoDate, to?: IsoDate): string {
  if (from !== undefined && to !== undefined)
    return from === to
      ? dateInWords(from)
      : say(`${dateInWords(from)}至${dateInWords(to)}`, `${dateInWords(from)} to ${dateInWords(to)}`);
  if (from !== undefined) return say(`${dateInWords(from)}起`, `since ${dateInWords(from)}`);
  return to === undefined ? '' : say(`至${dateInWords(to)}止`, `until ${dateInWords(to)}`);
}

/** The text shown before the first result of a check. */
export function beforeCheck(text: string): string {
  return /\p{Script=Han}/u.test(text)
    ? say('正在核对……', 'Checking…')
    : say('编辑区里还没有可以核对的文字。', 'There is no Chinese text here to check yet.');
}

/** How the draft's date was found. */
export function reasonOfDate(asOf: AsOf): string {
  if (asOf.from === 'option') return say('由您指定', 'set by you');
  if (asOf.from === 'today') return say('稿中未见日期，按今天判断', 'no date in the draft: today');
  if (asOf.evidence === undefined) return say('据稿中日期判断', 'from the draft');
  const evidence = shortened(asOf.evidence.text.replace(/^[（(]|[）)]$/g, ''), 16);
  return say(`据“${evidence}”判断`, `from “${evidence}”`);
}

/**
 * At most `length` characters of a text, with the middle of a longer one left out. Keeps surrogate pairs
 * whole.
 */
export function shortened(text: string, length: number): string {
  const units = [...text];
  if (units.length <= length) return text;
  const head = Math.ceil((length - 1) / 2);
  return `${units.slice(0, head).join('')}…${units.slice(units.length - (length - 1 - head)).join('')}`;
}

/** True if the draft's date is more than 60 days later than the packs. */
export function isPastKnowledge(date: IsoDate, trueUntil: IsoDate): boolean {
  const days = (Date.parse(date) - Date.parse(trueUntil)) / 86_400_000;
  return days > 60;
}

/** Why nothing is marked in an editor whose text is not in the page. */
export function whyUnreadable(what: Unreadable): string {
  if (what === 'canvas') {
    return say(
      '此页的正文画在画布上，读不到文字，所以没有标记。',
      'The text of this page is drawn on a canvas and cannot be read, so nothing is marked.',
    );
  }
  return say(
    '这类代码编辑器只把看得见的几行放进网页，读不到全文，所以没有标记。',
    'A code editor like this keeps only the visible lines in the page, so nothing is marked.',
  );
}

/** What the author can do instead. */
export function whatWorksInstead(): string {
  return say(
    '请在正文中按 Ctrl+A、Ctrl+C 复制全文，粘贴到文稿台核对，改好后再复制、粘贴回去。',
    'Copy all of it with Ctrl+A and Ctrl+C, paste it on the desk to be checked, and paste the result back.',
  );
}
