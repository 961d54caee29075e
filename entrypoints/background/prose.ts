import { ProseModel } from '../../lib/phrases/prose/prose-model.ts';
import { proseAsset } from '../../lib/storage/prose-asset.ts';

let loading: Promise<ProseModel | null> | undefined;
let loaded: ProseModel | null | 'pending' = 'pending';

/** The model if it is loaded, `null` if it cannot be had, else `pending`. Starts nothing. */
export function proseNow(): ProseModel | null | 'pending' {
  return loaded;
}

/**
 * The model of official prose: loaded at the first check that uses it, and kept as long as the worker lives. Null where it
 * cannot be had: then rare characters are not judged by it, and everything else is checked.
 */
export function loadProse(): Promise<ProseModel | null> {
  loading ??= load().then((model) => {
    loaded = model;
    return model;
  });
  return loading;
}

async function load(): Promise<ProseModel | null> {
  try {
    const response = await fetch(proseAsset);
    if (!response.ok) throw new Error(`${proseAsset}: ${response.status}`);
    return new ProseModel(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    console.warn('稿准：公文用字的统计没有装入，不按它判断错字。', error);
    return null;
  }
}
