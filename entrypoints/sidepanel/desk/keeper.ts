import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { serial } from '../../../lib/common/serial.ts';
import { shareFiles } from './file-channel.ts';
import {
  fileRecord,
  type KeptDesk,
  readFileRecord,
  readRecord,
  recordOf,
  type Stamp,
} from './kept-record.ts';

/** The keys in session storage of the desk and of the bytes of its file, which are written apart from it. */
const deskKey = 'desk';
const fileKey = 'desk-file';
/** The key in local storage of the mark that there is a text on the desk. It holds nothing of the text. */
const markKey = 'desk-in-use';

/**
 * Pause after the last key before the text is stored, in ms. Firefox drops what a page sends while it is left: there,
 * each change is stored at once, and those that come during a write together.
 */
const rest = import.meta.env.FIREFOX ? 0 : 300;
/** The longest file that is stored, in bytes: as base64 it leaves 2 of the 10 MB of session storage to all else. */
const longestFile = 6 * 1024 * 1024;

/** What the keeper asks of the desk of this view. */
interface View {
  /** The desk with the last keys; its text is '' if there is nothing to keep. */
  readonly read: () => KeptDesk;
  /** True while the text cannot be replaced, as an input method composes. */
  readonly busy: () => boolean;
  /**
   * Takes over what another view has made of the desk; null: it was cleared. `unseen`: the other did not know of this
   * view's last change.
   */
  readonly take: (kept: KeptDesk | null, unseen: boolean) => void;
  /** Takes the bytes of the file with this id. */
  readonly takeFile: (id: string, bytes: Uint8Array) => void;
}

/**
 * Keeps the desk in the session's memory until it is cleared or the browser ends, the same for all views of it. The
 * last write counts. A view whose own change is not stored yet does not take over another's.
 */
export class DeskKeeper {
  /** How much will be there again after closing. */
  readonly stays = signal<'all' | 'text' | 'nothing'>('all');
  /** True if a text was lost with the browser's last end. */
  readonly lost = signal(false);
  /** False in a private window, of which nothing may stay. */
  readonly keeps = signal(true);
  private readonly view: View;
  private readonly me = crypto.randomUUID();
  private readonly queue = serial();
  private count = 0;
  /** The revision in the view, or that was taken over; '' for none. */
  private known = '';
  /** The revision that is being written, until the browser reports it. */
  private awaited: string | null = null;
  private changed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private marked = false;
  /** The ids of the file that is stored, and of the last one that was not. */
  private stored: string | null = null;
  private refused: string | null = null;
  /** True if another view's change was not taken over while this one was busy. */
  private behind = false;
  private askForFile: (id: string) => void = () => undefined;

  constructor(view: View) {
    this.view = view;
  }

