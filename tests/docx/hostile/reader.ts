/**
 * A process of its own in which files are read as an author's are: `tests/unit/hostile-files.test.ts` bundles and
 * starts it, since a file may hang it or use up its memory.
 */
import { readFile } from '../../../entrypoints/options/own/files.ts';
import { readDraftFile } from '../../../entrypoints/sidepanel/desk/read-file.ts';
import { openDocx } from '../../../lib/docx/open.ts';
import { WordedError } from '../../../lib/language/worded-error.ts';

export interface Order {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of a file. */
export interface Outcome {
  /** `read`, `refused` with a sentence, or `crashed` with what was thrown. */
  readonly what: 'read' | 'refused' | 'crashed';
  readonly zh: string;
  readonly en: string;
  /** Seconds of the processor. */
  readonly seconds: number;
  /** The most memory that the process ever held, in bytes. */
  readonly memory: number;
}

/** Reads a file of phrases, or a draft, which is also written with one change. */
async function read({ name, bytes }: Order): Promise<void> {
  const file = new File([Uint8Array.from(bytes)], name);
  if (/\.(?:xlsx|csv)$/u.test(name)) {
    await readFile(file);
    return;
  }
  const { text, source } = await readDraftFile(file, new AbortController().signal);
  if (source.kind !== 'docx') return;
  const at = Math.max(0, text.search(/[^\n]/u));
  const change = { start: at, end: at + 1, text: '改', reasons: ['理由。'] };
  openDocx(bytes).written([change], { manner: 'tracked', at: new Date() });
}

async function outcomeOf(order: Order): Promise<Pick<Outcome, 'what' | 'zh' | 'en'>> {
  try {
    await read(order);
    return { what: 'read', zh: '', en: '' };
  } catch (error) {
    if (error instanceof WordedError) return { what: 'refused', ...error.words };
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { what: 'crashed', zh: said, en: said };
  }
}

process.on('message', async (order: Order) => {
  const before = process.cpuUsage();
  const outcome = await outcomeOf(order);
  const { user, system } = process.cpuUsage(before);
  const memory = process.resourceUsage().maxRSS * 1024;
  process.send?.({ ...outcome, seconds: (user + system) / 1e6, memory } satisfies Outcome);
});
