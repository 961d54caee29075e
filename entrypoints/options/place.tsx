import { say } from '../../components/say.ts';
import { setPlace, setUnit, status } from './options-state.ts';

/** The author's own place and unit: names of others that remain in a reused draft are then reported. */
export function Place() {
  const known = status.value;
  if (known === null) return null;
  return (
    <section id="place">
      <h2>{say('我的地方和单位', 'My place and unit')}</h2>
      <Line
        label={say('我的地方', 'My place')}
        example={say('如：云溪县', '“云溪县”, for example')}
        most={20}
        value={known.place}
        onSave={(name) => void setPlace(name)}
      />
      <Line
        label={say('我的单位', 'My unit')}
        example={say('如：云溪县市场监管局', '“云溪县市场监管局”, for example')}
        most={40}
        value={known.unit}
        onSave={(name) => void setUnit(name)}
      />
      <p class="soft small">
        {say(
          '填写后，稿中留下的别处地名，对不上的“我县”“我区”“我局”“我委”会作提示。不填则不查。',
          'With them set, other places’ names and “我县”, “我委” that do not fit are pointed out. Empty: nothing is checked.',
        )}
      </p>
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly example: string;
  readonly most: number;
  readonly value: string;
  readonly onSave: (name: string) => void;
}

function Line({ label, example, most, value, onSave }: LineProps) {
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(String(new FormData(event.currentTarget).get('name') ?? ''));
      }}
    >
      <input
        class="field"
        name="name"
        aria-label={label}
        placeholder={example}
        maxLength={most}
        defaultValue={value}
        key={value}
      />
      <button type="submit" class="button" aria-label={say(`保存${label}`, `Save: ${label}`)}>
        {say('保存', 'Save')}
      </button>
    </form>
  );
}
