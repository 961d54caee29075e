import { Seal } from '../../components/seal.tsx';
import { levelNames, levels } from '../../components/words.ts';
import { PlainEditor, RichEditor } from './editors.tsx';
import '../../components/marks.css';
import './welcome.css';

const levelAbout = {
  error: '有把握，可直接采用',
  warning: '多半要改，请看一眼',
  hint: '供参考，由您定夺',
} as const;

/** The first page after installing: try everything at once, then how to allow a site, and what becomes of the text. */
export function App() {
  return (
    <main class="welcome">
      <header>
        <h1 class="row">
          <Seal size={40} />
          稿准
        </h1>
        <p class="lead">写讲话稿时，替您留意过时提法、不规范表述和接不上的序号。文字不离开这台电脑。</p>
      </header>

      <section>
        <h2>先试一试</h2>
        <p>
          下面是两份旧稿新用的示例，可以随意修改。划线之处请点一下，看看原因和建议；改过之后，按 Ctrl+Z
          可以撤销。
        </p>
        <ul class="legend">
          {levels.map((level) => (
            <li key={level}>
              <span class={`mark ${level}`}>{levelNames[level]}</span>
              <span class="soft">{levelAbout[level]}</span>
            </li>
          ))}
        </ul>
        <p class="caption soft small">富文本编辑器</p>
        <RichEditor />
        <p class="caption soft small">纯文本框</p>
        <PlainEditor />
      </section>

      <section>
        <h2>在您写稿的网站启用</h2>
        <ol class="steps">
          <li>打开写稿的网页，点浏览器工具栏上的稿准图标。</li>
          <li>打开“在此网站检查”，在浏览器的询问中选择允许。</li>
          <li>回到编辑区照常写稿，需要留意之处会自动划线。</li>
        </ol>
        <p class="soft">
          不再需要时，在同一处关闭即可。石墨、飞书、钉钉、语雀和微信公众平台等已默认启用，无需设置。用画布显示正文的编辑器（如腾讯文档、金山文档的部分文档），网页里没有文字，读不到，也不会标记。
        </p>
      </section>

      <section>
        <h2>您的稿件</h2>
        <p>
          核对全部在本机完成，稿件不上传，也没有服务器可传。未经允许的网站，一个字也不读。密码框、只读内容和代码编辑器一律跳过。浏览器里只记下您的设置，以及您忽略过的字句和它们所在的网址，卸载即清除。
        </p>
      </section>

      <footer>
        <a href="/options.html">查看设置</a>
      </footer>
    </main>
  );
}
