import { findAllFields } from '../../lib/fields/find.ts';
import { draftAddress } from './top-window.ts';

/** The protocol's limit for a key, since some addresses have very long queries. UTF-16 units. */
const longest = 2_000;

/** The key of the author's choices for the draft in a field: the page's address and the field's place in it. */
export function draftKeyOf(view: Window, place: string): string {
  const end = `#${place}`.slice(0, longest / 2);
  return draftAddress(view).slice(0, longest - end.length) + end;
}

/** The places of the fields of a document. */
export interface Places {
  /**
   * The place of a field: its id, else its index among those of its kind. Removed fields do not count, so that an editor
   * that is opened repeatedly keeps its name.
   */
  of(element: HTMLElement): string;
  /** Call when fields may have come or gone. */
  changed(): void;
}

/** Knows the fields' places; all fields are looked through once after each change, and not once for each field. */
export function createPlaces(document: Document): Places {
  let indexes: ReadonlyMap<HTMLElement, number> | null = null;
  return {
    of(element) {
      const root = element.getRootNode();
      if ('host' in root && root.host !== null && 'querySelectorAll' in root)
        return placeInShadow(element, root.host as HTMLElement);
      if (element.id !== '') return element.id;
      if (indexes?.has(element) !== true) indexes = indexesOf(findAllFields(document));
      return `${indexes.get(element) ?? -1}`;
    },
    changed() {
      indexes = null;
    },
  };
}

function placeInShadow({ id, tagName }: HTMLElement, host: HTMLElement): string {
  const outside = host.getRootNode() as Document | ShadowRoot;
  const nth = [...outside.querySelectorAll(host.tagName)].indexOf(host);
  return `${host.id || `${host.tagName.toLowerCase()}${nth}`}/${id || tagName.toLowerCase()}`;
}

/** The index of each field among those of its kind. */
function indexesOf(fields: readonly HTMLElement[]): ReadonlyMap<HTMLElement, number> {
  const counts = new Map<string, number>();
  return new Map(
    fields.map((field) => {
      const index = counts.get(field.tagName) ?? 0;
      counts.set(field.tagName, index + 1);
      return [field, index] as const;
    }),
  );
}
