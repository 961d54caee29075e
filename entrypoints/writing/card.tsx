import { useState } from 'preact/hooks';
import { ChangeList, RepairWays, toggled } from '../../components/change-list.tsx';
import { DayAnswers } from '../../components/day-answers.tsx';
import { say } from '../../components/say.ts';
import { levelNames, shortened } from '../../components/screen-words.ts';
import type { IgnoreScope } from '../../lib/checking/ignore.ts';
import type { RepairChange } from '../../lib/messaging/messages.ts';
import type { OwnDraft } from '../../lib/phrases/own/phrase.ts';
import type { Finding, Fix } from '../../lib/rules/types.ts';
import { answerNames, type JudgedOn, sentenceOf } from '../surface/question.ts';
import { Button } from './card-button.tsx';
import { CardKeys, type CardKeysProps } from './card-keys.tsx';
import { OwnPage } from './card-own.tsx';
import { Rest } from './card-rest.tsx';
import type { CardPage } from './card-state.ts';
import { type Grounds, reportOf, Why } from './card-why.tsx';
import { cardWords } from './card-words.ts';

export interface CardActions {
  fix(fix: Fix): void;
  /** Answers on which day an old draft is to be judged. */
  judgeOn(answer: JudgedOn): void;
  /** Judges the draft on its own day again. */
  undoDay(): void;
  preview(): void;
  repair(changes: readonly RepairChange[]): void;
  ignore(scope: IgnoreScope): void;
  switchOff(): void;
  report(): void;
  own(): void;
  saveOwn(draft: OwnDraft): void;
  copy(words: string): void;
  back(): void;
  close(): void;
}

interface Props {
  readonly finding: Finding;
  readonly grounds: Grounds;
  readonly page: CardPage;
  readonly busy: boolean;
  readonly actions: CardActions;
  /** The last press was not taken, since the card was not seen. */
  readonly refused: boolean;
  /** Null but for a newcomer. */
  readonly keys: CardKeysProps | null;
}

/** The card beside a mark: what is wrong, why, the basis, and the possible actions. */
export function Card({ finding, grounds, page, busy, actions, refused, keys }: Props) {
  const { ruleTitle, place, words } = grounds;
  const kind = `${levelNames[finding.level]}${say('：', ': ')}${ruleTitle}`;
  return (
    <div
      class={`card ${finding.level}`}
      role="dialog"
      aria-label={words === '' ? kind : `${kind} “${shortened(words, 30)}”`}
      aria-describedby="message"
    >
      <p class="kind">
        <b>{levelNames[finding.level]}</b>
        {ruleTitle !== '' && <span>· {ruleTitle}</span>}
        {place !== null && (
          <span class="count">
            {place.at}/{place.of}
          </span>
        )}
        <Button class="close" label={say('关闭', 'Close')} onPress={actions.close}>
          ×
        </Button>
      </p>
      {page.kind === 'finding' && (
        <FindingPage finding={finding} grounds={grounds} from={page.from} busy={busy} actions={actions} />
      )}
      {page.kind === 'finding' && keys !== null && <CardKeys {...keys} />}
      {page.kind === 'preview' && <PreviewPage changes={page.changes} busy={busy} actions={actions} />}
      {page.kind === 'report' && <ReportPage report={reportOf(finding, grounds)} actions={actions} />}
      {page.kind === 'own' && (
        <OwnPage
          words={words}
          fault={page.fault}
          busy={busy}
          onSave={actions.saveOwn}
          onBack={actions.back}
        />
      )}
      {page.kind === 'said' && (
        <SaidPage message={page.message} words={page.words} chosen={page.chosen === true} actions={actions} />
      )}
      {refused && (
        <p class="fault" role="alert">
          {cardWords.refused()}
        </p>
      )}
    </div>
  );
}

interface FindingProps {
  readonly finding: Finding;
  readonly grounds: Grounds;
  readonly from: CardPage['kind'] | undefined;
  readonly busy: boolean;
  readonly actions: CardActions;
}

