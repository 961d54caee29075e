import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import type { Verdict } from '../../lib/rules/mentions/target.ts';
import { attested, knowledgeOf, packOf } from './phrase-packs.ts';

/** A lexicon of a few groups, each of one kind. What clears weighs more than all that speaks for today together. */
const groups = [
  group('obligation', 'task', 'bidirectional', 'sentence', ['要'], { pseudo: ['主要', '重要'] }),
  group('study', 'task', 'forward', 'clause', ['贯彻']),
  group('by-office', 'task', 'forward', 'adjacent', ['由'], { for: ['institution'] }),
  group('office-acts', 'task', 'backward', 'adjacent', ['牵头'], { for: ['institution'] }),
  group('we-must', 'task', 'backward', 'sentence', ['我们就怎么干']),
  group('perfective', 'report', 'bidirectional', 'clause', ['了'], { pseudo: ['为了'] }),
  group('former', 'history', 'forward', 'adjacent', ['原'], { pseudo: ['太原'] }),
  group('past', 'history', 'forward', 'sentence', ['过去'], { pseudo: ['去库存'] }),
  group('once', 'history', 'bidirectional', 'clause', ['曾'], { pseudo: ['曾同志'] }),
  group('since', 'history', 'backward', 'adjacent', ['以来']),
  group('looking-back', 'history', 'forward', 'paragraph', ['回顾']),
  group('meeting-says', 'history', 'backward', 'adjacent', ['提出'], { unless: ['we-must'] }),
  group('leader', 'quotation', 'forward', 'sentence', ['总书记']),
  group('leader-said', 'quotation', 'forward', 'sentence', ['指出'], { needs: ['leader'] }),
  group('turn', 'termination', 'forward', 'sentence', ['下一步']),
];

const clears = groups
  .filter(({ category }) => category === 'history' || category === 'quotation')
  // `leader` alone says nothing here: it is what `leader-said` needs.
  .flatMap(({ id }) =>
    ['', '~', '^'].map((far) => ({ feature: id + far, weight: id === 'leader' ? 0 : -9 })),
  );

const checker = createChecker(
  knowledgeOf([
    packOf('series', [
      {
        id: 'party-congress',
        name: '中国共产党全国代表大会',
        numbering: 'party-congress',
        members: [
          { name: '党的十九大', term: 19, from: '2017-10-18', to: '2017-10-24', ...attested },
          { name: '党的二十大', term: 20, from: '2022-10-16', to: '2022-10-22', ...attested },
        ],
      },
    ]),
    packOf(
      'institution',
      ['国税局', '地税局', '工商局'].map((name, i) => ({
        id: `office-${i}`,
        name,
        validTo: '2018-06-15',
        forms: [{ text: name }],
        ...attested,
      })),
    ),
    packOf('context', groups),
    packOf('context-weights', clears),
  ]),
);

function group(
  id: string,
  category: string,
  direction: string,
  scope: string,
  words: string[],
  more: { pseudo?: string[]; for?: string[]; needs?: string[]; unless?: string[] } = {},
) {
  return { id, category, direction, scope, words, ...more };
}

/** The verdicts on the meetings and offices of a draft of today, in order of place. */
function verdicts(text: string): Verdict[] {
  return mentions(text).map(({ verdict }) => verdict);
}

function mentions(text: string) {
  const { mentions: all } = checker.timeline(text, { today: '2026-11-29', date: '2026-11-29' });
  return all.filter(({ kind }) => kind === 'meeting' || kind === 'institution');
}

describe('a modifier', () => {
  it.each([
    ['要由原国税局牵头。', '要由太原国税局牵头。'],
    ['过去要贯彻党的十九大精神。', '通过去库存要贯彻党的十九大精神。'],
    ['曾要贯彻党的十九大精神。', '曾同志要贯彻党的十九大精神。'],
  ])('clears in %s, and a pseudo-modifier takes its characters away in %s', (modified, pseudo) => {
    expect(verdicts(modified)).toEqual(['keep']);
    expect(verdicts(pseudo)).toEqual(['change']);
  });

  it('of a task is none inside a pseudo-modifier either', () => {
    expect(verdicts('要把党的十九大装在心里。')).toEqual(['change']);
    expect(verdicts('主要把党的十九大装在心里。')).toEqual(['check']);
  });

  it('is found again behind a pseudo-modifier', () => {
    expect(verdicts('主要的事是要把党的十九大装在心里。')).toEqual(['change']);
  });

  it('reaches only in its direction', () => {
    // forward
    expect(verdicts('大家贯彻党的十九大精神。')).toEqual(['change']);
    expect(verdicts('对党的十九大，大家都在贯彻。')).toEqual(['check']);
    // backward
    expect(verdicts('要贯彻党的十九大以来的部署。')).toEqual(['keep']);
    expect(verdicts('以来要贯彻党的十九大精神。')).toEqual(['change']);
    // both
    expect(verdicts('曾要贯彻党的十九大精神。')).toEqual(['keep']);
    expect(verdicts('要贯彻党的十九大精神，曾是。')).toEqual(['change']);
    expect(verdicts('要贯彻党的十九大精神曾是共识。')).toEqual(['keep']);
  });

  it('reaches as far as its scope', () => {
    // The words beside it.
    expect(verdicts('原国税局要抓紧。')).toEqual(['keep']);
    expect(verdicts('原来说好国税局要抓紧。')).toEqual(['change']);
    // Its clause.
    expect(verdicts('曾经说过，要贯彻党的十九大精神。')).toEqual(['change']);
    // Its sentence.
    expect(verdicts('过去说得多，要贯彻党的十九大精神。')).toEqual(['keep']);
    expect(verdicts('过去说得多。要贯彻党的十九大精神。')).toEqual(['change']);
    // The rest of its paragraph, and not what stands before.
    expect(verdicts('回顾来路。要贯彻党的十九大精神。')).toEqual(['keep']);
    expect(verdicts('要贯彻党的十九大精神。回顾来路。')).toEqual(['change']);
    expect(verdicts('回顾来路。\n要贯彻党的十九大精神。')).toEqual(['change']);
  });

  it('speaks only of the kinds it is for', () => {
    expect(verdicts('由国税局。')).toEqual(['change']);
    expect(verdicts('由党的十九大。')).toEqual(['check']);
  });

  it('says something only with what it needs', () => {
    expect(verdicts('总书记指出要贯彻党的十九大精神。')).toEqual(['keep']);
    expect(verdicts('大家指出要贯彻党的十九大精神。')).toEqual(['change']);
  });

  it('says nothing beside what it yields to', () => {
    expect(verdicts('党的十九大提出的，记在心里。')).toEqual(['keep']);
    expect(verdicts('党的十九大提出的，我们就怎么干。')).toEqual(['change']);
  });

  it('stands beside each of the offices that are named together', () => {
    expect(verdicts('由国税局、地税局和工商局牵头。')).toEqual(['change', 'change', 'change']);
    expect(verdicts('由国税局、地税局和工商局办理。')).toEqual(['change', 'change', 'change']);
    expect(verdicts('国税局、地税局和工商局牵头。')).toEqual(['change', 'change', 'change']);
    // Behind a comma another clause begins.
    expect(verdicts('由国税局办理，地税局知道。')).toEqual(['change', 'check']);
  });
});

