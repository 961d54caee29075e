/** Holds each group of modifiers to its own sentences: they come out as it says, and not without it. */
import { createChecker } from '../lib/checker.ts';
import type { IsoDate, Span } from '../lib/draft/types.ts';
import { compilePacks } from '../lib/phrases/compile.ts';
import { loadKnowledge } from '../lib/phrases/knowledge.ts';
import type { Pack } from '../lib/phrases/pack.ts';
import type { Knowledge, ModifierGroup } from '../lib/phrases/types.ts';
import type { Segmenter } from '../lib/rules/types.ts';
import type { Contradiction } from './cross-check.ts';
import { loadSegmenter } from './load-segmenter.ts';

/** A fault of a group, and the sentence of it that shows the fault. */
export interface ContextFault extends Contradiction {
  /** As it is written in the pack, its target in ⟦⟧. */
  readonly sentence?: string;
}

/** What becomes of the words in a span of a sentence: marked as 须改, known and left alone, or nothing that hangs on time. */
export type Outcome = 'alarm' | 'silent' | 'unknown';

/** Judges a span of a sentence by the whole lexicon, or without one group (its id). */
export type JudgeSentence = (text: string, target: Span, without?: string) => Outcome;

/** A sentence without its ⟦⟧, and what stood in them. Offsets of the text. */
export function readMarked(sentence: string): { readonly text: string; readonly target: Span } {
  const start = sentence.indexOf('⟦');
  const end = sentence.indexOf('⟧') - 1;
  return { text: sentence.replace(/[⟦⟧]/gu, ''), target: { start, end } };
}

/**
 * The faults of a pack's groups: a sentence that is judged otherwise than it says, and a group without which all of its
 * sentences are judged the same, or that has none.
 */
export function checkContext({ file, modifiers }: Pack, judge: JudgeSentence): ContextFault[] {
  return modifiers.flatMap((group) =>
    faultsOf(group, judge).map((fault) => ({ file, entry: group.id, ...fault })),
  );
}

type GroupFault = Pick<ContextFault, 'message' | 'sentence'>;

function faultsOf(group: ModifierGroup, judge: JudgeSentence): GroupFault[] {
  const wanted = [
    ...group.alarm.map((sentence) => ({ sentence, outcome: 'alarm' as const })),
    ...group.silent.map((sentence) => ({ sentence, outcome: 'silent' as const })),
  ];
  if (wanted.length === 0)
    return [{ message: '本组没有例句，请写上 alarm 或 silent，用⟦⟧标出句子里所说的对象。' }];
  const faults: GroupFault[] = [];
  let decides = false;
  for (const { sentence, outcome } of wanted) {
    const { text, target } = readMarked(sentence);
    const judged = judge(text, target);
    if (judged === outcome) decides ||= judge(text, target, group.id) !== outcome;
    else faults.push({ message: wrongly(judged, outcome, sentence), sentence });
  }
  if (!decides && faults.length === 0)
    faults.push({ message: '少了本组，它的例句判断都不变；请换上由它起作用的例句，或者删去这一组。' });
  return faults;
}

function wrongly(judged: Outcome, wanted: 'alarm' | 'silent', sentence: string): string {
  if (judged === 'unknown') return `例句的⟦⟧里不是词库认得的、与时间有关的对象：${sentence}`;
  return wanted === 'alarm'
    ? `例句应判为须改，实际没有：${sentence}`
    : `例句不应提示，实际判为须改：${sentence}`;
}

/** Judges sentences on a day (ISO date) as a draft of its own would be. */
export function judgeSentences(knowledge: Knowledge, day: IsoDate, segmenter: Segmenter): JudgeSentence {
  const options = { today: day, date: day, segmenter };
  const whole = createChecker(knowledge);
  // The sentences of a group come one after another.
  let last = { without: '', checker: whole };
  return (text, target, without) => {
    if (without !== undefined && without !== last.without)
      last = { without, checker: createChecker(withoutGroup(knowledge, without)) };
    const { mentions } = (without === undefined ? whole : last.checker).timeline(text, options);
    const own = mentions.filter(({ start, end }) => start < target.end && target.start < end);
    if (own.some(({ verdict }) => verdict === 'change')) return 'alarm';
    return own.length === 0 ? 'unknown' : 'silent';
  };
}

/** The same knowledge with a lexicon that lacks the words of a group; its pseudo-modifiers still hide other groups' words. */
export function withoutGroup(knowledge: Knowledge, id: string): Knowledge {
  const place = knowledge.modifiers.findIndex((group) => group.id === id);
  if (place < 0) return knowledge;
  return {
    ...knowledge,
    read: (text) => {
      const { hits, modifiers } = knowledge.read(text);
      return { hits, modifiers: modifiers.filter(({ group }) => group !== place) };
    },
  };
}

/** What a run over the context packs finds: faults, and packs whose groups were not looked at, in words. */
export interface ContextReport {
  readonly faults: readonly ContextFault[];
  readonly unchecked: readonly string[];
}

/**
 * Checks the groups of all packs that name a day to judge on (`judgedOn`). A pack with sentences and no day is at fault;
 * one with neither is only named. Takes all packs, since the sentences speak of what the others know.
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
