import type { ComponentChildren } from 'preact';
import { say } from './say.ts';
import './site-form.css';

interface Props {
  /** What became of the last address; '' for nothing. */
  readonly outcome: string;
  readonly onAllow: (typed: string) => void;
  /** More buttons beside the one that allows. */
  readonly children?: ComponentChildren;
}

/** A form for the address of a site to allow. */
export function SiteForm({ outcome, onAllow, children }: Props) {
  return (
    <div>
      <form
        class="row wrap site-form"
        onSubmit={(event) => {
          event.preventDefault();
          onAllow(String(new FormData(event.currentTarget).get('site') ?? ''));
        }}
      >
        <input
          class="field"
          name="site"
          aria-label={say('写稿网页的网址', 'Address of the page you write on')}
          placeholder={say('如 https://… 或 oa', 'https://… or oa')}
          autocomplete="off"
          spellcheck={false}
          maxLength={2000}
        />
        <button type="submit" class="button">
          {say('允许', 'Allow')}
        </button>
        {children}
      </form>
      <p class="soft small site-said" role="status">
        {outcome}
      </p>
    </div>
  );
}
