/** A textarea for tests in Node: Node's own events, a value and a selection, and the browser's editing commands. */
export interface Control {
  readonly element: HTMLTextAreaElement;
  /** The commands that were given: name, the selection they met, and their words. */
  readonly commands: [command: string, start: number, end: number, text: string][];
  /** Has commands do something else. */
  onCommand(run: (command: string, text: string) => void): void;
  /** Runs what was asked for the next frame. */
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

/** Makes a textarea that holds a value, its caret at the end. */
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
