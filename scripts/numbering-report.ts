/** Explains a draft's numbering for maintainers: each fault with its cost, and the next best reading. */

import type { Explained, Explanation } from '../lib/draft/explanation.ts';
import type { SequenceFault } from '../lib/draft/outline-types.ts';
import { seenOutline } from '../lib/draft/seen-outline.ts';
import costs from '../lib/draft/series/costs.json' with { type: 'json' };
import type { NumberedItem } from '../lib/draft/types.ts';

const faultNames: Readonly<Record<SequenceFault, string>> = {
  gap: '前有遗漏，其后顺延',
  repeat: '多出一条，其后顺延',
  'step-back': '退回，其后顺延',
  restart: '从头另起，其后顺延',
  wrong: '只此一处误写',
  swapped: '与前一条互换',
  'missing-first': '缺第一条',
  'wrong-first': '首条误写',
  continued: '接着上一标题下的排',
};

/** The explanation of a draft's ordinals and the next best one: their costs, and the items that have costs. */
export function formatNumbering(text: string, numbered: readonly NumberedItem[] = []): string {
  const seen = seenOutline(text, true, numbered);
  const { best, next } = seen.outline.explanations;
  if (best.items.length === 0) return '';
  const other = next();
  const second = other === null ? '' : `　次优代价 ${other.cost}`;
  const lines = [`序号　${best.items.length} 处　代价 ${best.cost}${second}`, ...linesOf(best, seen.text)];
  if (other !== null) lines.push('次优', ...linesOf(other, seen.text));
  return `${lines.join('\n')}\n`;
}

function linesOf(explanation: Explanation, text: string): string[] {
  return explanation.items.flatMap((item) => {
    const found = findingsOf(explanation, item);
    if (found === '' && item.cost <= costs.series) return [];
    const { ordinal, mark, label } = item.candidate.item;
    const line = text.slice(0, ordinal.start).split('\n').length;
    return [
      `  ${line}　“${label ?? text.slice(ordinal.start, mark.end)}”　${found}${found === '' ? '' : '　'}+${item.cost}`,
    ];
  });
}

function findingsOf({ series }: Explanation, { candidate, series: key, fault }: Explained): string {
  if (key < 0) return '不作序号';
  const kind = series.get(key)?.kind;
  const found = kind === undefined || kind === candidate.item.kind ? [] : ['与本组写法不同'];
  if (fault !== null) found.push(faultNames[fault]);
  return found.join('，');
}
