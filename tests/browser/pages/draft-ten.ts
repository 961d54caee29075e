import type { Draft } from './draft.ts';

const lines: readonly [tag: string, words: string][] = [
  ['h1', '在全市重点工作调度会上的讲话'],
  ['p', '同志们：'],
  ['p', '下面，我讲十点意见。'],
  ['h2', '一、提高思想认识'],
  ['p', '要统一思想，抓好落实。'],
  ['h2', '二、抓好重点任务'],
  ['h3', '（一）稳住工业运行'],
  ['p', '要盯住重点企业。'],
  ['h3', '（二）扩大有效投资'],
  ['p', '要盯住重点项目。'],
  ['h3', '（四）促进居民消费'],
  ['p', '要办好展销活动。'],
  ['h2', '四、深化各项改革'],
  ['p', '要一件一件抓好。'],
  ['h2', '五、推进乡村振兴'],
  ['p', '要管好每一亩田。'],
  ['h2', '五、保护生态环境'],
  ['p', '要守住底线。'],
  ['h2', '六、办好民生实事'],
  ['p', '要兜住底线。'],
  ['h2', '八、防范各类风险'],
  ['p', '要排查隐患。'],
  ['h2', '八、加强基层治理'],
  ['p', '要做实网格。'],
  ['h2', '九、改进工作作风'],
  ['p', '要少开会。'],
  ['h2', '十一、严格督促检查'],
  ['p', '同志们，任务已经明确，关键在于落实。'],
];

/** Ten headings whose numbers have gaps and repeats; one change only removes a character. */
export const ten: Draft = {
  html: lines.map(([tag, words]) => `<${tag}>${words}</${tag}>`).join(''),
  text: lines.map(([, words]) => words).join('\n'),
  line: '',
  faults: [
    { place: 'start', words: '（四）', fix: '', right: '（三）', inLine: false },
    { place: 'start', words: '四、', fix: '', right: '三、', inLine: false },
    { place: 'start', words: '五、', fix: '', right: '四、', inLine: false },
    { place: 'start', words: '八、', fix: '', right: '七、', inLine: false },
    { place: 'start', words: '十一、', fix: '', right: '十、', inLine: false },
  ],
};

/** The headings after the repair of all numbers. */
export const repaired: readonly [from: string, to: string][] = [
  ['（四）促进', '（三）促进'],
  ['四、深化', '三、深化'],
  ['五、推进', '四、推进'],
  ['八、防范', '七、防范'],
  ['十一、严格', '十、严格'],
];
