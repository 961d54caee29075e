import type { Span } from '../../draft/types.ts';
import type { ContextTarget } from './feature.ts';
import type { FeatureList } from './feature-list.ts';
import { marked } from './joined-names.ts';

/** Longest part of the sentences beside a target's own that is read. UTF-16 units. */
const farthest = 160;
/** What demands something in a sentence nearby: 要, but not 主要, 要求. */
const demanding =
  /(?<![主重需必首纲只扼简次机概摘就快])要(?![求点素么是闻员件害领义])|必须|务必|确保|力争|让我们|希望|不得|决不|绝不|一律|严禁|抓[好实紧]|压实/u;
/** What tells something in a sentence nearby. */
const telling = /了(?!解)|已经?|取得|曾|同比|增长到|下降到|过(?=[，。])/u;
/** 一是要, （一）, 第一，: an item in a list of tasks or deeds. */
const item =
  /^[\s　]*(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．]|第[一二三四五六七八九十][，、])/u;
const itemBefore = /[一二三四五六七八九]是|^[\s　]*[（(]?[一二三四五六七八九][）)、]/u;
const day = /(?:^|[^\d年])\d{1,2}月\d{1,2}日/u;
const person = /[那他她老]/u;
const saying = /[说道讲]/u;
const attribute = /的\p{Script=Han}{0,6}$/u;
const joining = '、和与及';

/**
 * Adds where a target stands: what the sentences beside its own do, whether its own is an item or ends with ！ or ？, and a
 * few words before it. None says by itself how the target is presented: the fit weighs them.
 */
export function addPlace(
  target: ContextTarget,
  text: string,
  sentence: Span,
  clause: Span,
  features: FeatureList,
): void {
  const before = moodOf(text.slice(Math.max(0, sentence.start - farthest), sentence.start));
  const behind = moodOf(text.slice(sentence.end, sentence.end + farthest));
  if (before !== 'none') features.add(marked.of('before:', before), categoryOf(before), '');
  if (behind !== 'none') features.add(marked.of('behind:', behind), categoryOf(behind), '');
  const add = (name: string) => features.add(name, 'bias', '');
  const stop = text.charAt(sentence.end);
  if (stop === '！') add('place:exclaims');
  if (stop === '？') add('place:asks');
  if (item.test(text.slice(sentence.start, sentence.start + 12)) || item.test(text)) add('place:item');
  const lead = text.slice(sentence.start, target.start);
  if (lead.includes('今年')) add('lead:this-year');
  if (person.test(lead)) add('lead:person');
  if (itemBefore.test(lead)) add('lead:item');
  const near = text.slice(clause.start, target.start);
  if (day.test(near)) add('lead:day');
  if (saying.test(near)) add('lead:saying');
  if (attribute.test(near)) add('lead:attribute');
  // “十三五”收官和“十四五”开局: the pair is one task.
  if (target.role === 'edge') return;
  if (isJoined(text.charAt(target.start - 1)) || isJoined(text.charAt(target.end))) add('place:joined');
}

type Mood = 'task' | 'told' | 'both' | 'none';

function isJoined(char: string): boolean {
  return char !== '' && joining.includes(char);
}

function moodOf(part: string): Mood {
  const isTask = demanding.test(part);
  const isTold = telling.test(part);
  if (isTask) return isTold ? 'both' : 'task';
  return isTold ? 'told' : 'none';
}

function categoryOf(mood: Mood): 'task' | 'report' | 'bias' {
  return mood === 'task' ? 'task' : mood === 'told' ? 'report' : 'bias';
}
