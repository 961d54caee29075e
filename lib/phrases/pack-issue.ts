import type { BaseIssue } from 'valibot';
import { bilingual, type Words } from '../language/language.ts';

/** What a value must look like, by the name that a pattern of the schema has as its message. */
export const forms = {
  id: bilingual('编号只用小写字母、数字和连字符', 'an id has only small letters, digits and hyphens'),
  date: bilingual('日期写作 2026-03-12', 'a date is written 2026-03-12'),
  phrase: bilingual('表述写四至四十个字', 'a phrase has four to forty characters'),
  example: bilingual('例句里用⟦⟧标出一处所说的对象', 'an example marks one target with ⟦⟧'),
  fixed: bilingual(
    '固定提法写五个字以上，标点只用引号和顿号',
    'a fixed wording has five characters or more, and no marks but quotation marks and “、”',
  ),
  fourCharacterWords: bilingual(
    '词写四个字，以空格分开',
    'words have four characters, with a blank between them',
  ),
  words: bilingual('词只写汉字，以空格分开', 'words have Chinese characters only, with a blank between them'),
  beside: bilingual(
    '旁边的词写成“~严峻”“经济~”，~ 是所说的词，只写一处',
    'what stands beside the word is written “~严峻” or “经济~”, with one ~ for the word',
  ),
  twoCharacterWords: bilingual(
    '词写两个字，以空格分开',
    'words have two characters, with a blank between them',
  ),
} satisfies Record<string, Words>;
export type Form = keyof typeof forms;

/** Explains a valibot issue for the author of a pack, with the key that it is at. */
export function explainIssue(issue: BaseIssue<unknown>): Words {
  const path = issue.path ?? [];
  const what = explain(issue);
  if (path.length === 0) return what;
  const where = (item: (number: number) => string) =>
    path.map(({ key }) => (typeof key === 'number' ? item(key + 1) : String(key))).join(' › ');
  return bilingual(
    `${where((number) => `第 ${number} 项`)} ${what.zh}`,
    `“${where((number) => `item ${number}`)}”: ${what.en}`,
  );
}

const typeNames: Readonly<Record<string, Words>> = {
  string: bilingual('一段文字', 'text'),
  number: bilingual('数字', 'a number'),
  boolean: bilingual('true 或 false', 'true or false'),
  array: bilingual('一个列表', 'a list'),
  object: bilingual('一组“名称: 值”', 'lines of “name: value”'),
  strict_object: bilingual('一组“名称: 值”', 'lines of “name: value”'),
};

function explain(issue: BaseIssue<unknown>): Words {
  if (issue.expected === 'never')
    return bilingual('不是可用的项目，请检查拼写', 'is not a known name; please check its spelling');
  if (issue.kind === 'schema' && issue.received === 'undefined') return bilingual('没有填写', 'is missing');
  if (issue.type === 'picklist') {
    const choices = issue.expected ?? '';
    return bilingual(
      `应为 ${choices.replace(/["()]/g, '')} 之一`,
      `should be one of ${choices.replace(/[()]/g, '')}`,
    );
  }
  if (issue.type === 'literal') return bilingual(`应为 ${issue.expected}`, `should be ${issue.expected}`);
  if (issue.type === 'min_length') return bilingual('不能为空', 'must not be empty');
  if (issue.type === 'min_value' || issue.type === 'integer')
    return bilingual('应为正整数', 'should be a whole number above 0');
  const name = typeNames[issue.type];
  if (issue.kind === 'schema' && name !== undefined)
    return bilingual(`应为${name.zh}`, `should be ${name.en}`);
  const form = isForm(issue.message) ? forms[issue.message] : undefined;
  return form === undefined
    ? bilingual(`填写有误（“${issue.message}”）`, `is wrong (“${issue.message}”)`)
    : bilingual(`填写有误（${form.zh}）`, `is wrong (${form.en})`);
}

function isForm(message: string): message is Form {
  return Object.hasOwn(forms, message);
}
