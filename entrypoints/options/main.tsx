import { render } from 'preact';
import '../../components/base.css';
import { bilingual } from '../../lib/language/language.ts';
import { followManaged } from '../../lib/storage/managed.ts';
import { lifeOfPage } from '../surface/follow.ts';
import { followLanguage, onSettingsChanged } from '../surface/follow-language.ts';
import { loadOfficeSites } from '../surface/office-sites.ts';
import { onSitesChanged } from '../surface/site-permissions.ts';
import { App } from './app.tsx';
import { load, loadIgnored, loadSites } from './options-state.ts';
import { loadOrganisation } from './organisation/organisation-state.ts';
import { loadOwn } from './own/own-state.ts';

const root = document.getElementById('app');
if (root) {
  await followLanguage(bilingual('稿准 · 设置', 'Gaozhun · Options'));
  onSitesChanged(() => {
    void loadSites();
    void loadOfficeSites();
  }, lifeOfPage());
  void load();
  void loadSites();
  void loadIgnored();
  void loadOwn();
  void loadOrganisation();
  onSettingsChanged(() => {
    void load();
    void loadIgnored();
  });
  followManaged(() => {
    void load();
    void loadOfficeSites();
    void loadOrganisation();
  }, lifeOfPage());
  render(<App />, root);
}
