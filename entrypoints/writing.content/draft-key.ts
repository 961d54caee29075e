import { findAllFields } from '../../lib/fields/find.ts';
import { draftAddress } from './top-window.ts';

/** The protocol's limit for a key, since some addresses have very long queries. UTF-16 units. */
const longest = 2_000;

/** The key of the author's choices for the draft in a field: the page's address and the field's place in it. */
export function draftKeyOf(view: Window, place: string): string {
  const end = `#${place}`.slice(0, longest / 2);
  return draftAddress(view).slice(0, longest - end.length) + end;
}

/**
 * The place of a field in its document: its id, else its index among those of its kind. Removed fields do not count,
 * so that an editor that is opened repeatedly keeps its name.
 */
export function placeOf(element: HTMLElement): string {
  const root = element.getRootNode();
  const { tagName, id, ownerDocument } = element;
  if ('host' in root && root.host !== null && 'querySelectorAll' in root) {
    const host = root.host as HTMLElement;
    const outside = host.getRootNode() as Document | ShadowRoot;
    const nth = [...outside.querySelectorAll(host.tagName)].indexOf(host);
    return `${host.id || `${host.tagName.toLowerCase()}${nth}`}/${id || tagName.toLowerCase()}`;
  }
  if (id !== '') return id;
  return `${findAllFields(ownerDocument)
    .filter((field) => field.tagName === tagName)
    .indexOf(element)}`;
}
