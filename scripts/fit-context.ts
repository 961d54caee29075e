/**
 * `npm run fit`: fits the weights of the context features on labelled mentions and writes
 * assets/phrases/context-weights.yaml. The mentions: tests/drafts/sentences, tests/drafts/whole and
 * tests/drafts/time, without the held-out part. `--folds` writes nothing and prints a five-fold cross-validation.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCheckSession } from './check-session.ts';
import { fitModel, judgeModel, usualPenalty } from './context-model.ts';
import { labelledMentions } from './labelled-mentions.ts';

const folds = 5;
const { values } = parseArgs({ options: { folds: { type: 'boolean' } } });
const target = join(import.meta.dirname, '../assets/phrases/context-weights.yaml');
const examples = await labelledMentions(
  join(import.meta.dirname, '../tests/drafts'),
  await createCheckSession(),
);
if (values.folds === true) {
  for (const penalty of [usualPenalty / 4, usualPenalty, usualPenalty * 4]) print(penalty);
} else {
  const model = fitModel(examples);
  const { right, wrong, missed } = judgeModel(model, examples);
  const lines = [...model].map(
    ([feature, weight]) =>
      `  - { feature: ${JSON.stringify(feature)}, weight: ${Number(weight.toFixed(2)) + 0} }`,
  );
  // The head of the file is kept; the list is written anew.
  const head = (await readFile(target, 'utf8')).split('\nweights:')[0];
  await writeFile(target, `${head}\nweights:\n${lines.join('\n')}\n`);
  process.stdout.write(
    `${examples.length} 处，标对 ${right}，标错 ${wrong}，漏 ${missed}；写入 ${lines.length} 项\n`,
  );
}

function print(penalty: number): void {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const model = fitModel(
      examples.filter(({ text }) => text % folds !== fold),
      penalty,
    );
    const count = judgeModel(
      model,
      examples.filter(({ text }) => text % folds === fold),
    );
    sum.right += count.right;
    sum.wrong += count.wrong;
    sum.missed += count.missed;
  }
  const precision = sum.right / (sum.right + sum.wrong);
  const recall = sum.right / (sum.right + sum.missed);
  process.stdout.write(
    `penalty ${penalty}: 准确率 ${(100 * precision).toFixed(1)}% 查全率 ${(100 * recall).toFixed(1)}%（${JSON.stringify(sum)}）\n`,
  );
}
