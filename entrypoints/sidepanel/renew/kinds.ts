import { say } from '../../../components/say.ts';
import type { ListedMention } from '../../../lib/messaging/timeline-messages.ts';

type Kind = ListedMention['kind'];

/** The kinds of mentions in the order of the list, and their names on the screen. */
const names: Readonly<Record<Kind, () => string>> = {
  'draft-date': () => say('稿件日期', 'Date of the draft'),
  year: () => say('年份和期限', 'Years and deadlines'),
  meeting: () => say('会议届次', 'Meetings'),
  'meeting-time': () => say('会议时间', 'Times of meetings'),
  plan: () => say('规划', 'Plans'),
  campaign: () => say('集中教育和行动', 'Campaigns'),
  goal: () => say('目标任务', 'Goals'),
  anniversary: () => say('周年和节日', 'Anniversaries'),
  epidemic: () => say('疫情防控', 'Epidemic years'),
  institution: () => say('机构与职务', 'Institutions and offices'),
  regulation: () => say('法规', 'Laws'),
  formulation: () => say('提法', 'Formulations'),
  'leader-formula': () => say('领导人表述', 'Names of leaders'),
  'local-meeting': () => say('本地会议', 'Local meetings'),
  figure: () => say('数字', 'Figures'),
  'relative-year': () => say('今年、去年等', 'This year, last year'),
};

export const kinds = Object.keys(names) as readonly Kind[];

export function kindName(kind: Kind): string {
  return names[kind]();
}

/** The bulk actions, each on its kinds of mentions. */
export type BulkScope = 'chosen' | 'years' | 'meetings' | 'plans' | 'offices';

const kindsOfScope: Readonly<Record<Exclude<BulkScope, 'chosen'>, readonly Kind[]>> = {
  years: ['year', 'draft-date'],
  meetings: ['meeting', 'meeting-time'],
  plans: ['plan', 'campaign', 'goal'],
  offices: ['institution', 'regulation', 'formulation', 'leader-formula'],
};

export const bulkScopes = ['meetings', 'plans', 'offices'] as const;

/** True if a bulk action is about mentions of this kind. */
export function isInScope(kind: Kind, scope: Exclude<BulkScope, 'chosen'>): boolean {
  return kindsOfScope[scope].includes(kind);
}

export function scopeName(scope: (typeof bulkScopes)[number]): string {
  switch (scope) {
    case 'meetings':
      return say('会议届次', 'Meetings');
    case 'plans':
      return say('规划行动', 'Plans and campaigns');
    case 'offices':
      return say('机构法规', 'Offices and laws');
  }
}
