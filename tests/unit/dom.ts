/**
 * A page for tests in Node: linkedom's tree, extended by what the fields need: ranges, a selection, editing commands,
 * styles from `style` attributes, and listeners that end with a signal.
 */
import { EventTarget, Event as PageEvent, parseHTML } from 'linkedom';

/** A page and its editor: the element with the id `editor`. */
export interface TestPage {
  readonly document: Document;
  readonly editor: HTMLElement;
  readonly selection: TestSelection;
  /** The first element for a selector; throws if there is none. */
  find(selector: string): HTMLElement;
  /** The first text node with these words; throws if there is none. */
  textNode(words: string): Text;
  /** Runs the callbacks of the next frame. */
  frame(): void;
  /** An event of the page, with the properties of `more`. */
  event(type: string, more?: object): Event;
}

interface Place {
  readonly node: Node;
  readonly offset: number;
}

const lengthOf = (node: Node): number =>
  node.nodeType === 3 ? (node as Text).data.length : node.childNodes.length;

/** The path from the root to a place, as indexes that compare like places: in a text node, the last is the offset. */
function wayTo({ node, offset }: Place): number[] {
  const way = [offset];
  for (let at = node; at.parentNode !== null; at = at.parentNode)
    way.unshift(Array.prototype.indexOf.call(at.parentNode.childNodes, at) + 0.5);
  return way;
}

