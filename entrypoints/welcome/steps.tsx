import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { say } from '../../components/say.ts';
import { lifeOfPage } from '../surface/follow.ts';
import { allow, allowedSites, onSitesChanged, siteOf } from '../surface/site-permissions.ts';

/** True once a suggestion was applied in a sample draft. */
export const tried = signal(false);
/** True once the author has allowed a site, or says that they write on a built-in one. */
const siteChosen = signal(false);
const outcome = signal('');

async function lookAtSites(): Promise<void> {
  if ((await allowedSites()).some(({ builtIn }) => !builtIn)) siteChosen.value = true;
}

function allowTyped(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const typed = String(new FormData(form).get('site') ?? '').trim();
  const site = siteOf(/^https?:\/\//u.test(typed) ? typed : `https://${typed}`);
  if (typed === '' || site === null || !site.name.includes('.')) {
    outcome.value = say(
      '网址读不懂，请从浏览器地址栏复制写稿网页的地址。',
      'This is no address. Please copy that of the page you write on.',
    );
    return;
  }
  // Synchronously in the click, as the browser requires for its dialog.
  allow(site).then(
    (yes) => {
      outcome.value = yes
        ? say(`已允许 ${site.name}。`, `${site.name} is allowed.`)
        : say('浏览器未予允许，没有改动。', 'The browser was not allowed to; nothing has changed.');
      siteChosen.value = siteChosen.value || yes;
    },
    () => {
      outcome.value = say('浏览器不能允许这个网址，请换一个。', 'The browser cannot allow this address.');
    },
  );
}

/** Three steps from installing to the first draft; each is ticked when done. */
export function Steps() {
  useEffect(() => {
    void lookAtSites();
    onSitesChanged(() => void lookAtSites(), lifeOfPage());
  }, []);
  const done = tried.value && siteChosen.value;
  return (
    <ol class="steps" aria-label={say('三步开始使用', 'Three steps to begin')}>
      <Step done={tried.value} title={say('在示例里试一处', 'Try it on the sample')}>
        <p>
          {say(
            '点下面示例中划线的字，看看原因，采用一处建议。',
            'Click underlined words in the sample below, see why, and take a suggestion.',
          )}
        </p>
      </Step>
      <Step done={siteChosen.value} title={say('选定写稿的网站', 'Choose where you write')}>
        <p>
          {say(
            '石墨、飞书、钉钉、语雀、腾讯文档、金山文档和微信公众平台已经启用。单位自己的网站，把网址填在这里：',
            'Shimo, Feishu, DingTalk, Yuque, Tencent Docs, Kdocs and WeChat are on already. For another site, enter its address:',
          )}
        </p>
        <form class="row wrap" onSubmit={allowTyped}>
          <input
            class="field"
            name="site"
            aria-label={say('写稿网页的网址', 'Address of the page you write on')}
            placeholder="https://"
            autocomplete="off"
          />
          <button type="submit" class="button">
            {say('允许', 'Allow')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              siteChosen.value = true;
            }}
          >
            {say('我用的已在其中', 'Mine is among them')}
          </button>
        </form>
        <p class="soft small" role="status" hidden={outcome.value === ''}>
          {outcome.value}
        </p>
      </Step>
      <Step done={done} title={say('照常写稿', 'Write as ever')}>
        <p>
          {done
            ? say(
                '好了。打开写稿的网页照常写，需要留意之处会自动划线；已经打开的网页请刷新一次。',
                'Done. Open the page you write on; what needs a look is underlined. Reload pages that are open.',
              )
            : say('前两步完成就可以了。', 'Ready after the first two steps.')}
        </p>
      </Step>
    </ol>
  );
}

interface StepProps {
  readonly done: boolean;
  readonly title: string;
  readonly children: preact.ComponentChildren;
}

function Step({ done, title, children }: StepProps) {
  return (
    <li class={done ? 'done' : ''}>
      <h3>
        {title}
        {done && <span class="tick">{say('　已完成', ' – done')}</span>}
      </h3>
      {children}
    </li>
  );
}