function FindingPage({ finding, grounds, from, busy, actions }: FindingProps) {
  const numbering = finding.rule === 'heading-numbering';
  const usable = finding.fixes.filter((fix) => fix.edits.length > 0);
  const advice = finding.fixes.filter((fix) => fix.edits.length === 0);
  const asks = finding.asks !== undefined;
  // A leftover in a draft that is judged on a chosen day: the choice can be undone here.
  const isLeftOver = finding.rule === 'draft-date' && !asks && grounds.asOf?.from === 'option';
  return (
    <>
      <p class="message" id="message">
        {asks ? sentenceOf(finding, grounds.onToday) : finding.message}
      </p>
      {asks && (
        <div class="fixes">
          <DayAnswers names={answerNames} busy={busy} first onAnswer={actions.judgeOn} />
        </div>
      )}
      {advice.map((fix) => (
        <p class="soft" key={fix.label}>
          {fix.label}
        </p>
      ))}
      {(usable.length > 0 || numbering) && (
        <div class="fixes">
          {usable.map((fix, index) => (
            <Button
              class={index === 0 ? 'button main' : 'button'}
              key={fix.label}
              disabled={busy}
              onPress={() => actions.fix(fix)}
            >
              {fix.label}
            </Button>
          ))}
          {numbering && (
            <Button
              class={usable.length === 0 ? 'button main' : 'button'}
              opens="preview"
              disabled={busy}
              onPress={actions.preview}
            >
              {say('修复全部序号…', 'Repair all numbering…')}
            </Button>
          )}
        </div>
      )}
      <Why
        finding={finding}
        grounds={grounds}
        open={from === 'report' || from === 'own'}
        onReport={actions.report}
        onOwn={actions.own}
        onUndoDay={actions.undoDay}
      />
      <Rest finding={finding} isLeftOver={isLeftOver} actions={actions} />
    </>
  );
}

interface PreviewProps {
  readonly changes: readonly RepairChange[];
  readonly busy: boolean;
  readonly actions: CardActions;
}

function PreviewPage({ changes, busy, actions }: PreviewProps) {
  if (changes.length === 0) {
    return (
      <>
        <p class="message" id="message">
          {say(
            '没有可以自动调整的序号，请酌情修改。',
            'No number can be repaired by itself; please see to it.',
          )}
        </p>
        <div class="fixes">
          <Button class="button" onPress={actions.back}>
            {say('返回', 'Back')}
          </Button>
        </div>
      </>
    );
  }
  const plan = changes.map(({ start, text }) => `${start}${text}`).join();
  return <Choice key={plan} changes={changes} busy={busy} actions={actions} />;
}

function Choice({ changes, busy, actions }: PreviewProps) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const kept = changes.filter((_, index) => !left.has(index));
  return (
    <>
      <p class="message" id="message">
        {say(
          `将调整以下 ${kept.length} 处，其余文字不动。不改的可以去掉勾选：`,
          `${kept.length === 1 ? 'One place' : `${kept.length} places`} will change, nothing else. Untick what is to stay:`,
        )}
      </p>
      <RepairWays changes={changes} leftOut={left} onChoose={setLeft} />
      <ChangeList changes={changes} leftOut={left} onToggle={(index) => setLeft(toggled(left, index))} />
      <div class="fixes">
        <Button class="button main" disabled={busy || kept.length === 0} onPress={() => actions.repair(kept)}>
          {say('应用', 'Apply')}
        </Button>
        <Button class="button" onPress={actions.back}>
          {say('取消', 'Cancel')}
        </Button>
      </div>
    </>
  );
}

interface SaidProps {
  readonly message: string;
  readonly words: string;
  /** A day was chosen, which can be undone. */
  readonly chosen: boolean;
  readonly actions: CardActions;
}

function SaidPage({ message, words, chosen, actions }: SaidProps) {
  return (
    <>
      <p class="message" id="message" role="status">
        {message}
      </p>
      {words !== '' && (
        <span class="words" lang="zh-CN">
          {shortened(words, 80)}
        </span>
      )}
      <div class="fixes">
        {words !== '' && (
          <Button class="button main" onPress={() => actions.copy(words)}>
            {say('复制', 'Copy')}
          </Button>
        )}
        <Button class="button" onPress={actions.close}>
          {say('知道了', 'Close')}
        </Button>
        {chosen && (
          <Button class="button" onPress={actions.undoDay}>
            {say('撤回', 'Undo')}
          </Button>
        )}
      </div>
    </>
  );
}

function ReportPage({ report, actions }: { report: string; actions: CardActions }) {
  const [words, setWords] = useState(report);
  return (
    <>
      <p class="message" id="message">
        {say(
          '请先过目，可删改。稿准不会发送任何内容，复制后由您决定交给谁。',
          'Read it first, change what you like. Gaozhun sends nothing: copy it and pass it on yourself.',
        )}
      </p>
      <textarea
        class="words"
        rows={7}
        aria-label={say('说明', 'Report')}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <div class="fixes">
        <Button class="button main" onPress={() => actions.copy(words)}>
          {say('复制', 'Copy')}
        </Button>
        <Button class="button" onPress={actions.back}>
          {say('返回', 'Back')}
        </Button>
      </div>
    </>
  );
}
