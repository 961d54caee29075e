/** The list of a draft's time-bound mentions as text and as JSON. */
import type { Timeline } from '../lib/checking/checker.ts';
import type { ContextWeight } from '../lib/phrases/types.ts';
import type { TimeMention } from '../lib/rules/mentions/time-mention.ts';
import { writtenForJson } from './check-json.ts';

const verdictName = { change: '须改', check: '请核', keep: '可留' } as const;
const presentedName: Readonly<Record<TimeMention['presented'], string>> = {
  current: '当前要求',
  report: '总结',
  history: '历史',
  quotation: '引述',
  name: '名称',
  comparison: '比较',
  list: '并列',
  unclear: '看不出',
  arithmetic: '按日期推算',
};

/** One mention per line: place, verdict, words, kind, time, reason, successor. */
export function formatTimeline({ asOf, mentions }: Timeline, text: string): string {
  const count = (verdict: TimeMention['verdict']) => mentions.filter((one) => one.verdict === verdict).length;
  const head = `按 ${asOf.date} 核对，与时间有关的 ${mentions.length} 处：须改 ${count('change')}，请核 ${count('check')}，可留 ${count('keep')}`;
  const lines = mentions.map(({ start, end, kind, from, to, verdict, reason, successor }) => {
    const before = text.slice(0, start).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const words = text.slice(start, end).replaceAll('\n', '⏎');
    const time = from === null && to === null ? '' : `　${from ?? ''}—${to ?? ''}`;
    const replacement = successor === null ? '' : `　→ ${successor}`;
    return `  ${place}　[${verdictName[verdict]}] ${kind}　“${words}”${time}　${reason.zh}${replacement}`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}

/**
 * For maintainers: for each mention that its sentence decided, its presentation, its score, and each feature with its
 * weight; 未拟合 marks those that were never fitted and have their category's weight.
 */
export function formatExplained(
  { mentions }: Timeline,
  text: string,
  weights: readonly ContextWeight[],
): string {
  const weightOf = new Map(weights.map(({ feature, weight }) => [feature, weight]));
  return mentions
    .flatMap(({ start, end, kind, verdict, presented, judgement }) => {
      if (judgement === null) return [];
      const line = text.slice(0, start).split('\n').length;
      const because = judgement.cues.length === 0 ? '' : `（${judgement.cues.join('、')}）`;
      const features = ['bias', ...judgement.features.map(({ name }) => name)]
        .map((name) => `${name}=${weightOf.get(name) ?? '未拟合'}`)
        .join(' ');
      return [
        `${line}　${verdict === 'change' ? '提示' : '不提示'}　“${text.slice(start, end)}”　${kind}　${presentedName[presented]}${because}　${judgement.score.toFixed(2)}　${features}\n`,
      ];
    })
    .join('');
}

/** The list as one object; UTF-16 offsets of the text. */
export function timelineJson(
  id: { readonly id: string | number } | { readonly file: string },
  { asOf, mentions }: Timeline,
  text: string,
) {
  return {
    ...id,
    writtenFor: writtenForJson(asOf),
    judgedOn: asOf.date,
    mentions: mentions.map(({ kind, start, end, from, to, presented, verdict, reason, successor }) => ({
      kind,
      start,
      end,
      text: text.slice(start, end),
      from,
      to,
      presented,
      verdict,
      reason: reason.zh,
      successor,
    })),
  };
}
