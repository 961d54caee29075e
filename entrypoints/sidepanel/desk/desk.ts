import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { say } from '../../../components/say.ts';
import { isCounted } from '../../../lib/checking/counted.ts';
import { applyEdits } from '../../../lib/draft/text-edits.ts';
import { draftSettingsKey } from '../../../lib/storage/settings.ts';
import type { DeskText } from '../../surface/desk-text.ts';
import { inWords } from '../../surface/messaging.ts';
import { copyText } from '../../writing/copy.ts';
import { PanelState } from '../panel-state.ts';
import { downloadWritten, fileOf, type GiveBack } from './give-back.ts';
import { DeskKeeper } from './keeper.ts';
import type { KeptDesk } from './kept-record.ts';
import { readDraftFile } from './read-file.ts';
import { emptySheet, fixed, newSheet, numbersIn, retyped, type Sheet } from './sheet.ts';
import { TextBox } from './text-box.ts';

/** A task that takes time: its description, and a function to stop it. */
export interface Progress {
  readonly words: () => string;
  readonly stop: () => void;
}

/** How many texts are kept so that undo and redo find their changes again. */
const mostKnown = 40;

/**
 * The desk (文稿台): text from anywhere, checked, changed, and taken back. Kept in the session's memory, so that every
 * panel and tab shows the same desk, and finds it again after closing.
 */
