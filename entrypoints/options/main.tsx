import { render } from 'preact';
import '../../components/base.css';
import { lifeOfPage } from '../surface/follow.ts';
import { onSitesChanged } from '../surface/sites.ts';
import { App } from './app.tsx';
import { load, loadSites } from './state.ts';

const root = document.getElementById('app');
if (root) {
  onSitesChanged(() => void loadSites(), lifeOfPage());
  void load();
  void loadSites();
  render(<App />, root);
}
