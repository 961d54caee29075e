import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../../components/say.ts';
import { followManaged } from '../../../lib/storage/managed.ts';
import { readSettings } from '../../../lib/storage/settings.ts';
import { lifeOfPage } from '../../surface/follow.ts';
import { ask, inWords } from '../../surface/messaging.ts';
import { Step } from './step.tsx';

const known = signal({ place: '', unit: '' });
const said = signal('');

/** Fills in what is set, here or by a policy, but not over what the author has begun to type. */
async function load(form: HTMLFormElement | null): Promise<void> {
  try {
    const { place, unit } = await readSettings();
    known.value = { place, unit };
    for (const [name, value] of Object.entries(known.value)) {
      const input = form?.elements.namedItem(name);
      if (input instanceof HTMLInputElement && input.value === '') input.value = value;
    }
  } catch (fault) {
    said.value = inWords(fault);
  }
}

async function save(form: FormData): Promise<void> {
  const read = (name: string): string => String(form.get(name) ?? '').trim();
  const [place, unit] = [read('place'), read('unit')];
  try {
    await ask({ type: 'set-place', place });
    await ask({ type: 'set-unit', unit });
    known.value = { place, unit };
    const names = [place, unit].filter((name) => name !== '');
    said.value =
      names.length === 0
        ? say('已清除。', 'Cleared.')
        : say(`已记下：${names.join('、')}。`, `Remembered: “${names.join('”, “')}”.`);
  } catch (fault) {
    said.value = inWords(fault);
  }
}

/** The author's own place and unit, so that names of others left in a draft are pointed out. */
export function PlaceStep() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => followManaged(() => void load(form.current), lifeOfPage()), []);
  const { place, unit } = known.value;
  return (
    <Step done={place !== '' || unit !== ''} title={say('我的地方（可以不填）', 'My place (optional)')}>
      <p>
        {say(
          '填了以后，旧稿里留下的别处地名、对不上的“我县”“我局”会作提示。',
          'With it, names of other places left in an old draft are pointed out.',
        )}
      </p>
      <form
        ref={form}
        class="row wrap place-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <input
          class="field"
          name="place"
          aria-label={say('我的地方', 'My place')}
          placeholder={say('地方，如：云溪县', 'Place, e.g. “云溪县”')}
          maxLength={20}
        />
        <input
          class="field"
          name="unit"
          aria-label={say('我的单位', 'My unit')}
          placeholder={say('单位，如：云溪县市场监管局', 'Unit, e.g. “云溪县市场监管局”')}
          maxLength={40}
        />
        <button type="submit" class="button">
          {say('保存', 'Save')}
        </button>
      </form>
      <p class="soft small" role="status">
        {said.value}
      </p>
    </Step>
  );
}
