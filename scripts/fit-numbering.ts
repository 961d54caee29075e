/**
 * `npm run fit:numbering`: fits the costs of lib/draft/series/costs.json on damaged drafts, one cost after another. A
 * cost moves by one if more drafts are repaired then, or as many and fewer made worse. The result is measured on
 * other drafts. Takes the number of drafts (2,000) and writes the file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import costs from '../lib/draft/series/costs.json' with { type: 'json' };
import { judge } from '../tests/unit/damage-judge.ts';
import { damagedSample } from '../tests/unit/damaged-drafts.ts';

const file = new URL('../lib/draft/series/costs.json', import.meta.url);
const count = Number(process.argv[2] ?? 2_000);

/** A cost, and its path in the table. */
interface Cost {
  readonly name: string;
  readonly holder: Record<string, number>;
  readonly key: string;
}

const all: Cost[] = Object.entries(costs).flatMap(([name, value]) =>
  typeof value === 'number'
    ? [{ name, holder: costs as unknown as Record<string, number>, key: name }]
    : Object.keys(value).map((key) => ({
        name: `${name}.${key}`,
        holder: value as Record<string, number>,
        key,
      })),
);

/** Drafts repaired minus ten times those made worse, of the drafts from a seed on. */
function score(from: number): number {
  let right = 0;
  for (let index = 0; index < count; index++) {
    const { miss, before, after } = judge(damagedSample(from + index * 7919));
    if (miss === null) right++;
    else if (after > before) right -= 10;
  }
  return right;
}

let best = score(1);
console.log(`${count} 篇：${best}；另外 ${count} 篇：${score(-1)}`);
for (const { name, holder, key } of all) {
  const value = holder[key] ?? 0;
  for (const tried of [value - 1, value + 1]) {
    if (tried < 0) continue;
    holder[key] = tried;
    const found = score(1);
    if (found > best) {
      console.log(`${name} ${value} → ${tried}：${found}`);
      best = found;
      break;
    }
    holder[key] = value;
  }
}
console.log(`${count} 篇：${best}；另外 ${count} 篇：${score(-1)}`);
const before = readFileSync(file, 'utf8');
const after = `${JSON.stringify(costs, null, 2)}\n`;
if (before !== after) writeFileSync(file, after);
