import { signal } from '@preact/signals';
import { speakingRates } from '../../../lib/checking/speaking-time.ts';
import { readSettings } from '../../../lib/storage/settings.ts';
import { onSettingsChanged } from '../../surface/follow-language.ts';
import { ask } from '../../surface/messaging.ts';

/** How fast a speech is read out, in characters a minute; null until the settings are read. */
export const speakingRate = signal<number | null>(null);

/** Keeps `speakingRate` as it is in the settings. */
export async function followSpeakingRate(): Promise<void> {
  const read = async (): Promise<void> => {
    speakingRate.value = (await readSettings()).speakingRate;
  };
  onSettingsChanged(() => void read());
  await read();
}

/** Stores a rate in characters a minute, if it is one at which people speak. Throws UnansweredError. */
export async function setSpeakingRate(rate: number): Promise<void> {
  const { slowest, fastest } = speakingRates;
  if (!Number.isInteger(rate) || rate < slowest || rate > fastest) return;
  await ask({ type: 'set-speaking-rate', rate });
}
