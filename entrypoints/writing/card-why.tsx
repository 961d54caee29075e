import { useState } from 'preact/hooks';
import { say } from '../../components/say.ts';
import { dateInWords, levelNames, reasonOfDate } from '../../components/screen-words.ts';
import { SourceLine } from '../../components/source-line.tsx';
import { placeAmong } from '../../lib/checking/counted.ts';
import { sentenceAround } from '../../lib/draft/draft.ts';
import type { AsOf } from '../../lib/draft/types.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { Button } from './card-button.tsx';
import type { Subject } from './card-state.ts';

/** The description of a rule in a card. */
export interface RuleAbout {
  readonly title: string;
  /** The basis of the rule: a standard, the packs, habit. */
  readonly basis: string;
  /** The version of the packs. */
  readonly version: string;
}

/** The information on a finding beyond itself. */
export interface Grounds {
  readonly ruleTitle: string;
  /** The place of the finding among those of the draft; null for a question to the author. */
  readonly place: { readonly at: number; readonly of: number } | null;
  /** The basis of the rule: a standard, the packs, habit. Empty until known. */
  readonly basis: string;
  readonly asOf: AsOf | null;
  /** How many more findings today would give, if counted. */
  readonly onToday: number | undefined;
  /** The last day for which the packs are valid. ISO date, or empty. */
  readonly trueUntil: string;
  /** The marked words; empty if something is missing between words. */
  readonly words: string;
  /** The sentence of the finding. */
  readonly sentence: string;
  /** The version of the packs. Empty until known. */
  readonly version: string;
}

/** The information on a card's subject and its rule. */
export function groundsOf(
  { finding, session, text }: Subject,
  { title, basis, version }: RuleAbout,
): Grounds {
  const { reply } = session;
  const sentence = sentenceAround(text, finding.start, finding.end);
  return {
    ruleTitle: title,
    place: placeAmong(finding, reply?.findings ?? []),
    basis,
    asOf: reply?.asOf ?? null,
    onToday: reply?.onToday,
    trueUntil: reply?.trueUntil ?? '',
    words: text.slice(finding.start, finding.end),
    sentence: text.slice(sentence.start, sentence.end),
    version,
  };
}

/** The reasons for a finding: its source, the words that decided, the day it was judged on. Folded at first. */
export function Why({ finding, grounds, open, onReport, onOwn, onUndoDay }: WhyProps) {
  const { source, cues = [] } = finding;
  const { basis, asOf } = grounds;
  // A page can search words of ours, also in a folded part: they are not there before they are asked for. The event of
  // <details> comes too late for a key that follows at once.
  const [asked, setAsked] = useState(open);
  return (
    <details class="why" open={open} onToggle={() => setAsked(true)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button by itself. */}
      <summary onClick={() => setAsked(true)}>{say('依据与判断', 'Why?')}</summary>
      {asked && (
        <>
          <p>
            {say('依据：', 'Source: ')}
            {source === undefined ? basis : <SourceLine source={source} />}
          </p>
          {cues.length > 0 && (
            <p>
              {say('判断：句中的', 'Judged by: ')}
              <q lang="zh-CN">{cues.join(say('”“', '”, “'))}</q>
              {say('表明此处是作为当前的要求来写的。', ', which present it as of today.')}
            </p>
          )}
          {asOf !== null && (
            <p>
              {say('稿件日期：', 'Draft dated ')}
              <span class="unbroken">{dateInWords(asOf.date)}</span>
              {say(`（${reasonOfDate(asOf)}）`, ` (${reasonOfDate(asOf)})`)}
              {asOf.from === 'option' && finding.rule !== 'draft-date' && (
                <Button onPress={onUndoDay}>{say('恢复自动', 'Read from the draft')}</Button>
              )}
            </p>
          )}
          <div class="more">
            {finding.asks === undefined && (
              <Button opens="own" onPress={onOwn}>
                {say('记入我的提法…', 'Add to my phrases…')}
              </Button>
            )}
            <Button opens="report" onPress={onReport}>
              {say('提示有误…', 'Not right?…')}
            </Button>
          </div>
        </>
      )}
    </details>
  );
}

interface WhyProps {
  readonly finding: Finding;
  readonly grounds: Grounds;
  /** Unfolded from the start, if the author left it so. */
  readonly open: boolean;
  readonly onReport: () => void;
  readonly onOwn: () => void;
  /** Judges the draft on its own day again. */
  readonly onUndoDay: () => void;
}

const aside = (words: string): string => say(`（${words}）`, ` (${words})`);

/** The text of a false alarm report. Nothing is sent. */
export function reportOf(finding: Finding, grounds: Grounds): string {
  const { source, cues = [], fixes } = finding;
  const { version } = grounds;
  const lines = [
    say('稿准提示有误', 'Gaozhun: a false alarm'),
    `${say('规则：', 'Rule: ')}${grounds.ruleTitle}${aside([finding.rule, levelNames[finding.level]].join(say('，', ', ')))}`,
    `${say('原句：', 'Sentence: ')}${grounds.sentence}`,
    `${say('提示：', 'Message: ')}${finding.message}`,
    fixes.length > 0
      ? `${say('建议：', 'Fixes: ')}${fixes.map(({ label }) => label).join(say('；', '; '))}`
      : '',
    source === undefined ? '' : `${say('依据：', 'Source: ')}${source.title} ${source.date ?? ''}`.trimEnd(),
    cues.length > 0 ? `${say('判断：', 'Judged by: ')}${cues.join(say('、', ', '))}` : '',
    grounds.asOf === null
      ? ''
      : `${say('稿件日期：', 'Draft dated: ')}${grounds.asOf.date}${aside(reasonOfDate(grounds.asOf))}`,
    `${say('稿准版本：', 'Version: ')}${version}${grounds.trueUntil === '' ? '' : say(`，提法依据至 ${grounds.trueUntil}`, `, packs to ${grounds.trueUntil}`)}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
