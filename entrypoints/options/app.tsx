import { Seal } from '../../components/seal.tsx';
import { Switch } from '../../components/switch.tsx';
import { dateInWords } from '../../components/words.ts';
import { OrganisationSection } from './organisation/organisation-section.tsx';
import { OwnSection } from './own/own-section.tsx';
import { Place } from './place.tsx';
import { removeSite, said, setRule, sites, status } from './state.ts';
import './options.css';

/** https://docs.qq.com/* as the author reads it: docs.qq.com. */
function siteInWords(pattern: string): string {
  return pattern.replace(/^(?:\*|https?):\/\//, '').replace(/\/\*$/, '');
}

function Rules() {
  const known = status.value;
  return (
    <section>
      <h2>核对内容</h2>
      {known ? (
        <ul class="list">
          {known.rules.map(({ id, title, about, on }) => (
            <li key={id}>
              <Switch label={title} about={about} on={on} onChange={(wanted) => void setRule(id, wanted)} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{said.value === '' ? '正在读取……' : '暂时读不到核对内容。'}</p>
      )}
    </section>
  );
}

function Sites() {
  const own = sites.value.filter(({ builtIn }) => !builtIn);
  const builtIn = sites.value.filter((site) => site.builtIn);
  return (
    <section>
      <h2>网站</h2>
      {own.length > 0 ? (
        <ul class="list">
          {own.map(({ pattern }) => (
            <li class="row between" key={pattern}>
              <span>{siteInWords(pattern)}</span>
              <button type="button" class="quiet" onClick={() => void removeSite(pattern)}>
                移除
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p>您还没有另外允许网站。打开写稿的网页，点工具栏上的稿准图标即可允许。</p>
      )}
      {builtIn.length > 0 && (
        <p class="soft small">
          随扩展提供的常用在线编辑器：{builtIn.map(({ pattern }) => siteInWords(pattern)).join('、')}
          。如需停用，请在该网站上点工具栏的稿准图标，关闭“在此网站检查”。
        </p>
      )}
    </section>
  );
}

const indexWords = { cache: '本机缓存', build: '随扩展提供', rebuilt: '已重新生成' } as const;

function Packs() {
  const known = status.value;
  if (!known) return null;
  return (
    <section>
      <h2>词库</h2>
      <dl>
        <dt>条目</dt>
        <dd>{known.entries.toLocaleString('zh-CN')} 条</dd>
        <dt>更新至</dt>
        <dd>{dateInWords(known.trueUntil)}</dd>
        <dt>版本</dt>
        <dd>{known.version}</dd>
        <dt>索引</dt>
        <dd>{indexWords[known.indexFrom]}</dd>
      </dl>
      {known.problems.length > 0 && (
        <div class="notice">
          <p>以下条目没有读入，其余照常使用：</p>
          <ul>
            {known.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The options: what is checked, where, with which packs, and what becomes of the text. */
export function App() {
  return (
    <main class="options">
      <h1 class="row">
        <Seal size={28} />
        稿准 · 设置
      </h1>
      <p class="told soft" role="status" hidden={said.value === ''}>
        {said.value}
      </p>
      <Rules />
      <OwnSection />
      <OrganisationSection />
      <Place />
      <Sites />
      <Packs />
      <section>
        <h2>隐私</h2>
        <p>
          稿件只在本机核对，不上传。浏览器里只记下您的设置、您添加的提法，以及您忽略过的字句、设定过的稿件日期和它们所在的网址。稿准没有服务器，也不统计使用情况。未经允许的网站，一个字也不读；密码框、只读内容和代码编辑器一律跳过。
        </p>
      </section>
    </main>
  );
}
