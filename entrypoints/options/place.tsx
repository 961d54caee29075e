import { say } from '../../components/say.ts';
import { setPlace, status } from './state.ts';

/** The author's own place: with it set, another place's words left in a reused draft are pointed out. */
export function Place() {
  const known = status.value;
  if (known === null) return null;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    void setPlace(String(new FormData(form).get('place') ?? ''));
  };
  return (
    <section>
      <h2>{say('我的地方', 'My place')}</h2>
      <form class="row" onSubmit={save}>
        <input
          class="field"
          name="place"
          aria-label={say('我的地方', 'My place')}
          placeholder={say('如：云溪县', '云溪县, for example')}
          maxLength={20}
          defaultValue={known.place}
          key={known.place}
        />
        <button type="submit" class="button">
          {say('保存', 'Save')}
        </button>
      </form>
      <p class="soft small">
        {say(
          '填写后，稿中留下的别处地名、对不上的“我县”“我区”会作提示。不填则不查。',
          'With it set, other places’ names and “我县”, “我区” that do not fit are pointed out. Empty: nothing is checked.',
        )}
      </p>
    </section>
  );
}
