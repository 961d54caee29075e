import { clauseAround } from '../../draft/draft.ts';
import type { IsoDate } from '../../draft/types.ts';
import { both } from '../../language.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import type { Mention } from './mention.ts';
import { daysBetween, seriesOf, spokenMonth } from './time.ts';

/** Shorter forms (主题教育) stand for several campaigns and are not judged. */
const shortestForm = 6;
/** So many campaigns in one clause are a row of what has been. */
const fewestInARow = 3;
/** Days after its end in which a campaign may still be spoken of as going on. */
const graceDays = 30;

/** Mentions of education campaigns that had ended well before a day. Offsets of the paragraph. */
export function campaignMentions(text: string, knowledge: Knowledge, date: IsoDate): Mention[] {
  if (!text.includes('教育') && !text.includes('活动')) return [];
  const series = seriesOf(knowledge, 'campaign');
  if (series === undefined) return [];
  const mentions: Mention[] = [];
  const { ended, now } = stateOn(series, date);
  for (const { member, forms } of ended) {
    for (const form of forms) {
      const start = text.indexOf(form);
      if (start < 0 || mentions.some((mention) => mention.start <= start && start < mention.end)) continue;
      mentions.push({
        start,
        end: start + form.length,
        kind: 'campaign',
        level: 'warning',
        message: () =>
          both(
            `${member.name}已于${spokenMonth(member.to)}结束，此处写作正在开展，建议核改。${now === undefined ? '' : `稿件日期正在开展的是${now.name}。`}`,
            `${member.name} ended in ${member.to.slice(0, 7)}; here it is still going on. Please check.${now === undefined ? '' : ` On the draft's date it was ${now.name}.`}`,
          ),
        source: member.source,
        replacement: null,
      });
    }
  }
  return mentions.filter((mention) => !isToldInARow(text, mention));
}

/** The campaigns of a series on one day. */
interface State {
  /** Those that are to be judged, with the forms that name one alone. */
  readonly ended: readonly { readonly member: SeriesMember; readonly forms: readonly string[] }[];
  readonly now: SeriesMember | undefined;
}

/** Each paragraph of a draft asks for the same day. */
const statesBySeries = new WeakMap<Series, { readonly date: IsoDate; readonly state: State }>();

function stateOn(series: Series, date: IsoDate): State {
  const known = statesBySeries.get(series);
  if (known?.date === date) return known.state;
  const { members } = series;
  const state: State = {
    ended: members
      .filter((member) => isEnded(member, date))
      .map((member) => ({ member, forms: member.forms.filter((form) => form.length >= shortestForm) })),
    now: members.findLast((one) => one.attestation !== 'none' && one.from <= date && date <= one.to),
  };
  statesBySeries.set(series, { date, state });
  return state;
}

function isEnded(member: SeriesMember, date: IsoDate): boolean {
  if (member.attestation === 'none' || daysBetween(member.to, date) <= graceDays) return false;
  if (!member.datesVerified && daysBetween(member.to, date) < 365) return false;
  return member.judgedFrom === undefined || date >= member.judgedFrom;
}

/** 扎实开展党史学习教育、主题教育、党纪学习教育: they were never all going on at once; the clause looks back. */
function isToldInARow(text: string, { start, end }: Mention): boolean {
  const clause = clauseAround(text, start, end);
  const row = text.slice(clause.start, clause.end).match(/(?:学习|主题|专题)教育|教育实践活动/gu);
  return (row?.length ?? 0) >= fewestInARow;
}
