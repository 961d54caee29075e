import type { ComponentChildren, RefObject } from 'preact';
import type { EntryInFull, TimelineStep } from '../lib/phrases/entry.ts';
import { StandingMark } from './phrase-result.tsx';
import { say } from './say.ts';
import { attestationInWords, spanInWords } from './screen-words.ts';
import { SourceLine } from './source-line.tsx';
import { Star } from './star.tsx';
import { topicInWords } from './topic-names.ts';
import './entry-view.css';

interface Props {
  entry: EntryInFull;
  starred: boolean;
  outcome: string;
  /** True if Enter closes the surface. */
  closes: boolean;
  /** The whole entry, which takes the focus when it opens. */
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
  onInsert: () => void;
  onCopy: () => void;
  onStar: () => void;
  onOpen: (id: string) => void;
}

/** One phrase in full: members, collocations, source, dates, and how it changed over time. */
export function EntryView(props: Props) {
  const { entry, starred, place, onBack, onStar, onOpen } = props;
  const { phrase, timeline } = entry;
  return (
    <article class="entry" tabIndex={-1} ref={place} aria-labelledby="entry-name">
      <div class="row between bar">
        <button type="button" class="quiet" onClick={onBack}>
          {say('‹ 返回', '‹ Back')}
        </button>
        <button type="button" class="quiet starring" aria-pressed={starred} onClick={onStar}>
          <Star filled={starred} /> {starred ? say('已收藏', 'Starred') : say('收藏', 'Star')}
        </button>
      </div>
      <Name entry={entry} />
      {phrase.members.length > 0 && (
        <ol class="all-members serif" lang="zh-CN">
          {phrase.members.map((member) => (
            <li key={member}>{member}</li>
          ))}
        </ol>
      )}
      {phrase.insert !== phrase.name && (
        <p class="whole serif" lang="zh-CN">
          {phrase.insert}
        </p>
      )}
      <Facts entry={entry} />
      {timeline.length > 1 && <Timeline steps={timeline} onOpen={onOpen} />}
      <Actions {...props} />
    </article>
  );
}

/** The phrase, its standing on the day of the draft, and its topic or series. */
function Name({ entry: { phrase, series } }: { entry: EntryInFull }) {
  const topic = phrase.topic === undefined ? undefined : topicInWords(phrase.topic);
  const filed = series === undefined ? topic : { name: series, lang: 'zh-CN' };
  return (
    <>
      <h1 id="entry-name" class="serif" lang="zh-CN">
        {phrase.name}
      </h1>
      <p class="row wrap">
        <StandingMark standing={phrase.standing} everyday={phrase.everyday} />
        {filed && (
          <span class="soft small" lang={filed.lang}>
            {filed.name}
          </span>
        )}
      </p>
      {phrase.successor && (
        <p>
          {say('现表述：', 'Now: ')}
          <span class="serif" lang="zh-CN">
            {phrase.successor}
          </span>
        </p>
      )}
    </>
  );
}

function Facts({ entry }: { entry: EntryInFull }) {
  const { phrase, otherWordings, partners, wrong, datesVerified } = entry;
  const span = spanInWords(entry.validFrom, entry.validTo);
  return (
    <dl>
      {phrase.note && (
        <Fact name={say('说明', 'Note')}>
          <span lang="zh-CN">{phrase.note}</span>
        </Fact>
      )}
      {partners.length > 0 && (
        <Fact name={say('固定搭配', 'Goes with')}>
          <span lang="zh-CN">{partners.join('；')}</span>
        </Fact>
      )}
      {otherWordings.length > 0 && (
        <Fact name={say('又作', 'Also')}>
          <span lang="zh-CN">{otherWordings.slice(0, 8).join('；')}</span>
          {otherWordings.length > 8 && say('等', ' …')}
        </Fact>
      )}
      {wrong.length > 0 && (
        <Fact name={say('不写作', 'Not')}>
          {wrong.map(({ text, right }) => (
            <span class="not" lang="zh-CN" key={text}>
              <del>{text}</del>
              {right !== phrase.name && <> → {right}</>}
            </span>
          ))}
        </Fact>
      )}
      {span !== '' && (
        <Fact name={say('起止', 'Valid')}>
          {span}
          {!datesVerified && say('（日期未核定）', ' (dates not verified)')}
        </Fact>
      )}
      <Fact name={say('出处', 'Source')}>
        <SourceLine source={phrase.source} />
      </Fact>
      <Fact name={say('核证', 'Basis')}>{attestationInWords(phrase.attestation)}</Fact>
    </dl>
  );
}

function Actions({
  outcome,
  closes,
  onInsert,
  onCopy,
}: Pick<Props, 'outcome' | 'closes' | 'onInsert' | 'onCopy'>) {
  return (
    <div class="row wrap actions">
      <button type="button" class="button main" onClick={onInsert}>
        {say('插入', 'Insert')}
      </button>
      <button type="button" class="button" onClick={onCopy}>
        {say('复制', 'Copy')}
      </button>
      <span class="soft small">
        {closes
          ? say(
              'Enter 插入并关闭 · Shift+Enter 插入 · Ctrl+Enter 复制 · Esc 返回',
              'Enter inserts and closes · Shift+Enter inserts · Ctrl+Enter copies · Esc goes back',
            )
          : say(
              'Enter 插入 · Ctrl+Enter 复制 · Esc 返回',
              'Enter inserts · Ctrl+Enter copies · Esc goes back',
            )}
      </span>
      <p class="soft small" role="status">
        {outcome}
      </p>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt class="soft small">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Timeline({ steps, onOpen }: { steps: readonly TimelineStep[]; onOpen: (id: string) => void }) {
  return (
    <section aria-labelledby="entry-timeline">
      <h2 id="entry-timeline">{say('沿革', 'Over time')}</h2>
      <ol class="timeline">
        {steps.map(({ id, name, from, to, standing, here }) => (
          <li
            key={id ?? name}
            class={`${standing}${here ? ' here' : ''}`}
            aria-current={here ? 'true' : undefined}
          >
            {here || id === undefined ? (
              <span class="serif" lang="zh-CN">
                {name}
              </span>
            ) : (
              <button type="button" class="step serif" lang="zh-CN" data-id={id} onClick={() => onOpen(id)}>
                {name}
              </button>
            )}
            <span class="row wrap soft small">
              <StandingMark standing={standing} />
              {spanInWords(from, to)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
