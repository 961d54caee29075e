import { say } from '../../../components/say.ts';
import { placeChosen, tried } from './done.ts';
import { KeysStep } from './keys-step.tsx';
import { PinStep } from './pin-step.tsx';
import { PlaceStep } from './place-step.tsx';
import { SearchStep } from './search-step.tsx';
import { Step } from './step.tsx';
import { WhereStep } from './where-step.tsx';
import './steps.css';

/** The steps from installing to the first draft. Each is ticked when done; none has to be. */
export function Steps() {
  const ready = tried.value && placeChosen.value;
  return (
    <>
      <ol class="steps" aria-label={say('六步开始使用', 'Six steps to begin')}>
        <Step done={tried.value} title={say('在示例里试一处', 'Try it on the sample')}>
          <p>
            {say('点', 'In ')}
            <a href="#sample">{say('下面示例', 'the sample below')}</a>
            {say(
              '中划线的字，看看原因，采用一处建议。',
              ', click underlined words, see why, and take a suggestion.',
            )}
          </p>
        </Step>
        <PinStep />
        <WhereStep />
        <PlaceStep />
        <SearchStep />
        <KeysStep />
      </ol>
      <p class="ready" role="status">
        {ready &&
          say(
            '好了。打开写稿的网页照常写，需要留意之处会自动划线；已经打开的网页请刷新一次。',
            'Done. Open the page you write on; what needs a look is underlined. Reload pages that are open.',
          )}
      </p>
    </>
  );
}
