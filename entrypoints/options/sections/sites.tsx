import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { OfficeSites } from '../../../components/office-sites.tsx';
import { say } from '../../../components/say.ts';
import { SiteForm } from '../../../components/site-form.tsx';
import { allowOfficeSites, officeSaid, officeSiteNames } from '../../surface/office-sites.ts';
import { allowTyped } from '../../surface/typed-site.ts';
import { removeSite, sites } from '../options-state.ts';

/** What became of the last address. */
const said = signal('');

/** A match pattern on the screen: https://docs.qq.com/* as docs.qq.com. */
function siteInWords(pattern: string): string {
  return pattern.replace(/^(?:\*|https?):\/\//, '').replace(/\/\*$/, '');
}

/** The patterns of each site by its name: with http and with https it is one to the author. */
function patternsByName(patterns: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const pattern of patterns) {
    const name = siteInWords(pattern);
    byName.set(name, [...(byName.get(name) ?? []), pattern]);
  }
  return byName;
}

/** The sites that are read: the author's own, which can be removed, and the built-in ones. */
export function Sites() {
  const section = useRef<HTMLElement>(null);
  const own = patternsByName(sites.value.filter(({ builtIn }) => !builtIn).map(({ pattern }) => pattern));
  const builtIn = sites.value.filter((site) => site.builtIn);
  const names = builtIn.map(({ pattern }) => siteInWords(pattern));
  const remove = async (patterns: readonly string[]): Promise<void> => {
    said.value = '';
    await removeSite(patterns);
    // The pressed button is gone.
    section.current?.querySelector('input')?.focus();
  };
  return (
    <section id="sites" ref={section}>
      <h2>{say('网站', 'Sites')}</h2>
      {own.size > 0 && (
        <ul class="list">
          {[...own].map(([name, patterns]) => (
            <li class="row between" key={name}>
              <span>{name}</span>
              <button
                type="button"
                class="quiet"
                aria-label={say(`移除 ${name}`, `Remove ${name}`)}
                onClick={() => void remove(patterns)}
              >
                {say('移除', 'Remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        {own.size === 0 && say('您还没有另外允许网站。', 'You have not allowed any other site. ')}
        {say(
          '打开写稿的网页，点工具栏上的稿准图标即可允许；也可以在这里填写网址：',
          'Open the page you write on and click Gaozhun in the toolbar, or enter its address here:',
        )}
      </p>
      <OfficeSites
        names={officeSiteNames()}
        outcome={officeSaid.value}
        onAllow={() => void allowOfficeSites()}
      />
      <SiteForm outcome={said.value} onAllow={(typed) => void allowTyped(typed, said)} />
      {names.length > 0 && (
        <p class="soft small">
          {say(
            `随扩展提供的常用在线编辑器：${names.join('、')}。如需停用，请在该网站上点工具栏的稿准图标，关闭“在此网站检查”。`,
            `Online editors that come with Gaozhun: ${names.join(', ')}. To switch one off, click Gaozhun in the toolbar there.`,
          )}
        </p>
      )}
    </section>
  );
}
