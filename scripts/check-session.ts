import { type Checker, type CheckResult, createChecker, type Timeline } from '../lib/checking/checker.ts';
import { today } from '../lib/common/today.ts';
import type { IsoDate, NumberedItem } from '../lib/draft/types.ts';
import type { ProseModel } from '../lib/phrases/prose/prose-model.ts';
import type { Segmenter } from '../lib/rules/types.ts';
import { loadBuiltInKnowledge } from './load-knowledge.ts';
import { loadSegmenter } from './load-segmenter.ts';
import { loadProse } from './prose/load-prose.ts';
import { readBytes } from './read-text.ts';

/** A check's result with what the command line adds. */
export interface Reported extends CheckResult {
  /** How many more findings a check as of today would give; null if the draft is not old. */
  readonly onToday: number | null;
  /** The last day for which the packs are valid, ISO date. */
  readonly trueUntil: IsoDate;
}

/**
 * The checker as the command line uses it: the built-in packs and those named, and a segmenter that is loaded when the
 * first ambiguous hit asks for it. Faults of packs are said on standard error.
 * @throws UnusableInputError when a pack that is named cannot be read
 */
export async function createCheckSession(packs: readonly string[] = [], place?: string) {
  for (const pack of packs) await readBytes(pack);
  const { knowledge, problems } = await loadBuiltInKnowledge([...packs]);
  for (const problem of problems) process.stderr.write(`${problem.zh}\n`);
  return checkSession(createChecker(knowledge), place);
}

/**
 * A checker with a segmenter that is loaded at the first ambiguous hit; `place` is the author's place in all drafts.
 */
export function checkSession(checker: Checker, place?: string) {
  let segmenter: Segmenter | undefined;
  let prose: ProseModel | undefined;

  async function withProse(): Promise<ProseModel> {
    prose ??= await loadProse();
    return prose;
  }

  async function withSegmenter(): Promise<Segmenter> {
    segmenter ??= await loadSegmenter();
    return segmenter;
  }

  async function check(
    text: string,
    date?: string,
    numbered: readonly NumberedItem[] = [],
  ): Promise<CheckResult> {
    const options = {
      today: today(),
      prose: await withProse(),
      ...(date === undefined ? {} : { date }),
      ...(place === undefined ? {} : { place }),
      numbered,
    };
    const first = checker.check(text, { ...options, ...(segmenter === undefined ? {} : { segmenter }) });
    if (!first.wantsSegmenter || segmenter !== undefined) return first;
    return checker.check(text, { ...options, segmenter: await withSegmenter() });
  }

  /** All time-bound mentions of a draft, and the day they are judged on. */
  async function timeline(
    text: string,
    date?: string,
    numbered: readonly NumberedItem[] = [],
  ): Promise<Timeline> {
    const options = {
      today: today(),
      prose: await withProse(),
      ...(date === undefined ? {} : { date }),
      ...(place === undefined ? {} : { place }),
      numbered,
    };
    return checker.timeline(text, { ...options, segmenter: await withSegmenter() });
  }

  /** How many more findings a check as of today would give than the given one; null if the draft is not old. */
  async function onToday(text: string, { asOf }: CheckResult, date?: string): Promise<number | null> {
    if (!asOf.old) return null;
    const day = today();
    const options = {
      today: day,
      prose: await withProse(),
      ...(date === undefined ? {} : { date }),
      ...(place === undefined ? {} : { place }),
    };
    const loaded = segmenter === undefined ? {} : { segmenter };
    const first = checker.countOn(text, { ...options, ...loaded }, day);
    if (!first.wantsSegmenter || segmenter !== undefined) return first.count;
    return checker.countOn(text, { ...options, segmenter: await withSegmenter() }, day).count;
  }

  /** The complete result for a text. */
  async function report(
    text: string,
    date?: string,
    numbered: readonly NumberedItem[] = [],
  ): Promise<Reported> {
    const result = await check(text, date, numbered);
    const { trueUntil } = checker.knowledge;
    return { ...result, onToday: await onToday(text, result, date), trueUntil };
  }

  return { check, report, timeline, checker };
}
