/** Marks a place of a generated file that must be filled in. A test finds those left. */
export const unfinished = '待写';

/** A rule on paragraphs that reports the matches of a pattern. */
export function ruleFile(id: string, name: string): string {
  return `import type { ParagraphRule } from './types.ts';

const wrong = /${unfinished}/gu;

/** ${unfinished}: what it reports, and what it must not. */
export const ${name}: ParagraphRule = {
  id: '${id}',
  title: { zh: '${unfinished}', en: 'To be written' },
  about: { zh: '${unfinished}：这条规则看什么。', en: 'To be written: what this rule looks at.' },
  example: {
    before: '这一句里有${unfinished}的字。',
    after: '这一句里有${unfinished}的字。',
    date: '2026-11-20',
  },
  basis: { zh: '${unfinished}：依据的标准及条款', en: 'To be written: the standard and its clause' },
  scope: 'paragraph',
  check({ text }) {
    return [...text.matchAll(wrong)].map(({ 0: words, index }) => ({
      rule: '${id}',
      level: 'warning',
      start: index,
      end: index + words.length,
      message: {
        zh: \`${unfinished}：“\${words}”为什么不妥。\`,
        en: \`To be written: what is wrong with “\${words}”.\`,
      },
      // The first fix is what is applied; none where only a person can decide.
      fixes: [],
    }));
  },
};
`;
}

/** The judged sentences of a rule. */
export function judgedSentences(id: string): string {
  return `# ${id}：先写必须不提示的句子，再写必须提示的。${unfinished}。
# alarm 的一条：sentence 整句，text 应当标出的字，fixed 用第一个改法改好的整句（没有改法就不写）。
# 级别为 hint 的规则，例句写在 hint: 之下，格式与 alarm 相同。
- date: "2026-11-20"
  silent:
    - 这一句没有要提示的地方。
  alarm: []
`;
}

/** A rich editor without measured behaviour. */
export function editorKind(kind: string, name: string): string {
  return `import { richAdapter } from './adapter.ts';

/** ${unfinished}: how it takes a change. 'careful' tries one path after another; say the one that its own undo knows. */
export const ${name} = richAdapter({ kind: '${kind}', is: '.${kind}', path: 'careful' });
`;
}

/** A page that shows the contract's draft in the editor. */
export function contractPage(kind: string): string {
  return `import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

// ${unfinished}: start the real editor here instead, and ask its own model below.
const field = document.createElement('div');
field.className = '${kind}';
field.contentEditable = 'true';
field.innerHTML = draftHtml;
document.body.append(field);
const strangers = watchStrangers(field);

window.editorPage = {
  model: () => fromHtml(field.innerHTML).text,
  saved: () => field.innerHTML,
  bold: () => fromHtml(field.innerHTML).bold,
  strangers,
  box: (words) => boxOf(field, words),
  redraw() {
    const { innerHTML } = field;
    field.innerHTML = innerHTML;
  },
};
`;
}

/** Its row in the table of the contract. */
export function contractRow(kind: string): string {
  return `  {
    name: '${kind}',
    // ${unfinished}: its name in the README, what its model holds, and how many Ctrl+Z each change takes.
    title: '${kind}',
    holds: all,
    undo: { fix: 1, three: 3, repair: 5 },
    complete: true,
  },
`;
}
