import type { ComponentChildren } from 'preact';
import type { PhraseResult } from '../lib/phrases/types.ts';
import { say } from './say.ts';
import { attestationInWords, standingNames } from './screen-words.ts';
import { SourceLine } from './source-line.tsx';
import { Star } from './star.tsx';
import './phrase-result.css';

/** What a click can do with a result besides inserting it; the search box handles the keys. */
export type PhraseAct = 'copy' | 'open' | 'star';

/** A name with its matched spans emphasised; spans are sorted UTF-16 offsets of the name. */
export function Emphasised({ name, matched }: Pick<PhraseResult, 'name' | 'matched'>) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const { start, end } of matched) {
    if (start < from || end > name.length) continue;
    parts.push(name.slice(from, start), <em>{name.slice(start, end)}</em>);
    from = end;
  }
  parts.push(name.slice(from));
  return <>{parts}</>;
}

type StandingProps = Pick<PhraseResult, 'standing'> & Partial<Pick<PhraseResult, 'everyday'>>;

/** The standing of a phrase on the draft's date. What is no more than everyday wording is not called current. */
export function StandingMark({ standing, everyday = false }: StandingProps) {
  if (everyday && standing === 'current')
    return <span class="standing everyday">{say('常用语', 'Everyday')}</span>;
  return <span class={`standing ${standing}`}>{standingNames[standing]}</span>;
}

interface Props {
  result: PhraseResult;
  id: string;
  selected: boolean;
  starred: boolean;
  brief?: boolean;
  onPick: () => void;
  onAct: (act: PhraseAct) => void;
}

const acts: readonly PhraseAct[] = ['copy', 'open', 'star'];

/** One search result: name, standing, members, source; for a superseded phrase also the current wording. */
export function PhraseItem({ result, id, selected, starred, brief = false, onPick, onAct }: Props) {
  return (
    // The search box keeps the focus and handles keys (aria-activedescendant); this handles clicks.
    <div
      class={brief ? 'phrase brief' : 'phrase'}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onClick={(event) => {
        const place =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
        const act = acts.find((one) => one === place?.dataset.act);
        if (act === undefined) onPick();
        else onAct(act);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onPick();
      }}
    >
      <div class="row between head">
        <span class="name serif" lang="zh-CN">
          <Emphasised name={result.name} matched={result.matched} />
        </span>
        {starred && (
          <span class="starred">
            <Star filled />
            <span class="unseen">{say('已收藏', 'starred')}</span>
          </span>
        )}
        <StandingMark standing={result.standing} everyday={result.everyday} />
      </div>
      {result.successor && (
        <p class="now">
          {say('现表述：', 'Now: ')}
          <span class="serif" lang="zh-CN">
            {result.successor}
          </span>
        </p>
      )}
      {!brief && result.members.length > 0 && (
        <p class="members serif" lang="zh-CN">
          {result.members.join('；')}
        </p>
      )}
      {!brief && result.insert !== result.name && (
        <p class="members lines serif" lang="zh-CN">
          {result.insert}
        </p>
      )}
      <div class="row between about">
        <p class="soft small">
          {!brief && <SourceLine source={result.source} />}
          {!brief && result.attestation === 'none' && (
            <>
              {say('（', ' (')}
              {attestationInWords('none')}
              {say('）', ')')}
            </>
          )}
        </p>
        <span class="acts" aria-hidden="true">
          <span class="quiet" data-act="open">
            {say('详情', 'More')}
          </span>
          <span class="quiet" data-act="copy">
            {say('复制', 'Copy')}
          </span>
          <span class="quiet" data-act="star">
            {starred ? say('取消收藏', 'Unstar') : say('收藏', 'Star')}
          </span>
        </span>
      </div>
    </div>
  );
}
