import { say } from './say.ts';

interface Props {
  /** Names of the sites that the organisation writes on and that are not allowed yet. */
  readonly names: readonly string[];
  /** What became of the last press; '' for nothing. */
  readonly outcome: string;
  readonly onAllow: () => void;
}

/** The sites that an administrator has named, and one button to allow them all. Nothing once they are allowed. */
export function OfficeSites({ names, outcome, onAllow }: Props) {
  if (names.length === 0 && outcome === '') return null;
  return (
    <div class="office-sites">
      {names.length > 0 && (
        <p class="row wrap">
          <span>
            {say('单位写稿的网站：', 'Your organisation writes on: ')}
            {names.join(say('、', ', '))}
          </span>
          <button type="button" class="button" onClick={onAllow}>
            {say('全部允许', 'Allow all')}
          </button>
        </p>
      )}
      <p class="soft small" role="status">
        {outcome}
      </p>
    </div>
  );
}
