/** How long a message stays, in ms. */
const stay = 6_000;
/** How long a message stays that offers to undo what it tells, in ms. */
const stayWithUndo = 10_000;

/** What keeps a message on the screen: the pointer is on it, or the focus is in it. */
export type Holder = 'pointer' | 'focus';

/** Ends a message after a while. While it is held, it stays; then the whole time begins again. */
export class Fading {
  private readonly onEnd: () => void;
  private readonly holders = new Set<Holder>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The time that the present message has, in ms; 0 if there is none. */
  private time = 0;

  constructor(onEnd: () => void) {
    this.onEnd = onEnd;
  }

  /** A message is shown. */
  begin(undoable: boolean): void {
    this.time = undoable ? stayWithUndo : stay;
    this.run();
  }

  /** The message is gone. */
  stop(): void {
    this.time = 0;
    clearTimeout(this.timer);
  }

  hold(by: Holder): void {
    this.holders.add(by);
    clearTimeout(this.timer);
  }

  release(by: Holder): void {
    this.holders.delete(by);
    this.run();
  }

  private run(): void {
    clearTimeout(this.timer);
    if (this.time === 0 || this.holders.size > 0) return;
    this.timer = setTimeout(() => {
      this.time = 0;
      this.onEnd();
    }, this.time);
  }
}
