import { say } from '../../../components/say.ts';
import { removeSite, sites } from '../options-state.ts';

/** A match pattern on the screen: https://docs.qq.com/* as docs.qq.com. */
function siteInWords(pattern: string): string {
  return pattern.replace(/^(?:\*|https?):\/\//, '').replace(/\/\*$/, '');
}

/** The sites that are read: the author's own, which can be removed, and the built-in ones. */
export function Sites() {
  const own = sites.value.filter(({ builtIn }) => !builtIn);
  const builtIn = sites.value.filter((site) => site.builtIn);
  const names = builtIn.map(({ pattern }) => siteInWords(pattern));
  return (
    <section id="sites">
      <h2>{say('网站', 'Sites')}</h2>
      {own.length > 0 ? (
        <ul class="list">
          {own.map(({ pattern }) => (
            <li class="row between" key={pattern}>
              <span>{siteInWords(pattern)}</span>
              <button
                type="button"
                class="quiet"
                aria-label={say(`移除 ${siteInWords(pattern)}`, `Remove ${siteInWords(pattern)}`)}
                onClick={() => void removeSite(pattern)}
              >
                {say('移除', 'Remove')}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {say(
            '您还没有另外允许网站。打开写稿的网页，点工具栏上的稿准图标即可允许。',
            'You have not allowed any other site. Open the page you write on and click Gaozhun in the toolbar.',
          )}
        </p>
      )}
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
