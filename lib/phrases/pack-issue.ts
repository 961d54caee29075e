import type { BaseIssue } from 'valibot';

/** Says in Chinese, for the person who edits a pack, what a schema issue means and at which key. Takes one valibot issue. */
export function explainIssue(issue: BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `第 ${key + 1} 项` : String(key),
  );
  const where = keys.join(' › ');
  const what = explain(issue);
  return where === '' ? what : `${where} ${what}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '一段文字',
  number: '数字',
  boolean: 'true 或 false',
  array: '一个列表',
  object: '一组“名称: 值”',
  strict_object: '一组“名称: 值”',
};

function explain(issue: BaseIssue<unknown>): string {
  if (issue.expected === 'never') return '不是可用的项目，请检查拼写';
  if (issue.kind === 'schema' && issue.received === 'undefined') return '没有填写';
  if (issue.type === 'picklist')
    return `应为 ${issue.expected?.replaceAll('"', '').replace(/[()]/g, '')} 之一`;
  if (issue.type === 'min_length') return '不能为空';
  if (issue.type === 'min_value' || issue.type === 'integer') return '应为正整数';
  const name = typeNames[issue.type];
  if (issue.kind === 'schema' && name !== undefined) return `应为${name}`;
  // The schema's own messages (dates, ids) are Chinese sentences already.
  return `填写有误（${issue.message}）`;
}
