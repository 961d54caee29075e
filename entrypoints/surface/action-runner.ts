import type { Signal } from '@preact/signals';
import { inWords } from './messaging.ts';

/**
 * Makes the runner of a page's actions: `busy` is true while one runs; `outcome` takes what it returns, or what
 * `failed` makes of the sentence of its error.
 */
export function actionRunner<T>(
  busy: Signal<boolean>,
  outcome: Signal<T>,
  failed: (sentence: string) => T,
): (action: () => Promise<T>) => Promise<void> {
  return async (action) => {
    busy.value = true;
    try {
      outcome.value = await action();
    } catch (error) {
      outcome.value = failed(inWords(error));
    } finally {
      busy.value = false;
    }
  };
}
