import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { serial } from '../../lib/common/serial.ts';
import { bilingual } from '../../lib/language/language.ts';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { type ExtraPacks, extraPacks } from '../../lib/phrases/own/beside.ts';
import { packsOf } from '../../lib/phrases/own/organisation.ts';
import { ownOrigin, packDataOf } from '../../lib/phrases/own/pack.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
import { type Pack, readPack } from '../../lib/phrases/pack.ts';
import { openPhrases } from '../../lib/storage/phrase-cache.ts';
import { readOrganisations, readOwn } from './pack-store.ts';
import { readPolicy } from './policy.ts';

interface Opened {
  readonly checker: Checker;
  readonly phrases: Awaited<ReturnType<typeof openPhrases>>;
  /** True when the extra packs could not be compiled with the others. */
  readonly incomplete: boolean;
}

let serving: Promise<Opened> | undefined;
const queueReopening = serial();

/** The phrase index and the checker: opened once for as long as this worker lives, and again when packs change. */
export function opened(): Promise<Opened> {
  serving ??= open();
  return serving;
}

/**
 * Opens the index anew after packs have changed. The one before serves until the new one has loaded, and then makes way
 * for it as a whole. Resolves when the new one serves. Throws PackRefusedError when it could not be compiled.
 */
export function reopen(): Promise<void> {
  return queueReopening(async () => {
    const next = await open();
    if (next.incomplete && serving !== undefined)
      throw new PackRefusedError(
        bilingual(
          '新的内容没有并入词库，仍用原来的词库；重新启动浏览器后会再试。',
          'The new entries could not be taken in; the packs stay as they were. They are tried again when the browser starts.',
        ),
      );
    serving = Promise.resolve(next);
  });
}

async function open(): Promise<Opened> {
  const extra = await readExtra();
  const phrases = await openPhrases({ extra });
  const incomplete = phrases.extra !== extra.version;
  return { phrases, checker: createChecker(phrases.knowledge), incomplete };
}

/**
 * Compiles packs by themselves and loads the result, before they are kept in place of others.
 * Throws PackRefusedError when that fails.
 */
export function tryOut(packs: readonly Pack[]): void {
  try {
    loadKnowledge(compilePacks(packs));
  } catch (cause) {
    throw new PackRefusedError(
      bilingual(
        '这个词库不能编成索引，没有载入，原有词库不变。',
        'This pack could not be indexed and was not loaded. Nothing was changed.',
      ),
      { cause },
    );
  }
}

/** The author's own phrases, then the organisation's: those of the policy, then those taken here. */
async function readExtra(): Promise<ExtraPacks> {
  const [own, policy, taken] = await Promise.all([readOwn(), readPolicy(), readOrganisations()]);
  // The day has no say in it, so that the index of yesterday serves today.
  const { pack } = readPack(ownOrigin.topic, packDataOf(own, ownOrigin, '1970-01-01'));
  for (const { zh } of policy.faults) console.warn(`稿准：${zh}`);
  return extraPacks([...(pack === null ? [] : [pack]), ...[...policy.packs, ...taken].flatMap(packsOf)]);
}
