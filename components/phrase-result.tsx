import type { ComponentChildren } from 'preact';
import type { PhraseResult } from '../lib/phrases/types.ts';
import { SourceLine } from './source-line.tsx';
import { standingNames } from './words.ts';
import './phrase-result.css';

/** A name with its matched spans emphasised; spans are UTF-16 offsets of the name, sorted. */
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

interface Props {
  result: PhraseResult;
  id: string;
  selected: boolean;
  onPick: () => void;
  onCopy: () => void;
}

/** One phrase found: name, standing, members, source; for an old one what is said now. */
export function PhraseItem({ result, id, selected, onPick, onCopy }: Props) {
  return (
    // The search box keeps the focus and carries the keys (aria-activedescendant); the pointer picks here.
    <div
      class="phrase"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onPick();
      }}
    >
      <div class="row between head">
        <span class="name serif">
          <Emphasised name={result.name} matched={result.matched} />
        </span>
        <span class={`standing ${result.standing}`}>{standingNames[result.standing]}</span>
      </div>
      {result.successor && (
        <p class="now">
          现表述：<span class="serif">{result.successor}</span>
        </p>
      )}
      {result.members.length > 0 && <p class="members serif">{result.members.join('；')}</p>}
      <div class="row between">
        <p class="soft small">
          <SourceLine source={result.source} />
          {result.attestation === 'none' && '（未经核证，仅供参考）'}
        </p>
        <button
          type="button"
          class="quiet copy"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            onCopy();
          }}
        >
          复制
        </button>
      </div>
    </div>
  );
}
