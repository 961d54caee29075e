/**
 * Tests each group of modifiers on its own sentences: their verdicts must be as stated, and change without the group.
 */
import { createChecker } from '../lib/checking/checker.ts';
import type { IsoDate, Span } from '../lib/draft/types.ts';
import { compilePacks } from '../lib/phrases/compile.ts';
import { loadKnowledge } from '../lib/phrases/knowledge.ts';
import type { Pack } from '../lib/phrases/pack.ts';
import type { Knowledge, ModifierGroup } from '../lib/phrases/types.ts';
import type { Verdict } from '../lib/rules/mentions/target.ts';
import type { Segmenter } from '../lib/rules/types.ts';
import type { Contradiction } from './cross-check.ts';
import { loadSegmenter } from './load-segmenter.ts';

/** A fault of a group, and the sentence that shows it. */
export interface ContextFault extends Contradiction {
  /** As written in the pack, its target in ⟦⟧. */
  readonly sentence?: string;
}

/**
 * Judges a span of a sentence by the whole lexicon, or without one group (its id). Returns the gravest verdict on a
 * mention that overlaps the span; null if there is none.
 */
export type JudgeSentence = (text: string, target: Span, without?: string) => Verdict | null;

/** A sentence without its ⟦⟧, and the span between them. Offsets of the text. */
export function readMarked(sentence: string): { readonly text: string; readonly target: Span } {
  const start = sentence.indexOf('⟦');
  const end = sentence.indexOf('⟧') - 1;
  return { text: sentence.replace(/[⟦⟧]/gu, ''), target: { start, end } };
}

/**
 * The faults of a pack's groups: a sentence with another verdict than stated (`alarm`: 须改; `silent`: 可留 or 请核), and a
 * group without sentences or without effect on the verdicts of its sentences.
 */
export function checkContext({ file, modifiers }: Pack, judge: JudgeSentence): ContextFault[] {
  return modifiers.flatMap((group) =>
    faultsOf(group, judge).map((fault) => ({ file, entry: group.id, ...fault })),
  );
}

type GroupFault = Pick<ContextFault, 'message' | 'sentence'>;

function faultsOf(group: ModifierGroup, judge: JudgeSentence): GroupFault[] {
  const wanted = [
    ...group.alarm.map((sentence) => ({ sentence, isAlarm: true })),
    ...group.silent.map((sentence) => ({ sentence, isAlarm: false })),
  ];
  if (wanted.length === 0)
    return [{ message: '本组没有例句，请写上 alarm 或 silent，用⟦⟧标出句子里所说的对象。' }];
  const faults: GroupFault[] = [];
  let decides = false;
  for (const { sentence, isAlarm } of wanted) {
    const { text, target } = readMarked(sentence);
    const verdict = judge(text, target);
    const isRight = verdict !== null && (verdict === 'change') === isAlarm;
    if (isRight) decides ||= judge(text, target, group.id) !== verdict;
    else faults.push({ message: wrongly(verdict, isAlarm, sentence), sentence });
  }
  if (!decides && faults.length === 0)
    faults.push({ message: '少了本组，它的例句判断都不变；请换上由它起作用的例句，或者删去这一组。' });
  return faults;
}

function wrongly(verdict: Verdict | null, isAlarm: boolean, sentence: string): string {
  if (verdict === null) return `例句的⟦⟧里不是词库认得的、与时间有关的对象：${sentence}`;
  return isAlarm ? `例句应判为须改，实际没有：${sentence}` : `例句不应提示，实际判为须改：${sentence}`;
}

/** Judges each sentence on a day (ISO date) as a separate draft. */
export function judgeSentences(knowledge: Knowledge, day: IsoDate, segmenter: Segmenter): JudgeSentence {
  const options = { today: day, date: day, segmenter };
  const whole = createChecker(knowledge);
  // The sentences of a group are consecutive.
  let last = { without: '', checker: whole };
  return (text, target, without) => {
    if (without !== undefined && without !== last.without)
      last = { without, checker: createChecker(withoutGroup(knowledge, without)) };
    const { mentions } = (without === undefined ? whole : last.checker).timeline(text, options);
    return gravest(mentions.filter(({ start, end }) => start < target.end && target.start < end));
  };
}

function gravest(mentions: readonly { readonly verdict: Verdict }[]): Verdict | null {
  const verdicts = new Set(mentions.map(({ verdict }) => verdict));
  return (['change', 'check', 'keep'] as const).find((verdict) => verdicts.has(verdict)) ?? null;
}

/**
 * The same knowledge with a group that applies to no kind of target; its pseudo-modifiers still hide other groups'
 * words.
 */
export function withoutGroup(knowledge: Knowledge, id: string): Knowledge {
  const modifiers = knowledge.modifiers.map((group) => (group.id === id ? { ...group, for: [] } : group));
  return { ...knowledge, modifiers };
}

/** The result of checking the context packs: faults, and sentences about packs whose groups were not checked. */
export interface ContextReport {
  readonly faults: readonly ContextFault[];
  readonly unchecked: readonly string[];
}

/**
 * Checks the groups of all packs that state a day to judge on (`judgedOn`). A pack with sentences and no day is at
 * fault; one with neither is only reported. Takes all packs, since the sentences depend on the others.
 */
export async function checkContextPacks(packs: readonly Pack[]): Promise<ContextReport> {
  const faults: ContextFault[] = [];
  const unchecked: string[] = [];
  const dated: { readonly pack: Pack; readonly day: IsoDate }[] = [];
  for (const pack of packs.filter(({ kind }) => kind === 'context')) {
    const { file, judgedOn, modifiers } = pack;
    const withSentences = modifiers.find(({ alarm, silent }) => alarm.length + silent.length > 0);
    if (judgedOn !== undefined) dated.push({ pack, day: judgedOn });
    else if (withSentences === undefined) unchecked.push(`${file}：各组没有例句，没有验证。`);
    else
      faults.push({
        file,
        entry: withSentences.id,
        message: '文件开头没有 judgedOn，例句不知道按哪一天核对。',
      });
  }
  if (dated.length === 0) return { faults, unchecked };
  const knowledge = loadKnowledge(compilePacks(packs));
  const segmenter = await loadSegmenter();
  for (const { pack, day } of dated)
    faults.push(...checkContext(pack, judgeSentences(knowledge, day, segmenter)));
  return { faults, unchecked };
}