  /** Reads what is kept, and follows other views until the signal. Returns what is kept; null for an empty desk. */
  async open(until: AbortSignal): Promise<KeptDesk | null> {
    browser.storage.session.onChanged.addListener(this.onChanged);
    until.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(this.onChanged));
    this.askForFile = shareFiles(
      (id) => this.fileHere(id),
      (id, bytes) => this.view.takeFile(id, bytes),
      until,
    );
    // Not bound to the signal, which ends with the same event.
    addEventListener('pagehide', () => this.leave());
    addEventListener('blur', () => this.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.flush();
    });
    const [stored, { [markKey]: mark }, { incognito }] = await Promise.all([
      browser.storage.session.get(deskKey),
      browser.storage.local.get(markKey),
      browser.windows.getCurrent(),
    ]);
    if (incognito) {
      this.keeps.value = false;
      return null;
    }
    const read = readRecord(stored[deskKey]);
    // Another view may have written meanwhile.
    if (this.known !== '') return this.view.read();
    this.marked = mark === true;
    if (read === null) {
      this.lost.value = this.marked;
      return null;
    }
    this.known = read.stamp.revision;
    return await this.withFile(read.kept);
  }

  /** Notes a change of the desk; it is stored after a pause, or at once. */
  change(when: 'soon' | 'now'): void {
    this.changed = true;
    clearTimeout(this.timer);
    if (when === 'now' || rest === 0) void this.flush();
    else this.timer = setTimeout(() => void this.flush(), rest);
  }

  /** Stores what has changed. Resolves when all is stored. */
  flush(): Promise<void> {
    const work = this.work();
    return this.queue(work ?? (() => Promise.resolve()));
  }

  /** The author has seen that a text was lost: it is said once. */
  async lossSeen(): Promise<void> {
    if (!this.marked || this.known !== '') return;
    this.marked = false;
    await browser.storage.local.remove(markKey);
  }

  /** Gets the bytes of the file of a desk that was taken over: from the store, or from another view. */
  async fetchFile(id: string): Promise<void> {
    const bytes = await this.storedFile(id);
    if (bytes === null) this.askForFile(id);
    else this.view.takeFile(id, bytes);
  }

  /** At once: nothing waits for a page that is left, and the browser keeps the order of writes. */
  private leave(): void {
    void this.work()?.();
  }

  /** The write of what has changed, with the desk as it is now; null if nothing has. */
  private work(): (() => Promise<void>) | null {
    clearTimeout(this.timer);
    // Reading may find a change.
    const kept = this.view.read();
    if (!this.changed || !this.keeps.peek()) return null;
    this.changed = false;
    this.behind = false;
    this.lost.value = false;
    const turn = ++this.count;
    // A write that waited is overtaken by the one of a page that is left.
    const unlessOvertaken = (write: () => Promise<void>) => async () => {
      if (turn === this.count) await write();
    };
    if (isEmpty(kept)) {
      this.known = '';
      this.awaited = null;
      return unlessOvertaken(() => this.forget());
    }
    const stamp = { by: this.me, revision: `${this.me}:${turn}`, base: this.known };
    this.known = stamp.revision;
    this.awaited = stamp.revision;
    return unlessOvertaken(() => this.write(kept, stamp));
  }

  private async write(kept: KeptDesk, stamp: Stamp): Promise<void> {
    if (!(await this.put({ [deskKey]: recordOf(kept, stamp) }))) {
      if (this.awaited === stamp.revision) this.awaited = null;
      this.stays.value = 'nothing';
      return;
    }
    await this.mark();
    this.stays.value = (await this.writeFile(kept)) ? 'all' : 'text';
  }

  /** Sets the mark that there is a text, if it is not set. */
  private async mark(): Promise<void> {
    if (this.marked) return;
    this.marked = true;
    try {
      await browser.storage.local.set({ [markKey]: true });
    } catch {
      // No room. The text is kept all the same; only its loss would not be told of. Tried again with the next write.
      this.marked = false;
    }
  }

  /** Stores items; the text has precedence over the file. Resolves to whether they are stored. */
  private async put(items: Record<string, unknown>): Promise<boolean> {
    try {
      await browser.storage.session.set(items);
      return true;
    } catch {
      // No room.
    }
    try {
      this.stored = null;
      await browser.storage.session.remove(fileKey);
      await browser.storage.session.set(items);
      return true;
    } catch {
      return false;
    }
  }

  /** Stores the file of the desk if it is not there yet. Resolves to whether all of it is stored. */
  private async writeFile({ sheet: { source } }: KeptDesk): Promise<boolean> {
    if (source.kind !== 'docx') {
      if (this.stored !== null) await browser.storage.session.remove(fileKey);
      this.stored = null;
      return true;
    }
    const { id, bytes } = source;
    if (id === this.stored) return true;
    if (bytes === null || id === this.refused) return false;
    this.stored = null;
    try {
      if (bytes.length > longestFile) await browser.storage.session.remove(fileKey);
      else {
        await browser.storage.session.set({ [fileKey]: fileRecord(id, bytes) });
        this.stored = id;
      }
    } catch {
      await browser.storage.session.remove(fileKey);
    }
    if (this.stored === id) return true;
    this.refused = id;
    return false;
  }

  private async forget(): Promise<void> {
    this.marked = false;
    this.stored = null;
    this.stays.value = 'all';
    // Both are sent before either is awaited, as the page may be closing.
    await Promise.all([
      browser.storage.session.remove([deskKey, fileKey]),
      browser.storage.local.remove(markKey),
    ]);
  }

  private readonly onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
    const { [deskKey]: change } = changes;
    if (change === undefined) return;
    const read = readRecord(change.newValue);
    if (read?.stamp.by === this.me) {
      if (read.stamp.revision === this.awaited) this.awaited = null;
      return;
    }
    // The own change is written after this one.
    if (this.changed || this.awaited !== null || !this.keeps.peek()) return;
    // This view has cleared it.
    if (read === null && this.known === '') return;
    if (this.view.busy()) this.wait();
    else this.takeOver(read);
  };

  private takeOver(read: ReturnType<typeof readRecord>): void {
    const unseen = read !== null && read.stamp.base !== this.known;
    this.known = read?.stamp.revision ?? '';
    this.marked = read !== null;
    this.behind = false;
    this.lost.value = false;
    this.view.take(read?.kept ?? null, unseen);
  }

  /** Takes over what is stored once the input method has ended, unless that changed the text. */
  private wait(): void {
    if (this.behind) return;
    this.behind = true;
    const look = async (): Promise<void> => {
      const stored = await browser.storage.session.get(deskKey);
      if (!this.behind || this.changed) return;
      this.behind = false;
      const read = readRecord(stored[deskKey]);
      if (read?.stamp.revision !== this.known) this.takeOver(read);
    };
    // The field reads its text in the next frame.
    document.addEventListener('compositionend', () => requestAnimationFrame(() => void look()), {
      once: true,
    });
  }

  private async withFile(kept: KeptDesk): Promise<KeptDesk> {
    const { sheet } = kept;
    if (sheet.source.kind !== 'docx') return kept;
    const bytes = await this.storedFile(sheet.source.id);
    if (bytes === null) this.askForFile(sheet.source.id);
    return { ...kept, sheet: { ...sheet, source: { ...sheet.source, bytes } } };
  }

  private async storedFile(id: string): Promise<Uint8Array | null> {
    const { [fileKey]: raw } = await browser.storage.session.get(fileKey);
    const bytes = readFileRecord(raw, id);
    if (bytes !== null) this.stored = id;
    this.stays.value = bytes === null ? 'text' : 'all';
    return bytes;
  }

  private fileHere(id: string): Uint8Array | null {
    const { source } = this.view.read().sheet;
    return source.kind === 'docx' && source.id === id ? source.bytes : null;
  }
}

function isEmpty({ sheet: { source, text } }: KeptDesk): boolean {
  return source.kind === 'typed' && text.trim() === '';
}
