import type { Level } from '../lib/rules/types.ts';
import { say } from './say.ts';
import { shortened } from './screen-words.ts';
import { surroundings } from './surroundings.ts';
import './marks.css';

interface Props {
  /** UTF-16 offsets of `text`. */
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
  /** How the words are marked. */
  readonly look: Level;
  /** Characters shown on either side. */
  readonly reach: number;
  readonly describedBy: string;
  readonly onReveal: () => void;
}

/** Marked words within their line; a press shows them in the draft. */
export function PlaceButton({ span, text, look, reach, describedBy, onReveal }: Props) {
  const { before, after } = surroundings(text, span, reach);
  const words = text.slice(span.start, span.end);
  return (
    <button
      type="button"
      class="place serif"
      title={say('在稿中定位', 'Show in the draft')}
      aria-describedby={describedBy}
      onClick={onReveal}
    >
      <span class="soft" lang="zh-CN">
        {before}
      </span>
      <span class={`mark ${look}`} lang="zh-CN">
        {shortened(words, 60) || say('（此处）', '(here)')}
      </span>
      <span class="soft" lang="zh-CN">
        {after}
      </span>
    </button>
  );
}
