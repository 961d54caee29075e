/** A run of a block's text in one format. A line break within the block is `\n`. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly link: string | null;
  /** True for a part that cannot be edited. */
  readonly island: boolean;
}

/** A block of a draft, for editors that build their document from their own types. */
export interface Block {
  readonly tag: 'h1' | 'h2' | 'h3' | 'p' | 'li' | 'td';
  /** The list or table row that contains it, and its table: blocks with one parent share it. */
  readonly parent: Element | null;
  readonly table: Element | null;
  readonly ordered: boolean;
  readonly runs: readonly Run[];
}

const blockSelector = 'h1, h2, h3, p, li, td, th';

/** A draft's HTML as blocks in order. */
export function blocksOf(html: string): Block[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const leaves = [...body.querySelectorAll(blockSelector)].filter(
    (element) => element.querySelector(blockSelector) === null,
  );
  return leaves.map((element) => {
    const around = element.closest('li, td, th') ?? element;
    const tag = around.tagName.toLowerCase();
    const parent = around.closest('ul, ol, tr');
    return {
      tag: tag === 'th' ? 'td' : (tag as Block['tag']),
      parent,
      table: around.closest('table'),
      ordered: parent?.tagName === 'OL',
      runs: runsOf(element),
    };
  });
}

function runsOf(block: Element): Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeName === 'BR' ? '\n' : node.nodeType === 3 ? (node.nodeValue ?? '') : '';
    if (text === '') continue;
    const around = node.parentElement;
    runs.push({
      text,
      bold: around?.closest('strong, b') != null,
      link: around?.closest('a')?.getAttribute('href') ?? null,
      island: around?.closest('[contenteditable="false"]') != null,
    });
  }
  return runs.length === 1 && runs[0]?.text === '\n' ? [] : runs;
}

/** The lines of a model without blank blocks, in the form of `EditorPage.model`. */
export function linesOf(blocks: readonly string[]): string {
  return blocks
    .flatMap((block) => block.split('\n'))
    .filter((line) => line !== '')
    .join('\n');
}
