import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { say } from '../../../components/say.ts';
import { isOnToolbar, onToolbarChanged } from '../../surface/toolbar.ts';
import { PinPicture } from './pin-picture.tsx';
import { Step } from './step.tsx';

/** Null where the browser does not tell, until the author does. */
const pinned = signal<boolean | null>(false);

async function look(): Promise<void> {
  const now = await isOnToolbar();
  // What the author said stays.
  if (now !== null || pinned.value !== true) pinned.value = now;
}

/** The icon on the toolbar: most browsers hide it in a menu after installing. */
export function PinStep() {
  useEffect(() => {
    const life = new AbortController();
    void look();
    onToolbarChanged(() => void look(), life.signal);
    return () => life.abort();
  }, []);
  return (
    <Step done={pinned.value === true} title={say('固定图标', 'Pin the icon')}>
      <div class="pin">
        <p>
          {import.meta.env.FIREFOX
            ? say(
                '点浏览器右上角的拼图，在“稿准”旁的齿轮里选“固定到工具栏”，图标就一直在手边。',
                'Click the puzzle piece at the top right, then the cog beside Gaozhun and “Pin to Toolbar”: the icon stays at hand.',
              )
            : say(
                '点浏览器右上角的拼图，再点“稿准”旁的图钉，图标就一直在手边。',
                'Click the puzzle piece at the top right, then the pin beside Gaozhun: the icon stays at hand.',
              )}
        </p>
        <PinPicture />
      </div>
      {pinned.value === null && (
        <div class="row">
          <button
            type="button"
            class="quiet"
            onClick={() => {
              pinned.value = true;
            }}
          >
            {say('图标已在工具栏上', 'The icon is on the toolbar')}
          </button>
        </div>
      )}
    </Step>
  );
}
