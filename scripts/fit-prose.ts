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
import { fitsOf } from '../lib/rules/prose/company.ts';
import { isOnPurpose, meantBy, wordsBeside } from '../lib/rules/prose/slips.ts';
import { companyTraits, traitCount, traitsOf, wordTraits } from '../lib/rules/prose/traits.ts';
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
/** The trait of a character in no word that is meant in a word of four. */
const fixedTrait = wordTraits([1], [4])[2] as number;
/** Share of the lines in which a slip is made, and the shortest line. */
const share = 0.3;
const shortest = 9;

/** Kinds of trials, each with the share of the alarms that it may raise: two characters, one in a word of four, any other one. */
const sharesOf = { double: 0.1, fixed: 0.1, single: 0.8 } as const;
type Kind = keyof typeof sharesOf;
const kinds = Object.keys(sharesOf) as Kind[];
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
// Twice: what is likeliest at a place depends on the bounds of the other kinds.
for (const kind of [...kinds, ...kinds]) lower(kind, boundFor(kind, weights));
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
    const onPurpose = [1, 2].map((length) => {
      const one = trials.find(({ ids }) => ids.length === length);
      return one === undefined || isOnPurpose(text, start, one);
    });
    const tried = trials.filter(({ ids }) => onPurpose[ids.length - 1] === false);
    const place = (cases.at(-1)?.place ?? -1) + 1;
    for (const length of [1, 2])
      for (const one of bestCounted(tried.filter(({ ids }) => ids.length === length))) {
        const end = start + length;
        const meant = meantBy(one, model);
        const isRight = right?.slice(start, end) === meant;
        const words = wordsBeside(text, start, end, segmenter);
        const fits = fitsOf(places, one.place, length, model);
        const ofCompany = companyTraits(fits.written, fits.with(one.ids));
        const ofWords = wordTraits(words.written, words.with(meant).lengths);
        const traits = [...traitsOf(one.trial), ...ofCompany, ...ofWords];
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

function kindOf({ length, traits }: Case): Kind {
  return length === 2 ? 'double' : traits.includes(fixedTrait) ? 'fixed' : 'single';
}

/** The score above which trials of a kind leave as many alarms in the right texts as are allowed. */
function boundFor(kind: Kind, of: readonly Float64Array[]): number {
  const characters = lines.reduce((sum, { length }) => sum + length, 0);
  const scores = bestOf(of)
    .filter(({ best }) => !best.isOfSlip && kindOf(best) === kind)
    .map(({ score }) => score);
  scores.sort((a, b) => b - a);
  return scores[Math.floor((sharesOf[kind] * alarms * characters) / 10_000)] ?? 0;
}

/** Lowers the scores of a kind by its bound. */
function lower(kind: Kind, bound: number): void {
  const [single, double] = weights as [Float64Array, Float64Array];
  const [of, trait] = kind === 'double' ? [double, 0] : [single, kind === 'fixed' ? fixedTrait : 0];
  of[trait] = (of[trait] as number) - bound;
  // A character in a word of four has the constant, too.
  if (kind === 'single') single[fixedTrait] = (single[fixedTrait] as number) + bound;
}
