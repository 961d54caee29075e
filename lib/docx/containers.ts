import type { Element, Node } from '@xmldom/xmldom';
import { bilingual, type Words } from '../language/language.ts';
import type { Fields } from './fields.ts';
import { topOf } from './place.ts';
import { childNamed, elementsOf, insertAfter, isElement, isNamed } from './xml.ts';

/** In which no revision can stand: LibreOffice loses or garbles the words beside it. */
export type Container = 'control' | 'field';

/** What a comment says where a change stands plainly. */
export const madePlainly: Readonly<Record<Container, Words>> = {
  control: bilingual('此处在内容控件内，已直接改动', 'This is in a content control and was changed directly'),
  field: bilingual(
    '此处在域内，已直接改动，更新域时请再核对',
    'This is in a field and was changed directly; please look again once the field is updated',
  ),
};

/**
 * What holds a run so that its words cannot be revised: a content control around paragraphs or cells, one for plain
 * text, or the result of a field. Null if they can.
 */
export function containerOf(run: Element, fields: Fields): Container | null {
  if (fields.of.has(run)) return 'field';
  let within = true;
  for (let at: Node | null = run.parentNode; isElement(at); at = at.parentNode) {
    if (isNamed(at, 'p')) within = false;
    else if (isNamed(at, 'fldSimple')) return 'field';
    else if (isNamed(at, 'sdt') && (!within || isPlainText(at))) return 'control';
  }
  return null;
}

/** A field or a content control within a paragraph, from its first node to its last. */
export interface Hold {
  readonly begin: Element;
  readonly end: Element;
}

/** The fields and controls of its paragraph that hold a run, the outermost first. */
export function holdsOf(run: Element, fields: Fields): Hold[] {
  const around: Element[] = [];
  for (let at: Node | null = run.parentNode; isElement(at) && !isNamed(at, 'p'); at = at.parentNode) {
    if (isNamed(at, 'sdt', 'fldSimple')) around.unshift(at);
  }
  const holds: Hold[] = around.map((element) => ({ begin: element, end: element }));
  const field = fields.of.get(run);
  if (field !== undefined) {
    const outside = around.filter((element) => element.contains(field.begin)).length;
    holds.splice(outside, 0, field);
  }
  return holds;
}

function isPlainText(control: Element): boolean {
  const properties = childNamed(control, 'sdtPr');
  return properties !== undefined && childNamed(properties, 'text') !== undefined;
}

/** Nodes that mark the words of a comment, in the order of the text. */
export interface CommentMarks {
  readonly start: Element;
  readonly end: Element;
  /** The run with the comment's number. */
  readonly reference: Element;
}

/**
 * Puts the marks of a comment around the runs from the first to the last: outside of fields, and of content controls
 * around paragraphs, where they would cost words. False if the whole document is such a control.
 */
export function markWords(first: Element, last: Element, fields: Fields, marks: CommentMarks): boolean {
  const from = topOf(fields.of.get(first)?.begin ?? first);
  const to = topOf(fields.of.get(last)?.end ?? last);
  const control = controlAround(from) ?? controlAround(to);
  if (control !== null) return markBeside(control, marks);
  from.parentNode?.insertBefore(marks.start, from);
  insertAfter(marks.end, to);
  insertAfter(marks.reference, marks.end);
  return true;
}

/** The outermost content control around a node and its paragraph. */
function controlAround(node: Element): Element | null {
  let control: Element | null = null;
  for (let at: Node | null = node.parentNode; isElement(at); at = at.parentNode) {
    if (isNamed(at, 'sdt')) control = at;
  }
  return control;
}

/** Marks the beginning of the paragraph after a control, else the end of the one before it. */
function markBeside(control: Element, { start, end, reference }: CommentMarks): boolean {
  const after = nearestParagraph(control, 'nextSibling');
  if (after !== null) {
    const properties = childNamed(after, 'pPr');
    const first = properties === undefined ? after.firstChild : properties.nextSibling;
    for (const mark of [start, end, reference]) after.insertBefore(mark, first);
    return true;
  }
  const before = nearestParagraph(control, 'previousSibling');
  for (const mark of [start, end, reference]) before?.appendChild(mark);
  return before !== null;
}

type Direction = 'nextSibling' | 'previousSibling';

/** The nearest paragraph on one side of a control that stands in no control itself. */
function nearestParagraph(control: Element, side: Direction): Element | null {
  for (let at: Node | null = control; isElement(at) && !isNamed(at, 'body'); at = at.parentNode) {
    for (let beside: Node | null = at[side]; beside !== null; beside = beside[side]) {
      const found = isElement(beside) ? paragraphIn(beside, side) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

function paragraphIn(block: Element, side: Direction): Element | null {
  if (isNamed(block, 'p')) return block;
  if (isNamed(block, 'sdt')) return null;
  const children = elementsOf(block);
  for (const child of side === 'nextSibling' ? children : children.reverse()) {
    const found = paragraphIn(child, side);
    if (found !== null) return found;
  }
  return null;
}
