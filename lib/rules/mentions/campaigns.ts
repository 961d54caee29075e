import { clauseAround } from '../../draft/draft.ts';
import { hasSign, signOf } from '../../draft/signs.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { listed, type Target } from './target.ts';
import { daysBetween, seriesOf, spokenMonth } from './time.ts';

/** Shorter forms (主题教育) are shared by several campaigns and judged separately. */
const shortestForm = 6;
/** From this number on, campaigns in one clause are a list of past ones. */
const fewestInARow = 3;
/** Days after its end in which a campaign may still be called ongoing. */
const graceDays = 30;
/** Days after its end in which its results are still consolidated (巩固拓展…成果), which is what an old draft means. */
const carriedOn = 540;

/**
 * All mentions of campaigns by name, slogan or short name. Offsets of the paragraph.
 * @param words those of `campaignWords` in the text
 * @param writtenOn the day an old draft was written for
 */
export function campaignMentions(
  text: string,
  words: ReadonlySet<string>,
  knowledge: Knowledge,
  date: IsoDate,
  writtenOn?: IsoDate,
): Target[] {
  const series = seriesOf(knowledge, 'campaign');
  if (series === undefined || words.size === 0) return [];
  const { uses, now } = stateOn(series, date, writtenOn);
  const mentions: Target[] = [];
  const taken = new Uint8Array(text.length);
  for (const { word, role, campaigns } of usesOf(words, uses))
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
      if (taken[start] !== 0) continue;
      const span = { start, end: start + word.length };
      const mention =
        role === 'bare'
          ? bareMention(text, span, campaigns, now, date, writtenOn)
          : namedMention(text, span, campaigns[0], role, now, date);
      if (mention === null) continue;
      taken.fill(1, mention.start, mention.end);
      mentions.push(mention);
    }
  return mentions.sort((a, b) => a.start - b.start);
}

function namedMention(
  text: string,
  span: Span,
  { member, isOver }: Campaign,
  role: 'named' | 'slogan',
  now: SeriesMember | undefined,
  date: IsoDate,
): Target {
  if (role === 'slogan') return isOver ? ended(member, now, span, role) : keep(member, span);
  const isKept = !isOver || isToldInARow(text, span) || isCarriedOn(text, span, member, date);
  return isKept ? keep(member, span) : ended(member, now, widened(text, span), role);
}

/** A short name shared by several campaigns; null if it is part of another name. */
function bareMention(
  text: string,
  span: Span,
  bearers: Use['campaigns'],
  now: SeriesMember | undefined,
  date: IsoDate,
  writtenOn: IsoDate | undefined,
): Target | null {
  const ofItsDay = bearers.find(({ member }) => isOfDay(member, writtenOn));
  if (!isBare(text, span, ofItsDay !== undefined)) return null;
  const isOver =
    bearers.every((one) => one.isOver || one.member.from > date) &&
    !bearers.some((one) => one.member.from <= date && isCarriedOn(text, span, one.member, date));
  const meant = (ofItsDay ?? bearers.at(-1) ?? bearers[0]).member;
  const mention = isOver ? ended(meant, now, widened(text, span), 'bare') : keep(meant, span);
  // The short name alone may mean the first campaign of that name.
  return { ...mention, from: (ofItsDay ?? bearers[0]).member.from };
}

/** The state of a campaign on one day. */
interface Campaign {
  readonly member: SeriesMember;
  readonly isOver: boolean;
}

/** The meaning of a word: one campaign that it names or calls for, or all campaigns with that short name. */
interface Use {
  readonly word: string;
  readonly role: 'named' | 'slogan' | 'bare';
  readonly campaigns: readonly [Campaign, ...Campaign[]];
  /** Full names are searched first, short ones last. */
  readonly rank: number;
}

interface State {
  readonly now: SeriesMember | undefined;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
}

/** The uses of the words in a text, in the order in which they are searched. */
function usesOf(words: ReadonlySet<string>, uses: State['uses']): Use[] {
  return [...words].flatMap((word) => uses.get(word) ?? []).sort((a, b) => a.rank - b.rank);
}

/** All paragraphs of a draft ask for the same day, those of an old draft for two. */
const statesBySeries = new WeakMap<Series, Map<string, State>>();
const mostStates = 8;

