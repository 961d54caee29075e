import type { BrowserContext, CDPSession } from 'playwright-core';
import { createChecker } from '../../lib/checking/checker.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { searchPhrases } from '../../lib/phrases/search.ts';
import { pinyinOf } from '../../scripts/pinyin.ts';
import buildExtension from '../browser/build.ts';
import { startHarness, workerTarget } from '../browser/harness.ts';
import { memoryInUse } from '../memory-in-use.ts';
import { syntheticDraft } from './check.ts';
import type { BenchRow } from './scan.ts';
import { seededRandom, syntheticIndex, syntheticPhrases } from './synthetic.ts';

const MB = 2 ** 20;

/**
 * Measures the memory of the background: with 20,000 phrases, and of the built extension's worker after a long draft.
 */
export async function benchMemory(): Promise<BenchRow[]> {
  const name = '20,000 phrases: index, a draft of 50,000 characters checked, a search';
  return [
    { name, value: withPhrases(20_000), bar: 30, unit: 'MB' },
    {
      name: 'the worker in Chromium, built-in packs, the same draft in a page',
      value: await ofWorker(),
      bar: 30,
      unit: 'MB',
    },
  ];
}

function withPhrases(count: number): number {
  const draft = syntheticDraft(50_000);
  // Compiled once before, so that only what it leaves behind is counted.
  syntheticIndex(syntheticPhrases(count, seededRandom(20_260_101)), pinyinOf);
  const before = memoryInUse();
  const knowledge = loadKnowledge(
    syntheticIndex(syntheticPhrases(count, seededRandom(20_260_101)), pinyinOf),
  );
  const checker = createChecker(knowledge);
  const { findings } = checker.check(draft, { today: '2026-11-20' });
  const found = searchPhrases(knowledge.searchIndex, 'fazhan', { limit: 20, date: '2026-11-20' });
  const value = (memoryInUse() - before) / MB;
  // Used, so that nothing measured was collected.
  if (findings.length + found.length + checker.knowledge.entries.length < count)
    throw new Error('Phrases were lost.');
  return value;
}

async function ofWorker(): Promise<number> {
  await buildExtension();
  const harness = await startHarness();
  try {
    const page = await harness.open('textarea.html');
    await page.evaluate((text) => {
      const field = document.querySelector<HTMLTextAreaElement>('#editor');
      if (field === null) return;
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, syntheticDraft(50_000));
    await page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0));
    return await heapOfWorker(harness.context);
  } finally {
    await harness.close();
  }
}

/** Memory in use in the service worker after garbage collection: its heap and external arrays. MB. */
async function heapOfWorker(context: BrowserContext): Promise<number> {
  const { session, targetId } = await workerTarget(context);
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  await ask(session, sessionId, 1, 'HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await ask(session, sessionId, 2, 'Runtime.getHeapUsage');
  return ((usedSize ?? 0) + backingStorageSize) / MB;
}

/** Sends a command to a target that is attached through another one's session. */
function ask(
  session: CDPSession,
  sessionId: string,
  id: number,
  method: string,
): Promise<{ usedSize?: number; backingStorageSize?: number }> {
  return new Promise((resolve, reject) => {
    const listen = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message);
      if (event.sessionId !== sessionId || answer.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      if (answer.error === undefined) resolve(answer.result);
      else reject(new Error(answer.error.message));
    };
    session.on('Target.receivedMessageFromTarget', listen);
    session
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      .catch(reject);
  });
}
