import { signal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import { applyEdits } from '../../../lib/draft/edits.ts';
import type { DeskText } from '../../surface/desk-text.ts';
import { inWords } from '../../surface/messaging.ts';
import { copyText } from '../../writing.content/copy.ts';
import { PanelState } from '../panel-state.ts';
import { download, type GiveBack, givenBack } from './give-back.ts';
import { readDraftFile } from './read-file.ts';
import { fixed, newSheet, retyped, type Sheet } from './sheet.ts';
import { TextBox } from './text-box.ts';

/** Work that takes its time, in words, and a way to end it. */
export interface Progress {
  readonly words: () => string;
  readonly stop: () => void;
}

/** So many texts are known again when Ctrl+Z or Ctrl+Y comes back to one. */
const mostKnown = 40;

/** The desk (文稿台): text from anywhere, checked, changed, and given back. It is kept while the panel is open. */
export class Desk {
  readonly box: TextBox;
  readonly state: PanelState;
  readonly sheet = signal<Sheet>(newSheet('', '', { kind: 'typed' }));
  /** What lay on the desk before, until something else takes its place. */
  readonly before = signal<Sheet | null>(null);
  readonly progress = signal<Progress | null>(null);
  /** What went wrong, or what was done, as one sentence. */
  readonly told = signal('');
  readonly manner = signal<GiveBack['manner']>('tracked');
  /** Whether what was not fixed is written as comments, too. */
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

  /** Lays another surface's text on the desk. */
  take({ text, name }: DeskText): void {
    this.lay({ ...newSheet(text, '', { kind: 'typed' }), name });
  }

  /** Lays a file on the desk. What is wrong with it is told in one sentence, and the desk stays as it was. */
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

  /** Brings back what lay on the desk before; what lies there now is kept in its place. */
  bringBack(): void {
    if (this.before.value !== null) this.lay(this.before.value);
  }

  async copy(): Promise<void> {
    const copied = await copyText(document, this.sheet.value.text);
    this.told.value = copied
      ? say('已复制改后文字。', 'The changed text is copied.')
      : say(
          '没有复制成，请在文稿框里按 Ctrl+A、Ctrl+C。',
          'Not copied. Press Ctrl+A and Ctrl+C in the text box.',
        );
  }

  /** Writes the file anew, with the changes, and hands it to the browser to be saved. */
  save(): Promise<void> {
    const sheet = this.sheet.value;
    const words = () => say('正在写成文件……', 'Writing the file…');
    return this.atWork(words, async (until) => {
      // What is asked of the author is no remark for whoever reads the file.
      const left = this.remarks.value
        ? this.state.findings.value.filter(({ asks }) => asks === undefined)
        : [];
      const written = await givenBack(sheet, { manner: this.manner.value, left }, until);
      download(written);
      this.told.value = written.note ?? say(`已下载“${written.name}”。`, `Downloaded “${written.name}”.`);
    });
  }

  private lay(sheet: Sheet): void {
    const { value } = this.sheet;
    if (value.text.trim() !== '') this.before.value = value;
    else if (this.before.value === sheet) this.before.value = null;
    this.known = new Map();
    this.told.value = '';
    this.state.said.value = '';
    this.sheet.value = sheet;
    this.box.put(sheet.text);
  }

  private follow(text: string): void {
    const { value } = this.sheet;
    if (text === value.text) return;
    this.told.value = '';
    const { fixing } = this;
    this.fixing = null;
    this.remember(value);
    // Undo and redo come back to what was there once, with its reasons.
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
    this.told.value = '';
    try {
      await work(ending.signal);
    } catch (fault) {
      if (ending.signal.aborted) this.told.value = say('已停止。', 'Stopped.');
      else this.told.value = inWords(fault);
    } finally {
      if (this.progress.value === progress) this.progress.value = null;
    }
  }
}
