import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml } from '../../lib/docx/xml.ts';
import { partOf } from '../docx/make.ts';
import { randomDocx } from '../docx/random/draft.ts';
import { libraryDocx } from '../docx/random/library.ts';
import { runsOf } from '../unit/runs.ts';
import { judgeCorpus, type Sample } from './corpus.ts';
import { type Office, startOffice } from './office.ts';

const { runs, seed } = runsOf('CORPUS_RUNS', 40);

let office: Office;
beforeAll(() => {
  office = startOffice();
});
afterAll(() => office?.close());

/** Of ten documents so many are of each producer; LibreOffice saves anew what another has made. */
const producers = ['hand', 'hand', 'hand', 'hand', 'hand', 'hand', 'library', 'library', 'office', 'office'];

function isXml(docx: Uint8Array): boolean {
  try {
    return parseXml(partOf(docx, 'word/document.xml')).documentElement !== null;
  } catch {
    return false;
  }
}

/** The samples; without those of which LibreOffice makes no well-formed XML, as of a control behind a link: they are `broken`. */
async function samples(): Promise<{ whole: Sample[]; broken: string[] }> {
  const made = await Promise.all(
    Array.from({ length: runs }, async (_, number): Promise<Sample> => {
      const producer = producers[number % producers.length] ?? 'hand';
      const own = seed * 100_003 + number;
      const byLibrary = producer === 'library' || (producer === 'office' && number % 2 === 0);
      const { bytes, tokens } = await (byLibrary ? libraryDocx(own) : randomDocx(own, producer === 'hand'));
      return { name: `SEED=${seed} number ${number} (${producer})`, bytes, tokens };
    }),
  );
  const again = made.filter(({ name }) => name.includes('office'));
  const files = again.map(({ bytes }, index) => office.put(`saved${index}.docx`, bytes));
  const saved = office.convertAll(files, 'docx');
  const all = made.map((sample) => ({ ...sample, bytes: saved[again.indexOf(sample)] ?? sample.bytes }));
  const whole = all.filter(({ bytes }) => isXml(bytes));
  return { whole, broken: all.filter((sample) => !whole.includes(sample)).map(({ name }) => name) };
}

describe(`${runs} random .docx (SEED=${seed})`, () => {
  it('are read as LibreOffice shows them; changed and then accepted or rejected, they are what was wanted', async () => {
    const { whole, broken } = await samples();
    if (broken.length > 0) console.log(`Saved by LibreOffice as no XML: ${broken.join(', ')}`);
    expect(broken.length).toBeLessThanOrEqual(Math.ceil(runs / 50));
    expect(broken.every((name) => name.includes('office'))).toBe(true);
    expect(judgeCorpus(office, whole)).toEqual([]);
  });
});
