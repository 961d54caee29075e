import { describe, expect, it } from 'vitest';
import { ChangeLog } from '../../entrypoints/writing/change-log.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { NotedEdit } from '../../lib/messaging/page-requests.ts';

/** Replaces words that stand once in a text. */
function edit(text: string, old: string, put: string, reason = ''): NotedEdit {
  const start = text.indexOf(old);
  if (start < 0 || text.indexOf(old, start + 1) >= 0) throw new Error(`“${old}” does not stand there once.`);
  return { start, end: start + old.length, text: put, reason };
}

/** A log with the text that it is of. */
class Draft {
  readonly log = new ChangeLog();
  text: string;
  complete = true;

  constructor(text: string) {
    this.text = text;
  }

  /** Has fixes applied, as a field does: the log is told of the new text, too. */
  fix(...edits: readonly NotedEdit[]): void {
    const note = this.log.applying(this.text);
    const now = applyEdits(this.text, edits);
    note(edits);
    this.log.follow(this.text, now, this.complete);
    this.text = now;
  }

  write(text: string): void {
    this.log.follow(this.text, text, this.complete);
    this.text = text;
  }

  /** What was changed, each as before→after, with what stands at its place. */
  get made(): string[] {
    return this.log.made.map(
      ({ start, end, before, after }) => `${before}→${after}@${this.text.slice(start, end)}`,
    );
  }
}

const text = '要学习党的十九大精神。\n市工商局要抓好落实。\n四、加强领导';

describe('the log of what was changed', () => {
  it('has each place of a fix, with the words before and after and the reason', () => {
    const draft = new Draft(text);
    draft.fix(edit(text, '十九大', '二十大', '往届提法。'));
    expect(draft.log.made).toEqual([
      { start: 5, end: 8, before: '十九大', after: '二十大', reason: '往届提法。' },
    ]);
    draft.fix(edit(draft.text, '市工商局', '市市场监管局'), edit(draft.text, '四、', '三、'));
    expect(draft.made).toEqual([
      '十九大→二十大@二十大',
      '市工商局→市市场监管局@市市场监管局',
      '四、→三、@三、',
    ]);
  });

  it('is carried over to what is written elsewhere', () => {
    const draft = new Draft(text);
    draft.fix(edit(text, '十九大', '二十大'), edit(text, '四、', '三、'));
    draft.write(`同志们：\n${draft.text}`);
    draft.write(draft.text.replace('抓好', '抓紧抓好'));
    expect(draft.made).toEqual(['十九大→二十大@二十大', '四、→三、@三、']);
  });

  it('loses a change whose words the author changes, and no other', () => {
    const draft = new Draft(text);
    draft.fix(edit(text, '十九大', '二十大'), edit(text, '四、', '三、'));
    draft.write(draft.text.replace('二十大', '历次全会'));
    expect(draft.made).toEqual(['四、→三、@三、']);
  });

  it('follows undo and redo, of several places at once and with changes between them', () => {
    const draft = new Draft(text);
    draft.fix(edit(text, '市工商局', '市市场监管局'));
    const one = draft.text;
    draft.fix(edit(one, '十九大', '二十大'), edit(one, '四、', '三、'));
    const all = draft.text;
    draft.write(one);
    expect(draft.made).toEqual(['市工商局→市市场监管局@市市场监管局']);
    draft.write(text);
    expect(draft.made).toEqual([]);
    draft.write(one);
    draft.write(all);
    expect(draft.made).toHaveLength(3);
  });

  it('takes no notice of the texts through which an editor comes to the wanted one', () => {
    const draft = new Draft(text);
    draft.fix(edit(text, '市工商局', '市市场监管局'));
    const before = draft.text;
    const edits = [edit(before, '十九大', '二十大'), edit(before, '四、', '三、')];
    const note = draft.log.applying(before);
    draft.log.follow(before, '', true);
    note(edits);
    draft.log.follow('', applyEdits(before, edits), true);
    draft.text = applyEdits(before, edits);
    expect(draft.made).toHaveLength(3);
  });

  it('has the first words where a place is changed twice, and nothing where it is as at first', () => {
    const draft = new Draft(text);
    draft.fix(edit(text, '四、', '三、'));
    draft.fix(edit(draft.text, '三、加强', '二、加强'));
    expect(draft.made).toEqual(['四、加强→二、加强@二、加强']);
    draft.fix(edit(draft.text, '二、加强', '四、加强'));
    expect(draft.made).toEqual([]);
  });

  it('keeps deleted words while there is typed behind them, and loses them when they are back', () => {
    const draft = new Draft('抓好好落实，再部署');
    draft.fix({ start: 2, end: 3, text: '' });
    draft.write('抓好又落实，再部署');
    expect(draft.made).toEqual(['好→@']);
    draft.write('抓好又好落实，再部署');
    draft.write('抓好又好好落实，再部署');
    expect(draft.made).toEqual(['好→@']);
    draft.write('抓好好又好好落实，再部署');
    expect(draft.made).toEqual([]);
  });

  it('is empty for another draft in the same field, whatever it begins with', () => {
    const draft = new Draft(`${text}\n${'各部门要把责任落到每个人。'.repeat(10)}`);
    draft.fix(edit(draft.text, '要学习', '要深入学习'));
    draft.write('要深入学习乡村振兴的部署，逐条对照，查漏补缺，把各项工作做实做细。');
    expect(draft.made).toEqual([]);
  });

  it('keeps what is still in view of a part that is scrolled', () => {
    const lines = ['一、甲', '二、乙', '三、丙', '四、丁'];
    const draft = new Draft(lines.join('\n'));
    draft.complete = false;
    draft.fix(edit(draft.text, '乙', '午'), edit(draft.text, '丙', '未'));
    draft.write('三、未\n四、丁\n五、戊');
    expect(draft.made).toEqual(['丙→未@未']);
  });
});
