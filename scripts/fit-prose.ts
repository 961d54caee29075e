/**
 * `npm run fit:prose -- --right FOLDER [--slips FILE] [--alarms 0.1]`: fits the judge of slips and writes
 * assets/prose/judge.yaml. `--right` holds right texts that were not counted: what is tried in them is wrong, and slips are
 * made in some of their lines. `--slips` has further lines, each a wrong and a right text with a tab between. `--alarms` is
 * how many alarms are allowed in 10,000 characters of right text.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProseModel, writeProse } from '../lib/phrases/prose/prose-model.ts';
import { codeUnitsOf } from '../lib/rules/code-units.ts';
import { isOnPurpose, meantBy, wordsBeside } from '../lib/rules/prose/slips.ts';
import { meantWordTraits, traitCount, traitsOf, writtenWordTraits } from '../lib/rules/prose/traits.ts';
import { type PlacedTrial, trialsIn } from '../lib/rules/prose/trials.ts';
import { loadSegmenter } from './load-segmenter.ts';
import { writeJudge } from './prose/judge-file.ts';
import { proseAssets } from './prose/load-prose.ts';
import { fitLogistic } from './prose/logistic.ts';
import { type MadeSlip, randomBy, slipIn } from './prose/slips.ts';

/** A trial, and the place that it belongs to: numbered over all texts. */
interface Case {
  readonly length: number;
  readonly traits: readonly number[];
  readonly isRight: boolean;
  readonly isOfSlip: boolean;
  readonly place: number;
}

/** Of the trials of one place, so many of each length are learnt from: those that are counted best. */
const learnt = 4;
/** What is taken off the score of one character, and of two: slips of two are made oftener here than in drafts. */
const margins = [0, 1];
/** Share of the lines in which a slip is made, and the shortest line. */
const share = 0.12;
const shortest = 9;

const { values } = parseArgs({
  options: { right: { type: 'string' }, slips: { type: 'string' }, alarms: { type: 'string' } },
});
if (values.right === undefined) throw new Error('Usage: npm run fit:prose -- --right FOLDER [--slips FILE]');
const alarms = Number(values.alarms ?? '0.1');
const model = new ProseModel(
  writeProse(await readFile(join(proseAssets, 'counts.bin')), new Float32Array(2 * traitCount)),
);
const segmenter = await loadSegmenter();
const lines = await linesOf(values.right);
const random = randomBy(7);
const slips: MadeSlip[] = values.slips === undefined ? [] : slipsOf(await readFile(values.slips, 'utf8'));
const given = slips.length;
for (const line of lines) {
  const slip = random() < share ? slipIn(line, model, random) : null;
  if (slip !== null) slips.push(slip);
}
const cases: Case[] = [];
for (const line of lines) take(line, null);
for (const { wrong, right } of slips) take(wrong, right);
const weights = [1, 2].map((length) =>
  fitLogistic(
    cases.filter((one) => one.length === length),
    traitCount,
  ),
);
const bound = boundFor(weights);
for (const [place, own] of weights.entries())
  own[0] = (own[0] as number) - bound - (margins[place] as number);
await writeFile(join(proseAssets, 'judge.yaml'), `${head()}${writeJudge(weights)}`);
const found = bestOf(weights).filter(({ best, score }) => best.isOfSlip && score > 0);
process.stdout.write(
  `${lines.length} 行，${slips.length} 处误写（其中给出 ${given} 处）；${found.length} 处提示，${found.filter(({ best }) => best.isRight).length} 处改对\n`,
);

function head(): string {
  return [
    '# 判断疑似错字的权重：single 是一个字，double 是相邻两个字；分组和次序见 lib/rules/prose/traits.ts。',
    '# 由 npm run fit:prose 在未计入统计的文字上拟合，不手工改。',
    '',
  ].join('\n');
}

async function linesOf(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  const texts = files
    .filter((file) => /\.(?:txt|md)$/u.test(file))
    .map((file) => readFile(join(folder, file), 'utf8'));
  return (await Promise.all(texts))
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.length >= shortest);
}

function slipsOf(text: string): MadeSlip[] {
  return text.split('\n').flatMap((line) => {
    const [wrong, right] = line.split('\t');
    return wrong !== undefined && right !== undefined && wrong.length === right.length
      ? [{ wrong, right }]
      : [];
  });
}

/** Takes the trials of a text; of one with a slip, only those of the places with wrong characters. */
function take(text: string, right: string | null): void {
  const places = model.read(codeUnitsOf(text));
  for (const trials of trialsIn(places, model)) {
    const start = places.at[trials[0]?.place ?? 0] as number;
    if (right !== null && text.slice(start, start + 2) === right.slice(start, start + 2)) continue;
    const tried = trials.filter((one) => !isOnPurpose(text, start, one));
    const place = (cases.at(-1)?.place ?? -1) + 1;
    for (const length of [1, 2])
      for (const one of bestCounted(tried.filter(({ ids }) => ids.length === length))) {
        const end = start + length;
        const meant = meantBy(one, model);
        const isRight = right?.slice(start, end) === meant;
        const words = wordsBeside(text, start, end, segmenter);
        const ofWords = [...writtenWordTraits(words.written), ...meantWordTraits(words.with(meant).lengths)];
        const traits = [...traitsOf(one.trial), ...ofWords];
        cases.push({ length, traits, isRight, isOfSlip: right !== null, place });
      }
  }
}

function bestCounted(trials: readonly PlacedTrial[]): readonly PlacedTrial[] {
  const countOf = ({ trial }: PlacedTrial) =>
    trial.meant[0] +
    trial.meant[1] +
    2 * [...trial.outer, ...trial.inner].reduce((sum, level) => sum + Math.max(0, level), 0);
  return [...trials].sort((a, b) => countOf(b) - countOf(a)).slice(0, learnt);
}

/** The likeliest trial of each place. */
function bestOf(of: readonly Float64Array[]): { best: Case; score: number }[] {
  const found: { best: Case; score: number }[] = [];
  for (const one of cases) {
    const own = of[one.length - 1] as Float64Array;
    const score = one.traits.reduce((sum, trait) => sum + (own[trait] as number), 0);
    const last = found.at(-1);
    if (last?.best.place !== one.place) found.push({ best: one, score });
    else if (score > last.score) found[found.length - 1] = { best: one, score };
  }
  return found;
}

/** The score above which as many alarms are left in the right texts as are allowed. */
function boundFor(of: readonly Float64Array[]): number {
  const characters = lines.reduce((sum, { length }) => sum + length, 0);
  const scores = bestOf(of)
    .filter(({ best }) => !best.isOfSlip)
    .map(({ score }) => score);
  scores.sort((a, b) => b - a);
  return scores[Math.floor((alarms * characters) / 10_000)] ?? 0;
}
