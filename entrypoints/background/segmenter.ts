import { createSegmenter } from '../../lib/phrases/segmenter.ts';
import type { Segmenter } from '../../lib/rules/types.ts';

/** After a failure it is loaded anew, so many ms later at the earliest. */
const nextTry = 60_000;

type State =
  | { readonly is: 'unused' }
  | { readonly is: 'loading'; readonly loaded: Promise<Segmenter | null> }
  | { readonly is: 'ready'; readonly segmenter: Segmenter }
  | { readonly is: 'failed' };

let state: State = { is: 'unused' };

/** The segmenter as it is now: `pending` while it is not loaded, null where it cannot be had. */
export function segmenterNow(): Segmenter | 'pending' | null {
  if (state.is === 'ready') return state.segmenter;
  return state.is === 'failed' ? null : 'pending';
}

/** The segmenter, awaited where it is being loaded already; null where it is not used yet or cannot be had. */
export async function segmenterInUse(): Promise<Segmenter | null> {
  if (state.is === 'loading') return await state.loaded;
  return state.is === 'ready' ? state.segmenter : null;
}

/**
 * Loads the segmenter where it is not there yet. jieba takes some 60 MB: it is loaded on the first ambiguous hit, and
 * goes with the worker. Null where it cannot be had: then ambiguous hits stay silent, and everything else is checked.
 */
export function loadSegmenter(): Promise<Segmenter | null> {
  if (state.is === 'unused') state = { is: 'loading', loaded: load() };
  return segmenterInUse();
}

async function load(): Promise<Segmenter | null> {
  try {
    const segmenter = await createSegmenter(new URL('/jieba_rs_wasm_bg.wasm', location.origin));
    state = { is: 'ready', segmenter };
    return segmenter;
  } catch (error) {
    console.warn('稿准：分词没有装入，有歧义的词不作提示。', error);
    state = { is: 'failed' };
    setTimeout(() => {
      state = { is: 'unused' };
    }, nextTry);
    return null;
  }
}
