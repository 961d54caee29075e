import { say } from '../../components/say.ts';
import { Seal } from '../../components/seal.tsx';
import { BackupSection } from './backup/backup-section.tsx';
import { outcome } from './options-state.ts';
import { OrganisationSection } from './organisation/organisation-section.tsx';
import { OwnSection } from './own/own-section.tsx';
import { Place } from './place.tsx';
import { General } from './sections/general.tsx';
import { Ignored } from './sections/ignored.tsx';
import { Licences } from './sections/licences.tsx';
import { Packs } from './sections/packs.tsx';
import { Rules } from './sections/rules.tsx';
import { Shortcuts } from './sections/shortcuts.tsx';
import { Sites } from './sections/sites.tsx';
import './options.css';

/** The options: what is checked, where, with which packs, and what becomes of the text. */
export function App() {
  return (
    <main class="options">
      <h1 class="row">
        <Seal size={28} />
        {say('稿准 · 设置', 'Gaozhun · Options')}
      </h1>
      <p class="outcome soft" role="status" hidden={outcome.value === ''}>
        {outcome.value}
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
          {say('稿件只在本机核对，一个字也不上传。', 'Drafts are checked on this machine and sent nowhere.')}{' '}
          <a href="/privacy.html">{say('五句话说明白', 'In five sentences')}</a>
        </p>
      </section>
      <Licences />
    </main>
  );
}
