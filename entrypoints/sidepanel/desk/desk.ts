import { signal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import { applyEdits } from '../../../lib/draft/text-edits.ts';
import type { DeskText } from '../../surface/desk-text.ts';
import { inWords } from '../../surface/messaging.ts';
import { copyText } from '../../writing.content/copy.ts';
import { PanelState } from '../panel-state.ts';
import { downloadWritten, fileOf, type GiveBack } from './give-back.ts';
import { readDraftFile } from './read-file.ts';
import { fixed, newSheet, retyped, type Sheet } from './sheet.ts';
import { TextBox } from './text-box.ts';

/** A task that takes time: its description, and a function to stop it. */
export interface Progress {
  readonly words: () => string;
  readonly stop: () => void;
}

/** How many texts are kept so that undo and redo find their changes again. */
const mostKnown = 40;

/** The desk (文稿台): text from anywhere, checked, changed, and taken back. Kept while the panel is open. */
export class Desk {
  readonly box: TextBox;
  readonly state: PanelState;
  readonly sheet = signal<Sheet>(newSheet('', '', { kind: 'typed' }));
  /** The previous draft, which can be restored until another replaces it. */
  readonly before = signal<Sheet | null>(null);
  readonly progress = signal<Progress | null>(null);
  readonly outcome = signal('');
  readonly manner = signal<GiveBack['manner']>('tracked');
  /** True to write the remaining findings as comments. */
  readonly remarks = signal(false);
  private known = new Map<string, Sheet>();
  private fixing: { readonly text: string; readonly sheet: Sheet } | null = null;

  constructor() {
    this.box = new TextBox({
      draftKey: () => this.sheet.value.draftKey,
      onText: (text) => this.follow(text),
      onFix: (edits, expected) => {
        const { value } = this.sheet;
        if (value.text !== expected) return;
        const text = applyEdits(expected, edits);
        this.fixing = { text, sheet: fixed(value, edits, text) };
      },
    });
    this.state = new PanelState(this.box);
  }

  /** Puts the text of another surface on the desk. */
  take({ text, name }: DeskText): void {
    this.lay({ ...newSheet(text, '', { kind: 'typed' }), name });
  }

  /** Reads a file onto the desk. If that fails, shows the reason and keeps the desk as it was. */
  openFile(file: File): Promise<void> {
    const words = () => say(`正在读取“${file.name}”……`, `Reading “${file.name}”…`);
    return this.atWork(words, async (until) => {
      const { text, source } = await readDraftFile(file, until);
      this.lay(newSheet(text, file.name, source));
    });
  }

  clear(): void {
    this.lay(newSheet('', '', { kind: 'typed' }));
  }

  /** Restores the previous draft, and keeps the present one in its place. */
  restoreBefore(): void {
    if (this.before.value !== null) this.lay(this.before.value);
  }

  async copy(): Promise<void> {
    const copied = await copyText(document, this.sheet.value.text);
    this.outcome.value = copied
      ? say('已复制改后文字。', 'The changed text is copied.')
      : say(
          '没有复制成，请在文稿框里按 Ctrl+A、Ctrl+C。',
          'Not copied. Press Ctrl+A and Ctrl+C in the text box.',
        );
  }

  /** Writes the file with the changes, and downloads it. */
  save(): Promise<void> {
    const sheet = this.sheet.value;
    const words = () => say('正在写成文件……', 'Writing the file…');
    return this.atWork(words, async (until) => {
      // A question to the author is not a comment for the file's readers.
      const unfixed = this.remarks.value
        ? this.state.findings.value.filter(({ asks }) => asks === undefined)
        : [];
      const written = await fileOf(sheet, { manner: this.manner.value, unfixed }, until);
      downloadWritten(written);
      this.outcome.value = written.note ?? say(`已下载“${written.name}”。`, `Downloaded “${written.name}”.`);
    });
  }

  private lay(sheet: Sheet): void {
    const { value } = this.sheet;
    if (value.text.trim() !== '') this.before.value = value;
    else if (this.before.value === sheet) this.before.value = null;
    this.known = new Map();
    this.outcome.value = '';
    this.state.outcome.value = '';
    this.sheet.value = sheet;
    this.box.setText(sheet.text);
  }

  private follow(text: string): void {
    const { value } = this.sheet;
    if (text === value.text) return;
    this.outcome.value = '';
    const { fixing } = this;
    this.fixing = null;
    this.remember(value);
    // Undo and redo restore a known text, with its reasons.
    const next = fixing?.text === text ? fixing.sheet : (this.known.get(text) ?? retyped(value, text));
    if (fixing !== null) this.remember(next);
    this.sheet.value = next;
  }

  private remember(sheet: Sheet): void {
    this.known.set(sheet.text, sheet);
    const [oldest] = this.known.keys();
    if (this.known.size > mostKnown && oldest !== undefined) this.known.delete(oldest);
  }

  private async atWork(words: () => string, work: (until: AbortSignal) => Promise<void>): Promise<void> {
    this.progress.value?.stop();
    const ending = new AbortController();
    const progress = { words, stop: () => ending.abort() };
    this.progress.value = progress;
    this.outcome.value = '';
    try {
      await work(ending.signal);
    } catch (fault) {
      if (ending.signal.aborted) this.outcome.value = say('已停止。', 'Stopped.');
      else this.outcome.value = inWords(fault);
    } finally {
      if (this.progress.value === progress) this.progress.value = null;
    }
  }
}
