import { say, sayWords } from '../../components/say.ts';
import { levelNames, levels } from '../../components/screen-words.ts';
import { Seal } from '../../components/seal.tsx';
import { bilingual } from '../../lib/language/language.ts';
import { PlainEditor, RichEditor } from './editors.tsx';
import { Steps } from './steps/steps.tsx';
import '../../components/marks.css';
import './welcome.css';

const levelAbout = {
  error: bilingual('有把握，可直接采用', 'certain, can be taken as it is'),
  warning: bilingual('多半要改，请看一眼', 'very likely, have a look'),
  hint: bilingual('供参考，由您定夺', 'for you to decide'),
} as const;

/** The first page after installing: a few steps, sample drafts, and what becomes of the text. */
export function App() {
  return (
    <main class="welcome">
      <header>
        <h1 class="row">
          <Seal size={40} />
          {say('稿准', 'Gaozhun')}
        </h1>
        <p class="lead">
          {say(
            '写讲话稿时，替您留意过时提法、不规范表述和接不上的序号。文字不离开这台电脑。',
            'Watches over Chinese speech drafts as you write: outdated references, wording, numbering. Nothing leaves this computer.',
          )}
        </p>
      </header>

      <section>
        <h2>{say('一分钟开始使用', 'One minute to begin')}</h2>
        <Steps />
      </section>

      <section id="sample">
        <h2>{say('先试一试', 'Try it')}</h2>
        <p>
          {say(
            '下面是两份旧稿新用的示例，可以随意修改。改过之后，按 Ctrl+Z 可以撤销。',
            'Two old drafts taken up again; change them as you like. Ctrl+Z takes a change back.',
          )}
        </p>
        <ul class="legend">
          {levels.map((level) => (
            <li key={level}>
              <span class={`mark ${level}`}>{levelNames[level]}</span>
              <span class="soft">{sayWords(levelAbout[level])}</span>
            </li>
          ))}
        </ul>
        <p class="caption soft small">{say('富文本编辑器', 'Rich text')}</p>
        <RichEditor />
        <p class="caption soft small">{say('纯文本框', 'Plain text')}</p>
        <PlainEditor />
      </section>

      <section>
        <h2>{say('画布编辑器', 'Editors on a canvas')}</h2>
        <p>
          {say(
            '用画布显示正文的编辑器，网页里没有文字，稿准按画出来的样子读和标记。读不到的，复制全文，粘贴到侧边栏的“文稿台”即可核对。',
            'Some editors draw their text: it is read and marked as it is drawn. Where that cannot be done, copy the text and paste it on the desk in the side panel.',
          )}
        </p>
      </section>

      <footer class="row">
        <a href="/options.html">{say('查看设置', 'Options')}</a>
        <a href="/privacy.html">{say('隐私', 'Privacy')}</a>
      </footer>
    </main>
  );
}
