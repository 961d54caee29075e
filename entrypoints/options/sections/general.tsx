import { language, say, sayWords } from '../../../components/say.ts';
import { Switch } from '../../../components/switch.tsx';
import { type Strictness, strictnesses } from '../../../lib/checking/strictness.ts';
import { bilingual, type Language, languages, type Words } from '../../../lib/language/language.ts';
import { setLanguage, setSlashSearch, setStrictness, status } from '../options-state.ts';

const languageNames: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

const strictnessWords: Readonly<Record<Strictness, Words>> = {
  quiet: bilingual('安静：只标出确定要改的', 'Quiet: only what is certain'),
  normal: bilingual('通常：也标出很可能要改的', 'Normal: what is very likely, too'),
  strict: bilingual('从严：连可以斟酌的也标出', 'Strict: hints of style as well'),
};

/** How much is marked in the page, and the language of the screen. */
export function General() {
  const known = status.value;
  if (known === null) return null;
  return (
    <section id="general">
      <h2>{say('通用', 'General')}</h2>
      <fieldset>
        <legend>{say('网页里标出多少', 'How much is marked in the page')}</legend>
        {strictnesses.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="strictness"
              checked={known.strictness === one}
              onChange={() => void setStrictness(one)}
            />
            {sayWords(strictnessWords[one])}
          </label>
        ))}
        <p class="soft small">
          {say(
            '侧边栏始终列出全部提示，图标上的数字也按全部计。',
            'The side panel always lists all findings, and the icon counts all of them.',
          )}
        </p>
      </fieldset>
      <Switch
        label={say('在网页里键入 // 检索提法', 'Search for phrases by // in the page')}
        about={say(
          '在编辑区里键入 // 和几个字或首字母，结果列在光标旁：Enter 插入，Esc 保留所键入的。代码、网址和单行框里不出现。',
          'Type // and a few characters or initials in an editor, and the results stand at the caret: Enter inserts, Esc keeps what was typed. Not in code, addresses or single lines.',
        )}
        on={known.slashSearch}
        onChange={(on) => void setSlashSearch(on)}
      />
      <fieldset>
        <legend>{say('界面语言', 'Language')}</legend>
        {languages.map((one) => (
          <label key={one} lang={one === 'zh' ? 'zh-CN' : 'en'}>
            <input
              type="radio"
              name="language"
              checked={language.value === one}
              onChange={() => void setLanguage(one)}
            />
            {languageNames[one]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
