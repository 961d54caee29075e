/** A textarea for tests in Node: Node's events, a value and a selection, and the browser's editing commands. */
export interface Control {
  readonly element: HTMLTextAreaElement;
  /** The commands executed: name, the selection at that time, and their text. */
  readonly commands: [command: string, start: number, end: number, text: string][];
  /** Replaces the effect of commands. */
  onCommand(run: (command: string, text: string) => void): void;
  /** Runs the callbacks of the next frame. */
  frame(): void;
}

class TestArea extends EventTarget {
  selectionStart: number;
  selectionEnd: number;
  selectionDirection = 'none';
  scrollTop = 0;
  scrollLeft = 0;

  constructor(
    public value: string,
    readonly ownerDocument: object,
  ) {
    super();
    this.selectionStart = value.length;
    this.selectionEnd = value.length;
  }

  setSelectionRange(start: number, end: number, direction = 'none'): void {
    Object.assign(this, { selectionStart: start, selectionEnd: end, selectionDirection: direction });
  }

  focus(): void {
    this.dispatchEvent(new Event('focus'));
  }

  getRootNode(): object {
    return {};
  }
}

/** Makes a textarea with a value, its caret at the end. */
export function controlOf(value: string): Control {
  const commands: Control['commands'] = [];
  let due: (() => void)[] = [];
  let run = (_command: string, text: string): void => {
    const { value: before, selectionStart, selectionEnd } = area;
    area.value = before.slice(0, selectionStart) + text + before.slice(selectionEnd);
    area.setSelectionRange(selectionStart + text.length, selectionStart + text.length);
    area.dispatchEvent(new Event('input'));
  };
  const area = new TestArea(value, {
    defaultView: {
      requestAnimationFrame: (callback: () => void) => due.push(callback),
      cancelAnimationFrame: (number: number) => due.splice(number - 1, 1),
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    execCommand(command: string, _ui = false, text = '') {
      commands.push([command, area.selectionStart, area.selectionEnd, text]);
      run(command, text);
      return true;
    },
  });
  return {
    element: area as unknown as HTMLTextAreaElement,
    commands,
    onCommand(other) {
      run = other;
    },
    frame() {
      const now = due;
      due = [];
      for (const callback of now) callback();
    },
  };
}
