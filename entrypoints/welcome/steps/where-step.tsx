import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { OfficeSites } from '../../../components/office-sites.tsx';
import { say } from '../../../components/say.ts';
import { SiteForm } from '../../../components/site-form.tsx';
import { followManaged } from '../../../lib/storage/managed.ts';
import { lifeOfPage } from '../../surface/follow.ts';
import { inWords } from '../../surface/messaging.ts';
import {
  allowOfficeSites,
  loadOfficeSites,
  officeSaid,
  officeSiteNames,
} from '../../surface/office-sites.ts';
import { allowedSites, onSitesChanged } from '../../surface/site-permissions.ts';
import { allowTyped } from '../../surface/typed-site.ts';
import { openDesk } from '../../surface/windows.ts';
import { placeChosen } from './done.ts';
import { Step } from './step.tsx';

const said = signal('');
const deskSaid = signal('');
/** The window of this page, known before a click: nothing may be awaited in it. */
const windowId = signal<number | undefined>(undefined);

async function lookAtSites(): Promise<void> {
  void loadOfficeSites();
  if ((await allowedSites()).some(({ builtIn }) => !builtIn)) placeChosen.value = true;
}

async function lookAtWindow(): Promise<void> {
  windowId.value = (await browser.windows.getCurrent()).id;
}

async function showDesk(id: number): Promise<void> {
  deskSaid.value = '';
  try {
    await openDesk(id);
    placeChosen.value = true;
  } catch (fault) {
    deskSaid.value = inWords(fault);
  }
}

/** Where the author writes: on a web page, whose site is allowed here, or elsewhere, with the desk. */
export function WhereStep() {
  useEffect(() => {
    const life = lifeOfPage();
    void lookAtSites();
    onSitesChanged(() => void lookAtSites(), life);
    followManaged(() => void loadOfficeSites(), life);
    void lookAtWindow();
    // The tab may have been moved to another window.
    addEventListener('focus', () => void lookAtWindow(), { signal: life });
  }, []);
  const id = windowId.value;
  return (
    <Step done={placeChosen.value} title={say('选定写稿的地方', 'Choose where you write')}>
      <p>
        <strong>{say('在网页里写：', 'On a web page: ')}</strong>
        {say(
          '石墨、飞书、钉钉、语雀和微信公众平台已经启用；腾讯文档、金山文档的部分文档把文字画成图像，读不到，请用文稿台。单位自己的网站，把网址填在这里：',
          'Shimo, Feishu, DingTalk, Yuque and WeChat are on already. Some documents of Tencent Docs and Kdocs draw their text as a picture, which cannot be read: please use the desk. For another site, enter its address:',
        )}
      </p>
      <OfficeSites
        names={officeSiteNames()}
        outcome={officeSaid.value}
        onAllow={async () => {
          if (await allowOfficeSites()) placeChosen.value = true;
        }}
      />
      <SiteForm
        outcome={said.value}
        onAllow={async (typed) => {
          if (await allowTyped(typed, said)) placeChosen.value = true;
        }}
      >
        <button
          type="button"
          class="quiet"
          onClick={() => {
            placeChosen.value = true;
          }}
        >
          {say('我用的已在其中', 'Mine is among them')}
        </button>
      </SiteForm>
      <div class="row wrap in-word">
        <p>
          <strong>{say('在 Word、WPS 里写：', 'In Word or WPS: ')}</strong>
          {say('把文稿粘贴或拖入文稿台。', 'paste your draft on the desk, or drop it there.')}
        </p>
        <button
          type="button"
          class="button"
          disabled={id === undefined}
          onClick={() => {
            if (id !== undefined) void showDesk(id);
          }}
        >
          {say('打开文稿台', 'Open the desk')}
        </button>
      </div>
      <p class="soft small" role="status">
        {deskSaid.value}
      </p>
    </Step>
  );
}