function compare(one: Place, other: Place): number {
  const [a, b] = [wayTo(one), wayTo(other)];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

export class TestRange {
  startContainer: Node;
  endContainer: Node;
  startOffset = 0;
  endOffset = 0;

  constructor(document: Node) {
    this.startContainer = document;
    this.endContainer = document;
  }

  setStart(node: Node, offset: number): void {
    if (offset > lengthOf(node)) throw new DOMException('No such place.', 'IndexSizeError');
    this.startContainer = node;
    this.startOffset = offset;
  }

  setEnd(node: Node, offset: number): void {
    if (offset > lengthOf(node)) throw new DOMException('No such place.', 'IndexSizeError');
    this.endContainer = node;
    this.endOffset = offset;
  }

  comparePoint(node: Node, offset: number): number {
    const place = { node, offset };
    if (compare(place, { node: this.startContainer, offset: this.startOffset }) < 0) return -1;
    return compare(place, { node: this.startContainer, offset: this.startOffset }) > 0 ? 1 : 0;
  }
}

/** The selection of a page; it dispatches its change event asynchronously, as browsers do. */
export class TestSelection {
  anchorNode: Node | null = null;
  focusNode: Node | null = null;
  anchorOffset = 0;
  focusOffset = 0;
  rangeCount = 0;

  constructor(private readonly heard: () => void) {}

  setBaseAndExtent(anchor: Node, anchorOffset: number, focus: Node, focusOffset: number): void {
    Object.assign(this, { anchorNode: anchor, anchorOffset, focusNode: focus, focusOffset, rangeCount: 1 });
    setTimeout(this.heard);
  }
}

/** linkedom's listeners ignore signals. */
const add = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (
  this: InstanceType<typeof EventTarget>,
  type: string,
  listener: unknown,
  options?: { signal?: AbortSignal },
) {
  if (options?.signal?.aborted === true) return;
  add.call(this, type, listener, options);
  options?.signal?.addEventListener('abort', () => this.removeEventListener(type, listener));
};

const inlineTags = /^(?:SPAN|B|STRONG|I|EM|U|A|CODE|IMG|CUSTOM-INLINE)$/u;

/** The styles that tests use: those of `style` attributes, with white space and list marks inherited. */
function styleOf(element: Element) {
  const own = (name: string, from: Element = element): string | undefined =>
    new RegExp(`(?:^|;)\\s*${name}:\\s*([\\w-]+)`, 'u').exec(from.getAttribute('style') ?? '')?.[1];
  const inherited = (name: string): string | undefined => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const value = own(name, at);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return {
    whiteSpace: inherited('white-space') ?? 'normal',
    display: own('display') ?? (inlineTags.test(element.tagName) ? 'inline' : 'block'),
    position: own('position') ?? 'static',
    listStyleType: inherited('list-style-type') ?? 'decimal',
  };
}

/** Makes a page from the markup of its body. */
export function pageOf(body: string): TestPage {
  const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  let frames: (() => void)[] = [];
  let focused: Element = document.body;
  const undone: (() => void)[] = [];
  const event = (type: string, more: object = {}): Event =>
    Object.assign(
      new PageEvent(type, { bubbles: true, cancelable: true, ...more }),
      more,
    ) as unknown as Event;
  const selection = new TestSelection(() => document.dispatchEvent(event('selectionchange')));

  /** Replaces the selection within one text node, as a browser does for an editor that does not cancel it. */
  function execCommand(command: string, _ui?: boolean, text = ''): boolean {
    if (command === 'undo') {
      undone.pop()?.();
      return true;
    }
    const { anchorNode: node, anchorOffset: from, focusNode, focusOffset: to } = selection;
    if (node?.nodeType !== 3 || node !== focusNode) return false;
    const field = node as Text;
    const before = field.data;
    if (!focused.dispatchEvent(event('beforeinput', { inputType: command, data: text }))) return true;
    field.data = before.slice(0, from) + text + before.slice(to);
    undone.push(() => {
      field.data = before;
    });
    selection.setBaseAndExtent(field, from + text.length, field, from + text.length);
    focused.dispatchEvent(event('input'));
    return true;
  }

  class TestDataTransfer {
    private readonly data = new Map<string, string>();
    setData(type: string, value: string): void {
      this.data.set(type, value);
    }
    getData(type: string): string {
      return this.data.get(type) ?? '';
    }
  }
  class InitEvent extends PageEvent {
    constructor(type: string, init: object = {}) {
      super(type, init);
      Object.assign(this, init);
    }
  }
  const view = {
    Array,
    Object,
    Event: InitEvent,
    InputEvent: InitEvent,
    ClipboardEvent: InitEvent,
    KeyboardEvent: InitEvent,
    DataTransfer: TestDataTransfer,
    StaticRange: class {
      constructor(range: TestRange) {
        Object.assign(this, range);
      }
    },
    navigator: { platform: 'Linux' },
    getComputedStyle: styleOf,
    requestAnimationFrame(callback: () => void): number {
      frames.push(callback);
      // Frames run even if no test calls `frame`.
      setTimeout(() => frames.includes(callback) && runFrames());
      return frames.length;
    },
    cancelAnimationFrame(number: number): void {
      frames.splice(number - 1, 1);
    },
    focus: () => undefined,
  };
  function runFrames(): void {
    const due = frames;
    frames = [];
    for (const callback of due) callback();
  }
  const define = (target: object, values: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(values))
      Object.defineProperty(target, name, { value, configurable: true, writable: true });
  };
  define(document, {
    defaultView: view,
    designMode: 'off',
    hasFocus: () => true,
    createRange: () => new TestRange(document),
    getSelection: () => selection,
    execCommand,
  });
  Object.defineProperty(document, 'activeElement', { get: () => focused });
  for (const element of [document.body, ...document.body.querySelectorAll('*')]) adapt(element);

  /** Adds what browsers' elements have besides. */
  function adapt(element: Element): void {
    Object.defineProperty(element, 'isContentEditable', {
      get: () => {
        const around = element.closest('[contenteditable]')?.getAttribute('contenteditable');
        return around !== undefined && around !== null && around !== 'false';
      },
    });
    const matches = element.matches.bind(element);
    define(element, {
      matches: (selector: string) => (selector === ':focus' ? focused === element : matches(selector)),
      focus() {
        focused = element;
        element.dispatchEvent(event('focus'));
      },
    });
  }

  function find(selector: string): HTMLElement {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector} on the page.`);
    return found;
  }
  function textNode(words: string): Text {
    const within = (node: Node): Text | null => {
      if (node.nodeType === 3 && (node as Text).data.includes(words)) return node as Text;
      for (const child of node.childNodes) {
        const found = within(child);
        if (found !== null) return found;
      }
      return null;
    };
    const found = within(document.body);
    if (found === null) throw new Error(`No text with ${words}.`);
    return found;
  }
  return { document, editor: find('#editor'), selection, find, textNode, frame: runFrames, event };
}

/** A page whose editor is an editable `<div>` with this markup. */
export const editorOf = (inner: string, attributes = 'contenteditable="true"'): TestPage =>
  pageOf(`<div id="editor" ${attributes}>${inner}</div>`);
