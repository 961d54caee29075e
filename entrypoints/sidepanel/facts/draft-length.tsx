import { useMemo } from 'preact/hooks';
import { say } from '../../../components/say.ts';
import { speakingRates } from '../../../lib/checking/speaking-time.ts';
import { countCharacters } from '../../../lib/draft/length.ts';
import { lengthInWords } from '../../surface/length-words.ts';
import type { PanelState } from '../panel-state.ts';
import { setSpeakingRate, speakingRate } from './speaking-rate.ts';

/** How long the draft is, and how long it takes to read it out; unfolded, at which rate. */
export function DraftLength({ state, text }: { state: PanelState; text: string }) {
  const characters = useMemo(() => countCharacters(text), [text]);
  const rate = speakingRate.value;
  if (rate === null) return <span class="soft small">{lengthInWords(characters)}</span>;
  const { slowest, fastest } = speakingRates;
  return (
    <details class="length">
      <summary class="soft small">{lengthInWords(characters, rate)}</summary>
      <label class="row small">
        {say('每分钟读', 'Read out')}
        <input
          type="number"
          min={slowest}
          max={fastest}
          step={10}
          required
          value={rate}
          onChange={(event) => {
            const input = event.currentTarget;
            const wanted = Math.min(fastest, Math.max(slowest, Math.round(input.valueAsNumber || rate)));
            input.value = `${wanted}`;
            if (wanted !== rate) void state.doing(() => setSpeakingRate(wanted).then(() => ''));
          }}
        />
        {say('字', 'chars a minute')}
      </label>
    </details>
  );
}
