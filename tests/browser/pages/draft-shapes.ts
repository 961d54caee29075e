import type { Draft } from './draft.ts';

/** Every shape of line in an editor, with a fault in each. */
export const shapes: Draft = {
  html: [
    '<p>工商局要牵头落实各项措施。</p>',
    '<p>要深入学习贯彻党的十<strong>九大精神</strong>，抓好落实。</p>',
    '<p>要依据<a href="https://example.com/law">《合同法》</a>办理，规范签约。</p>',
    '<p>会议时间是上午九点<br>市环保局要作汇报，讲清问题。</p>',
    '<p>要深入学习贯彻党的十\u200b八大精神，久久为功。</p>',
    '<ul><li><p>压实责任，逐级明确牵头人。</p></li><li><p>市质监局要派员参加。</p></li></ul>',
    '<p><br></p>',
    '<table><tbody><tr><td><p>事项</p></td><td><p>牵头单位</p></td></tr>' +
      '<tr><td><p>名单</p></td><td><p>市旅游局要提供名单</p></td></tr></tbody></table>',
    '<p>请<span contenteditable="false">@张三</span>按时参加，市卫计委要做好保障。</p>',
    '<p>让我们携手并进、再接再励</p>',
  ].join(''),
  text: [
    '工商局要牵头落实各项措施。',
    '要深入学习贯彻党的十九大精神，抓好落实。',
    '要依据《合同法》办理，规范签约。',
    '会议时间是上午九点',
    '市环保局要作汇报，讲清问题。',
    '要深入学习贯彻党的十八大精神，久久为功。',
    '压实责任，逐级明确牵头人。',
    '市质监局要派员参加。',
    '事项',
    '牵头单位',
    '名单',
    '市旅游局要提供名单',
    '请@张三按时参加，市卫计委要做好保障。',
    '让我们携手并进、再接再励',
  ].join('\n'),
  line: '工商局要牵头落实，要深入学习贯彻党的十九大精神，要依据《合同法》办理，市环保局要作汇报，让我们携手并进、再接再励',
  faults: [
    { place: 'start', words: '工商局', fix: '改为“市场监管局”', right: '市场监管局', inLine: true },
    { place: 'bold', words: '党的十九大', fix: '改为“党的二十大”', right: '党的二十大', inLine: true },
    { place: 'link', words: '《合同法》', fix: '改为《民法典》', right: '《民法典》', inLine: true },
    { place: 'middle', words: '环保局', fix: '改为“生态环境局”', right: '生态环境局', inLine: true },
    {
      place: 'zero-width',
      words: '党的十八大',
      fix: '改为“党的二十大”',
      right: '党的二十大',
      inLine: false,
    },
    { place: 'list', words: '质监局', fix: '改为“市场监管局”', right: '市场监管局', inLine: false },
    { place: 'cell', words: '市旅游局', fix: '改为“市文化和旅游局”', right: '市文化和旅游局', inLine: false },
    { place: 'island', words: '卫计委', fix: '改为“卫生健康委”', right: '卫生健康委', inLine: false },
    { place: 'end', words: '再接再励', fix: '改为“再接再厉”', right: '再接再厉', inLine: true },
  ],
};

/** The text of the uneditable part; a field that recognises it reads U+FFFC in its place. */
export const island = '@张三';