describe('a turn to the present', () => {
  it('closes what a sentence said before it', () => {
    expect(verdicts('过去说得多，下一步要贯彻党的十九大精神。')).toEqual(['change']);
    expect(verdicts('过去说得多，为下一步打基础，要贯彻党的十九大精神。')).toEqual(['keep']);
  });

  it('closes what a paragraph said before it', () => {
    expect(verdicts('回顾来路。要贯彻党的十九大精神。下一步，要贯彻党的十九大精神。')).toEqual([
      'keep',
      'change',
    ]);
  });

  it('leaves open what stands behind it', () => {
    expect(verdicts('下一步，要贯彻党的十九大以来的部署。')).toEqual(['keep']);
  });
});

describe('a year of the past', () => {
  it('clears a report, and never a task', () => {
    expect(verdicts('2018年，大家贯彻党的十九大精神，成效很好。')).toEqual(['keep']);
    expect(verdicts('2018年，要贯彻党的十九大精神。')).toEqual(['change']);
    expect(verdicts('2018年开始贯彻党的十九大精神，今后还要贯彻。')).toEqual(['change']);
  });

  it('goes on for the paragraph that it heads', () => {
    expect(verdicts('2018年，开局很好。大家贯彻党的十九大精神。')).toEqual(['keep']);
    expect(verdicts('2018年，开局很好。下一步，大家贯彻党的十九大精神。')).toEqual(['change']);
  });

  it('is not this year or one to come', () => {
    expect(verdicts('2026年，大家贯彻党的十九大精神。')).toEqual(['change']);
    expect(verdicts('2030年，大家贯彻党的十九大精神。')).toEqual(['change']);
  });
});

describe('marks', () => {
  it('make a mention part of a title', () => {
    expect(mentions('要学《贯彻党的十九大精神资料汇编》。')).toMatchObject([
      { verdict: 'keep', presented: 'name' },
    ]);
  });

  it('make it the words of somebody else where they hold a sentence', () => {
    expect(mentions('他说：“要认真贯彻落实好党的十九大的精神。”大家鼓掌。')).toMatchObject([
      { verdict: 'keep', presented: 'quotation' },
    ]);
  });

  it('of its own enclose nothing', () => {
    expect(verdicts('要贯彻“党的十九大”精神。')).toEqual(['change']);
  });

  it('that closed before it enclose nothing', () => {
    expect(verdicts('要读《党章》，贯彻党的十九大精神。')).toEqual(['change']);
    expect(verdicts('要按“先学一步”的要求，贯彻党的十九大精神。')).toEqual(['change']);
  });
});

describe('where a mention stands', () => {
  it('in the title of the speech, it is what the speech is held for', () => {
    expect(verdicts('在学习贯彻党的十九大精神座谈会上的讲话\n同志们：')).toEqual(['change']);
    expect(verdicts('在学习贯彻党的十九大精神座谈会上，他讲了话。')).not.toEqual(['change']);
  });

  it('in a part that looks back, it is history', () => {
    const review = '一、过去五年工作回顾\n大家贯彻党的十九大精神，干了不少实事。';
    const plan = '一、今后工作安排\n大家贯彻党的十九大精神，把实事干好。';
    expect(verdicts(review)).toEqual(['keep']);
    expect(verdicts(plan)).toEqual(['change']);
  });

  it('beside the name of today, it was not left behind', () => {
    expect(verdicts('大家贯彻党的十九大精神，也讲党章。')).toEqual(['change']);
    expect(verdicts('大家贯彻党的十九大精神，也讲党的二十大精神。')).toEqual(['keep', 'keep']);
  });
});

describe('what decided', () => {
  it('is said with the words of the text', () => {
    const [cleared] = mentions('要由原国税局牵头。');
    expect(cleared?.judgement?.cues).toEqual(['原']);
    expect(cleared?.reason.zh).toContain('原');
    const [alarmed] = mentions('要由太原国税局牵头。');
    expect(alarmed?.judgement?.cues).toEqual(expect.arrayContaining(['要', '牵头']));
  });
});
