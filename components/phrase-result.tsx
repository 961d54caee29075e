import type { PhraseResult } from '../lib/phrases/types.ts';
import { Emphasised } from './emphasised.tsx';
import { RowAbout } from './row-about.tsx';
import { say } from './say.ts';
import { standingNames } from './screen-words.ts';
import { Star } from './star.tsx';
import './phrase-result.css';

/** What a click can do with a result besides inserting it; the search box handles the keys. */
export type PhraseAct = 'copy' | 'open' | 'star';

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

/**
 * One search result in two lines: its name, marked where it is not current, and what it consists of with its source in short.
 */
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
        {result.standing !== 'current' && <StandingMark standing={result.standing} />}
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
      <p class="about soft small">
        <RowAbout result={result} />
      </p>
    </div>
  );
}
