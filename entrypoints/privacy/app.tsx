import { say } from '../../components/say.ts';
import { Seal } from '../../components/seal.tsx';
import { bilingual } from '../../lib/language/language.ts';
import './privacy.css';

/** What happens to an author's text, in five sentences. */
const sentences = [
  bilingual(
    '您的稿件只在这台电脑的浏览器里核对，一个字也不上传；稿准没有服务器，也不统计使用情况。',
    'Your drafts are checked in the browser of this computer and nothing is sent; Gaozhun has no server and counts nothing.',
  ),
  bilingual(
    '只有您允许的网站才会读取编辑区里的文字；其他网站一个字也不读，密码框和只读内容一律跳过，代码编辑器除非您另行允许也不读取。',
    'Only on sites you allow is the text of editors read; on any other nothing is; passwords and read-only text are always left alone, and code editors unless you allow them.',
  ),
  bilingual(
    '硬盘上记下的只有您的设置、您添加的提法、收藏和最近用过的提法，以及您忽略过的字句、设定过的稿件日期和认出它们所用的网址摘要或文件名；文稿台上的文稿只放在内存里，清空或关闭浏览器即消失，硬盘上只记它有没有文稿。',
    'On the disk are only your settings, the phrases you added, starred or used last, and the words you ignored and dates you set, with a digest of the addresses or the file names they belong to; a draft on the desk stays in memory until you clear it or close the browser, and the disk holds only whether there is one.',
  ),
  bilingual(
    '唯一可能的联网，是您或单位自己设置了词库更新地址之后，每天至多下载一次词库，且不发送任何内容。',
    'The only thing that ever goes online is the download of a pack, once a day at most, from an update address that you or your organisation set up; nothing is sent.',
  ),
  bilingual(
    '随时可以在设置里撤回网站的许可、清除忽略记录和提法；卸载扩展，以上内容全部随之删除。',
    'You can take back the permission for a site and delete phrases and ignored words in the options at any time; with the extension, all of it is removed.',
  ),
];

/** The privacy page. */
export function App() {
  return (
    <main class="privacy">
      <h1 class="row">
        <Seal size={28} />
        {say('稿准 · 隐私', 'Gaozhun · Privacy')}
      </h1>
      <ol>
        {sentences.map(({ zh, en }) => (
          <li key={zh}>{say(zh, en)}</li>
        ))}
      </ol>
      <p>
        <a href="/options.html">{say('查看设置', 'Options')}</a>
      </p>
    </main>
  );
}
