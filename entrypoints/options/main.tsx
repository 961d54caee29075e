import { render } from 'preact';
import '../../components/base.css';
import { lifeOfPage } from '../surface/follow.ts';
import { followLanguage } from '../surface/language.ts';
import { onSitesChanged } from '../surface/sites.ts';
import { App } from './app.tsx';
import { loadOrganisation } from './organisation/state.ts';
import { loadOwn } from './own/state.ts';
import { load, loadSites } from './state.ts';

const root = document.getElementById('app');
if (root) {
  await followLanguage();
  onSitesChanged(() => void loadSites(), lifeOfPage());
  void load();
  void loadSites();
  void loadOwn();
  void loadOrganisation();
  render(<App />, root);
}
