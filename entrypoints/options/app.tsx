import { say } from '../../components/say.ts';
import { Seal } from '../../components/seal.tsx';
import { BackupSection } from './backup/backup-section.tsx';
import { OrganisationSection } from './organisation/organisation-section.tsx';
import { OwnSection } from './own/own-section.tsx';
import { Place } from './place.tsx';
import { General } from './sections/general.tsx';
import { Ignored } from './sections/ignored.tsx';
import { Packs } from './sections/packs.tsx';
import { Rules } from './sections/rules.tsx';
import { Shortcuts } from './sections/shortcuts.tsx';
import { Sites } from './sections/sites.tsx';
import { said } from './state.ts';
import './options.css';

/** The options: what is checked, where, with which packs, and what becomes of the text. */
export function App() {
  return (
    <main class="options">
      <h1 class="row">
        <Seal size={28} />
        {say('稿准 · 设置', 'Gaozhun · Options')}
      </h1>
      <p class="told soft" role="status" hidden={said.value === ''}>
        {said.value}
      </p>
      <Rules />
      <General />
      <OwnSection />
      <Ignored />
      <Place />
      <Sites />
      <OrganisationSection />
      <Packs />
      <BackupSection />
      <Shortcuts />
      <section id="privacy">
        <h2>{say('隐私', 'Privacy')}</h2>
        <p>
          {say(
            '稿件只在本机核对，不上传。浏览器里只记下您的设置、您添加的提法，以及您忽略过的字句、设定过的稿件日期和它们所在的网址。稿准没有服务器，也不统计使用情况。未经允许的网站，一个字也不读；密码框、只读内容和代码编辑器一律跳过。',
            'Drafts are checked on this machine and sent nowhere. The browser keeps your settings, your phrases, what you ignored, the dates you set and the addresses they belong to. Gaozhun has no server and counts nothing. On a site you have not allowed, nothing is read; passwords, read-only text and code editors are always left alone.',
          )}
        </p>
      </section>
    </main>
  );
}
