import type { BaseIssue } from 'valibot';

/** Explains a valibot issue in Chinese for the author of a pack, with the key that it is at. */
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
  // Messages that the schema sets (dates, ids) are in Chinese already.
  return `填写有误（${issue.message}）`;
}