function stateOn(series: Series, date: IsoDate, writtenOn: IsoDate | undefined): State {
  const key = `${date}/${writtenOn ?? ''}`;
  const states = statesBySeries.get(series) ?? new Map<string, State>();
  const cached = states.get(key);
  if (cached !== undefined) return cached;
  if (states.size === mostStates) states.clear();
  statesBySeries.set(series, states);
  const attested = series.members.filter(({ attestation }) => attestation !== 'none');
  const campaigns = attested.map((member) => ({
    member,
    isOver: isEnded(member, date) || (isOfDay(member, writtenOn) && daysBetween(member.to, date) > graceDays),
  }));
  const state: State = {
    now: attested.findLast((one) => one.from <= date && date <= one.to),
    uses: usesByWord(campaigns, writtenOn),
  };
  states.set(key, state);
  return state;
}

function usesByWord(campaigns: readonly Campaign[], writtenOn: IsoDate | undefined): Map<string, Use[]> {
  const byWord = new Map<string, Use[]>();
  let rank = 0;
  const add = (word: string, role: Use['role'], those: Use['campaigns']) => {
    const wordUses = byWord.get(word) ?? [];
    byWord.set(word, wordUses);
    wordUses.push({ word, role, campaigns: those, rank: rank++ });
  };
  for (const one of campaigns) {
    const { name, forms } = one.member;
    for (const form of isOfDay(one.member, writtenOn) ? [...forms, name] : forms)
      if (form.length >= shortestForm) add(form, 'named', [one]);
  }
  for (const one of campaigns) for (const slogan of one.member.slogans) add(slogan, 'slogan', [one]);
  const bearers = new Map<string, [Campaign, ...Campaign[]]>();
  for (const one of campaigns) {
    const { short } = one.member;
    if (short === undefined) continue;
    const those = bearers.get(short);
    if (those === undefined) bearers.set(short, [one]);
    else those.push(one);
  }
  for (const [short, those] of bearers) add(short, 'bare', those);
  return byWord;
}

/** Every known name and slogan contains one of these. */
const campaignMarks = ['教育', '活动', '正衣', '两学', '系列', '有信', '初心', '学史', '悟思', '强党'];
const campaignSign = signOf(...campaignMarks);

/** All names of campaigns, of any day: a global pattern of their beginnings, and the names by beginning. */
interface Names {
  readonly any: RegExp;
  readonly begun: ReadonlyMap<string, readonly string[]>;
  /** Whether each contains one of the marks. */
  readonly areSigned: boolean;
}

const none: ReadonlySet<string> = new Set();
const namesBySeries = new WeakMap<Series, Names>();
/** The names, short names and slogans of campaigns in a text, of any day; also one within another. */
export function campaignWords({ text, signs }: ParagraphText, knowledge: Knowledge): ReadonlySet<string> {
  const series = seriesOf(knowledge, 'campaign');
  if (series === undefined) return none;
  const { any, begun, areSigned } = namesOf(series);
  if (areSigned && !hasSign(signs, campaignSign)) return none;
  const found = new Set<string>();
  any.lastIndex = 0;
  for (let match = any.exec(text); match !== null; match = any.exec(text)) {
    for (const word of begun.get(text.charAt(match.index)) ?? [])
      if (text.startsWith(word, match.index)) found.add(word);
    any.lastIndex = match.index + 1;
  }
  return found;
}

function namesOf(series: Series): Names {
  let names = namesBySeries.get(series);
  if (names === undefined) {
    const words = series.members
      .filter(({ attestation }) => attestation !== 'none')
      .flatMap(({ name, forms, short, slogans }) => [name, ...forms, short ?? '', ...slogans])
      .filter((word) => word !== '');
    const begun = new Map<string, string[]>();
    for (const word of new Set(words)) {
      const alike = begun.get(word.charAt(0)) ?? [];
      begun.set(word.charAt(0), alike);
      alike.push(word);
    }
    const areSigned = words.every((word) => campaignMarks.some((mark) => word.includes(mark)));
    names = { areSigned, any: new RegExp(words.join('|') || '(?!)', 'gu'), begun };
    namesBySeries.set(series, names);
  }
  return names;
}

function isEnded(member: SeriesMember, date: IsoDate): boolean {
  if (daysBetween(member.to, date) <= graceDays) return false;
  if (!member.datesVerified && daysBetween(member.to, date) < 365) return false;
  return member.judgedFrom === undefined || date >= member.judgedFrom;
}

