import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Pack } from '../lib/phrases/pack.ts';
import { checkCollocations } from './check-collocations.ts';
import { checkContextPacks } from './check-context.ts';
import { checkFacts, waitingForEvidence } from './check-facts.ts';
import { checkLibrary } from './check-library.ts';
import { crossCheck } from './cross-check.ts';
import { builtInPackFiles, parsePack } from './read-packs.ts';

/**
 * `npm run packs`: checks the built-in packs and any pack files given, prints their contents and what waits for evidence,
 * and exits with 1 if an entry is broken, two entries contradict each other, or a group of modifiers fails its own
 * sentences.
 */
const builtIn = await builtInPackFiles();
const files = [...builtIn, ...process.argv.slice(2)];
const packs: Pack[] = [];
const faults: string[] = [];
const texts = new Map<string, string>();
for (const file of files) {
  try {
    const text = await readFile(file, 'utf8');
    const { pack, problems } = parsePack(basename(file), text);
    faults.push(
      ...problems.map(
        ({ file: name, line, entry = '', what }) =>
          `${name}:${line ?? 1}:${typeof entry === 'number' ? `第 ${entry} 条` : entry}: ${what.zh}`,
      ),
    );
    if (pack !== null) packs.push(pack);
    texts.set(basename(file), text);
  } catch (error) {
    faults.push(`${basename(file)}:1:: ${(error as Error).message}`);
  }
}
const library = checkLibrary(packs);
const facts = checkFacts(packs, new Set(builtIn.map((name) => basename(name))));
for (const { file, entry, message } of [...crossCheck(packs), ...library.faults, ...facts]) {
  faults.push(`${file}:${lineOfId(texts.get(file) ?? '', entry)}:${entry}: ${message}`);
}
const context = await checkContextPacks(packs);
for (const { file, entry, message, sentence } of [...context.faults, ...(await checkCollocations(packs))]) {
  const text = texts.get(file) ?? '';
  faults.push(`${file}:${lineOfSentence(text, entry, sentence)}:${entry}: ${message}`);
}

const attestations = ['A', 'B', 'C', 'none'] as const;
console.table(
  packs.map((pack) => {
    const facts = [
      ...pack.entries,
      ...pack.anniversaries,
      ...pack.fixedWordings,
      ...pack.spellings,
      ...pack.series.flatMap(({ members }) => members),
    ];
    const count = (attestation: string) => facts.filter((fact) => fact.attestation === attestation).length;
    return {
      file: pack.file,
      kind: pack.kind,
      'true until': pack.trueUntil,
      items: pack.items.length,
      facts: facts.length,
      ...Object.fromEntries(attestations.map((one) => [one, count(one)])),
      forms: pack.entries.reduce((sum, one) => sum + ('forms' in one ? one.forms.length : 0), 0),
      wrong: pack.entries.reduce((sum, one) => sum + one.wrong.length, 0),
    };
  }),
);
if (library.topics.length > 0) console.table(library.topics);
const waiting = waitingForEvidence(packs);
if (waiting.length > 0) console.log(`等待查实的 ${waiting.length} 条：`);
for (const { file, entry, name, message } of waiting)
  console.log(`  ${file}:${lineOfId(texts.get(file) ?? '', entry)}: ${name}：${message}。`);
for (const gap of [...library.gaps, ...context.unchecked]) console.warn(gap);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** The line of an entry by its id, of a member of a series by its name, of a field of the head by its own. */
function lineOfId(text: string, id: string): number {
  const word = id.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  const place = text.search(
    new RegExp(
      `(?:\\bid:\\s*["']?${word}(?![\\w-])|\\b(?:name|text):\\s*["']?${word}\\s*(?:[,}"']|$)|^${word}:)`,
      'mu',
    ),
  );
  return place === -1 ? 1 : text.slice(0, place).split('\n').length;
}

/** The line of an entry's sentence; the entry's line if the sentence is not found verbatim. */
function lineOfSentence(text: string, id: string, sentence: string | undefined): number {
  const from = lineOfId(text, id);
  if (sentence === undefined) return from;
  const place = text
    .split('\n')
    .slice(from - 1)
    .findIndex((line) => line.includes(sentence));
  return place === -1 ? from : from + place;
}