export class Desk {
  readonly box: TextBox;
  readonly state: PanelState;
  readonly keeper: DeskKeeper;
  readonly sheet = signal<Sheet>(emptySheet());
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
      numbersIn: (text) => numbersIn(this.sheet.value, text),
      onText: (text) => this.follow(text),
      onFix: (edits, expected) => {
        const { value } = this.sheet;
        if (value.text !== expected) return;
        const text = applyEdits(expected, edits);
        this.fixing = { text, sheet: fixed(value, edits, text) };
      },
    });
    this.state = new PanelState(this.box);
    this.keeper = new DeskKeeper({
      read: () => this.now(),
      busy: () => this.box.composing,
      take: (kept, unseen) => this.takeOver(kept, unseen),
      takeFile: (id, bytes) => this.takeFile(id, bytes),
    });
  }

  /** Shows what was kept of the desk, and keeps it from now on; follows its other views until the signal. */
  async open(until: AbortSignal): Promise<void> {
    const kept = await this.keeper.open(until);
    if (kept !== null) this.show(kept);
    const onChanged = async (changes: Record<string, unknown>): Promise<void> => {
      const name = await draftSettingsKey(this.sheet.value.draftKey);
      // Another view has set the date, or ignored a finding.
      if (name in changes && !this.state.busy.value) await this.box.recheck();
    };
    browser.storage.local.onChanged.addListener(onChanged);
    until.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
  }

  /** Puts the text of another surface on the desk. */
  take({ text, name }: DeskText): void {
    const { value } = this.sheet;
    // Another view of the desk was faster.
    if (value.text === text && value.name === name) return;
    this.lay({ ...newSheet(text, '', { kind: 'typed' }), name });
  }

  /** Reads a file onto the desk. If that fails, shows the reason and keeps the desk as it was. */
  openFile(file: File): Promise<void> {
    const words = () => say(`正在读取“${file.name}”……`, `Reading “${file.name}”…`);
    return this.atWork(words, async (until) => {
      const { text, source } = await readDraftFile(file, until);
      const { value } = this.sheet;
      const isMissing = value.source.kind === 'docx' && value.source.bytes === null;
      if (isMissing && source.kind === 'docx' && text === value.origin) {
        this.sheet.value = { ...value, source };
        this.keeper.change('now');
        this.outcome.value = say('原文件已接上，改动都在。', 'The file is back, with all changes.');
      } else this.lay(newSheet(text, file.name, source));
    });
  }

  clear(): void {
    this.lay(emptySheet());
  }

  /** Restores the previous draft, and keeps the present one in its place. */
  restoreBefore(): void {
    if (this.before.value !== null) this.lay(this.before.value);
  }

  /** Chooses how a .docx is written. */
  writeAs(choice: Partial<Pick<KeptDesk, 'manner' | 'remarks'>>): void {
    if (choice.manner !== undefined) this.manner.value = choice.manner;
    if (choice.remarks !== undefined) this.remarks.value = choice.remarks;
    this.keeper.change('now');
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
      const unfixed = this.remarks.value ? this.state.findings.value.filter(isCounted) : [];
      const written = await fileOf(sheet, { manner: this.manner.value, unfixed }, until);
      downloadWritten(written);
      this.outcome.value = written.note ?? say(`已下载“${written.name}”。`, `Downloaded “${written.name}”.`);
    });
  }

  private lay(sheet: Sheet): void {
    const { value } = this.sheet;
    if (value.text.trim() !== '') this.before.value = value;
    else if (this.before.value === sheet) this.before.value = null;
    this.renew(sheet);
    this.box.setText(sheet.text);
    this.keeper.change('now');
  }

  /** Replaces the sheet by one with another past. */
  private renew(sheet: Sheet): void {
    this.known = new Map();
    this.fixing = null;
    this.outcome.value = '';
    this.state.outcome.value = '';
    this.sheet.value = sheet;
  }

  private follow(text: string): void {
    const { value } = this.sheet;
    if (text === value.text) return;
    this.outcome.value = '';
    const { fixing } = this;
    this.fixing = null;
    this.remember(value);
    // Undo and redo restore a known text, with its reasons; its file may have come since.
    const known = this.known.get(text);
    const next =
      fixing?.text === text
        ? fixing.sheet
        : known === undefined
          ? retyped(value, text)
          : { ...known, source: value.source };
    if (fixing !== null) this.remember(next);
    this.sheet.value = next;
    this.keeper.change('soon');
  }

  private remember(sheet: Sheet): void {
    this.known.set(sheet.text, sheet);
    const [oldest] = this.known.keys();
    if (this.known.size > mostKnown && oldest !== undefined) this.known.delete(oldest);
  }

  /** The desk with the last keys. */
  private now(): KeptDesk {
    void this.box.refresh();
    const { made } = this.box;
    return { sheet: this.sheet.value, made, manner: this.manner.value, remarks: this.remarks.value };
  }

  private show({ sheet, made, manner, remarks }: KeptDesk): void {
    this.manner.value = manner;
    this.remarks.value = remarks;
    const { value } = this.sheet;
    if (sheet.text !== value.text) {
      this.renew(sheet);
      this.box.followText(sheet.text);
      this.box.bring(made);
      return;
    }
    this.sheet.value = sheet;
    this.box.bring(made);
    // It may have a date of its own.
    if (sheet.draftKey !== value.draftKey) void this.box.recheck();
  }

  /** Takes over the desk of another view; what would be lost here can be restored. */
  private takeOver(kept: KeptDesk | null, unseen: boolean): void {
    const mine = this.sheet.value;
    const next = kept?.sheet ?? emptySheet();
    const isOther = unseen || next.draftKey !== mine.draftKey;
    if (isOther && mine.text.trim() !== '' && mine.text !== next.text) this.before.value = mine;
    const { source } = next;
    const isSameFile = source.kind === 'docx' && mine.source.kind === 'docx' && source.id === mine.source.id;
    const sheet = isSameFile ? { ...next, source: mine.source } : next;
    this.show({ made: [], manner: this.manner.value, remarks: this.remarks.value, ...kept, sheet });
    if (source.kind === 'docx' && !isSameFile) void this.keeper.fetchFile(source.id);
  }

  private takeFile(id: string, bytes: Uint8Array): void {
    const { value } = this.sheet;
    const { source } = value;
    if (source.kind !== 'docx' || source.id !== id || source.bytes !== null) return;
    this.sheet.value = { ...value, source: { ...source, bytes } };
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