/**
 * 党史学习教育 continued after the campaign, and its name alone decides nothing; in a draft of the campaign's months it
 * means the campaign.
 */
function isOfDay({ from, to }: SeriesMember, writtenOn: IsoDate | undefined): boolean {
  return writtenOn !== undefined && from <= writtenOn && daysBetween(to, writtenOn) <= carriedOn;
}

/** 巩固拓展主题教育成果 is a task of the next year: only later is it a leftover. */
function isCarriedOn(text: string, { start, end }: Span, { to }: SeriesMember, date: IsoDate): boolean {
  if (daysBetween(to, date) > carriedOn) return false;
  return (
    /(?:巩固|拓展|深化|用好)$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    /^(?:的)?(?:成果|成效|常态化|中?形成的)/u.test(text.slice(end, end + 6))
  );
}

/** Words before a campaign that belong to no name: 开展主题教育, 第二批主题教育, 投身主题教育. */
const beforeBare =
  /(?:的|开展|好|推进|以|把|将|在|与|和|同|次|批|从|按照|入|到|拓展|巩固|针对|抓实|抓细|这是|当前|用|围绕|通过|参加|深化|聚焦|作为|进行|投身|借助|对|结合|部署|启动|落实|迎接|要求|我们|全县|全市|全区)$/u;
const afterOther = /^(?:活动|基地|馆|课程|读本|片|实践|展|周|月|讲座|公园)/u;

const otherBefore = /(?:主义|国防|安全|法治|法制|廉政|警示|劳动|诚信|专项|史|纪|法|规定|精神|思想|[”"》])$/u;

/** False in 爱国主义主题教育, “xx”主题教育, 主题教育活动: part of another name. */
function isBare(text: string, { start, end }: Span, isOfItsDay: boolean): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  if (afterOther.test(text.slice(end))) return false;
  // In a draft of those months nearly every one means the campaign.
  if (isOfItsDay) return !otherBefore.test(before);
  return beforeBare.test(before) || !/[\p{Script=Han}”"]$/u.test(before);
}

/** Longest words that say it is ongoing. UTF-16 units. */
const longestLead = 20;

/** 正在开展的主题教育: extends the span by the words that say it is ongoing. */
function widened(text: string, span: Span): Span & { readonly isOn: boolean } {
  const lead =
    /(?:当前)?正在?(?:全[党国省市县区])?(?:如火如荼|深入|扎实|全面)?(?:开展|进行|推进)(?:着)?的$/u.exec(
      text.slice(Math.max(0, span.start - longestLead), span.start),
    );
  return { start: span.start - (lead?.[0].length ?? 0), end: span.end, isOn: lead !== null };
}

function keep(member: SeriesMember, span: Span): Target {
  return listed({ ...span, kind: 'campaign', from: member.from, to: member.to, decided: 'keep' });
}

function ended(
  member: SeriesMember,
  now: SeriesMember | undefined,
  span: Span & { readonly isOn?: boolean },
  role: 'named' | 'slogan' | 'bare',
): Target {
  return {
    start: span.start,
    end: span.end,
    kind: 'campaign',
    role: span.isOn === true ? 'going-on' : role,
    from: member.from,
    to: member.to,
    over: true,
    ...(span.isOn ? { presumed: true } : {}),
    level: 'warning',
    message: () =>
      bilingual(
        `${role === 'slogan' ? '这是' : ''}${member.name}${role === 'slogan' ? '的要求，该学习教育' : ''}已于${spokenMonth(member.to)}结束，此处写作正在开展，建议核改。${now === undefined ? '' : `稿件日期正在开展的是${now.name}。`}`,
        `${member.name} ended in ${member.to.slice(0, 7)}; here it is still going on. Please check.${now === undefined ? '' : ` On the draft's date it was ${now.name}.`}`,
      ),
    source: member.source,
    replacement: null,
  };
}

/** 扎实开展党史学习教育、主题教育、党纪学习教育: these were never ongoing at once, so the clause looks back. */
function isToldInARow(text: string, { start, end }: Span): boolean {
  const clause = clauseAround(text, start, end);
  const row = text.slice(clause.start, clause.end).match(/(?:学习|主题|专题)教育|教育实践活动/gu);
  return (row?.length ?? 0) >= fewestInARow;
}
