import type { Document, Element } from '@xmldom/xmldom';
import { elementsOf, isNamed, wordAttribute } from './xml.ts';

/** A field (域) written with marks of its beginning and end: a reference, a mail merge, a table of contents. */
export interface MarkedField {
  /** The runs with the two marks. */
  readonly begin: Element;
  readonly end: Element;
}

/** The marked fields of a document, those that both begin and end in it. */
export interface Fields {
  /** Words within the code of a field: Word shows the result only. */
  readonly codes: ReadonlySet<Element>;
  /** The outermost field whose result holds a run. */
  readonly of: ReadonlyMap<Element, MarkedField>;
}

interface OpenField {
  readonly marks: MarkedField;
  inCode: boolean;
}

/** The marked fields by their first marks: those that end. */
function endedFields(document: Document): Map<Element, MarkedField> {
  const ended = new Map<Element, MarkedField>();
  const open: { readonly mark: Element; readonly begin: Element }[] = [];
  eachMark(document, (mark, type, run) => {
    if (type === 'begin') open.push({ mark, begin: run });
    const last = type === 'end' ? open.pop() : undefined;
    if (last !== undefined) ended.set(last.mark, { begin: last.begin, end: run });
  });
  return ended;
}

/** Finds the fields of a document. */
export function readFields(document: Document): Fields {
  const codes = new Set<Element>();
  const of = new Map<Element, MarkedField>();
  const ended = endedFields(document);
  const open: OpenField[] = [];
  /** The fields in whose result the place is, the outermost first. */
  const results: OpenField[] = [];
  const mark = (element: Element, type: string): void => {
    const marks = ended.get(element);
    const last = open[open.length - 1];
    if (type === 'begin' && marks !== undefined) open.push({ marks, inCode: true });
    else if (type === 'separate' && last?.inCode === true) {
      last.inCode = false;
      results.push(last);
    } else if (type === 'end' && open.pop()?.inCode === false) results.pop();
  };
  eachMark(document, mark, (element, run) => {
    const [outermost] = results;
    if (element === run && outermost !== undefined) of.set(element, outermost.marks);
    if (element !== run && open.length > results.length) codes.add(element);
  });
  return { codes, of };
}

/** Visits the marks of fields, and the runs and words beside them, each with its run. */
function eachMark(
  document: Document,
  mark: (element: Element, type: string, run: Element) => void,
  other: (element: Element, run: Element | null) => void = () => undefined,
): void {
  const visit = (element: Element, run: Element | null): void => {
    const here = isNamed(element, 'r') ? element : run;
    if (here !== null && isNamed(element, 'fldChar')) {
      mark(element, wordAttribute(element, 'fldCharType'), here);
      return;
    }
    if (here === element || isNamed(element, 't')) other(element, here);
    for (const child of elementsOf(element)) visit(child, here);
  };
  if (document.documentElement !== null) visit(document.documentElement, null);
}
