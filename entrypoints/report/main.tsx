import { render } from 'preact';
import '../../components/base.css';
import { bilingual } from '../../lib/language/language.ts';
import { followLanguage } from '../surface/follow-language.ts';
import { readReport } from '../surface/report.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) {
  await followLanguage(bilingual('稿准 · 核对单', 'Gaozhun · Check report'));
  render(<App report={await readReport(location.search)} />, root);
}
