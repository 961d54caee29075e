import { type ReadonlySignal, signal } from '@preact/signals';
import { ignoredInWords, quoted } from '../../components/ignore-names.ts';
import { say } from '../../components/say.ts';
import { shortened } from '../../components/screen-words.ts';
import { ignoredKey } from '../../lib/checking/ignore.ts';
import type { IgnoredFinding } from '../../lib/checking/ignored.ts';
import type { IgnoredReply } from '../../lib/messaging/messages.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { ask, inWords } from '../surface/messaging.ts';
import type { DraftPlace, OpenField } from './draft-place.ts';
import type { Told } from './told.ts';

/** What ignoring uses of the panel. */
interface Panel {
  readonly field: ReadonlySignal<OpenField | null | undefined>;
  readonly place: Pick<DraftPlace, 'recheck'>;
  readonly told: Told;
  /** Runs an action and tells its sentence. Returns whether it succeeded. */
  doing(work: (field: OpenField) => Promise<string>): Promise<boolean>;
  /** The same for an action that removes a finding. */
  resolving(finding: Finding, work: (field: OpenField) => Promise<string>): Promise<void>;
  /** Goes to a finding that is shown again. */
  returnTo(finding: Finding): void;
}

/** What the author ignores in a draft, and how it is taken back. */
export class Ignoring {
  /** What is ignored in this draft and in every draft; null until read. */
  readonly list = signal<IgnoredReply | null>(null);
  private readonly panel: Panel;

  constructor(panel: Panel) {
    this.panel = panel;
  }

  ignore(finding: Finding, scope: 'here' | 'draft'): Promise<void> {
    const { place, told } = this.panel;
    return this.panel.resolving(finding, async ({ draftKey, text }) => {
      const key = ignoredKey(finding, text, scope);
      await ask({ type: 'ignore', draftKey, finding: key });
      await place.recheck();
      return told.undoable(ignoredInWords(scope, shortened(key.text, 14)), async () => {
        if (await this.restore(key)) this.panel.returnTo(finding);
      });
    });
  }

  async read(): Promise<void> {
    const draftKey = this.panel.field.value?.draftKey;
    if (draftKey === undefined) return;
    try {
      this.list.value = await ask({ type: 'ignored', draftKey });
    } catch (fault) {
      this.panel.told.words.value = inWords(fault);
    }
  }

  /**
   * Stops ignoring a finding, in this draft or in every draft; without `finding`, everything ignored in this
   * draft.
   */
  restore(finding?: IgnoredFinding, always = false): Promise<boolean> {
    return this.shownAgain(
      [finding],
      always,
      finding === undefined
        ? say('已恢复本稿中忽略的提示。', 'What was ignored in this draft is shown again.')
        : say(`${quoted(finding.text)}会再作提示。`, `${quoted(finding.text)} will be pointed out again.`),
    );
  }

  /** Stops ignoring several findings in this draft. */
  restoreAll(findings: readonly IgnoredFinding[]): Promise<boolean> {
    return this.shownAgain(
      findings,
      false,
      say('这些字会再作提示。', 'These words will be pointed out again.'),
    );
  }

  private shownAgain(
    findings: readonly (IgnoredFinding | undefined)[],
    always: boolean,
    words: string,
  ): Promise<boolean> {
    return this.panel.doing(async ({ draftKey }) => {
      for (const finding of findings)
        await ask({ type: 'restore-ignored', draftKey, ...(finding && { finding }), always });
      await this.panel.place.recheck();
      await this.read();
      return words;
    });
  }
}
