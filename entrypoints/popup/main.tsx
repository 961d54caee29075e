import { render } from 'preact';
import '../../components/base.css';
import { followPage, lifeOfPage } from '../surface/follow.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<App following={followPage(lifeOfPage())} />, root);
