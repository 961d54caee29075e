/**
 * A double-array Aho–Corasick automaton over UTF-16 code units, in flat typed arrays: it is its own serialised form.
 *
 * A node is four numbers side by side, so that one step touches one cache line: the base of its children, its parent
 * (`check`), its failure node, and its output (key + 1 of the longest key that ends here, 0 for none).
 * The characters that begin a key are numbered first, and the root's children are at exactly those numbers: a step from
 * the root is a comparison instead of a lookup.
 */
export interface Automaton {
  /** Code unit of each character number, from number 1 on. */
  readonly alphabet: Uint16Array;
  /** Characters numbered 1 to `first` begin a key. */
  readonly first: number;
  /** base, check, failure, output of each node. */
  readonly nodes: Int32Array;
  /** Length of each key in UTF-16 units. */
  readonly keyLength: Uint16Array;
  /** For each key, key + 1 of the longest other key that it ends with; 0 if none. */
  readonly keySuffix: Int32Array;
}

/** Makes the table of character numbers by code unit; 0 for characters of no key. */
export function characterTable(alphabet: Uint16Array): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let i = 0; i < alphabet.length; i++) table[alphabet[i] as number] = i + 1;
  return table;
}

/** The hits of a scan as pairs of key and end offset, in order of their ends. Reused from scan to scan. */
export class HitBuffer {
  pairs = new Int32Array(256);
  count = 0;

  push(key: number, end: number): void {
    const at = this.count * 2;
    if (at === this.pairs.length) {
      const larger = new Int32Array(at * 2);
      larger.set(this.pairs);
      this.pairs = larger;
    }
    this.pairs[at] = key;
    this.pairs[at + 1] = end;
    this.count++;
  }
}

/**
 * Finds every occurrence of every key in a text, overlapping ones too.
 * Takes the automaton, its character table, the text, the buffer to fill (emptied first), and where in the text to
 * begin and to stop; offsets are UTF-16 units.
 */
export function scanText(
  automaton: Automaton,
  table: Uint16Array,
  text: string,
  hits: HitBuffer,
  from = 0,
  to = text.length,
): void {
  hits.count = 0;
  const nodes = automaton.nodes;
  const first = automaton.first;
  const keySuffix = automaton.keySuffix;
  let node = 0;
  for (let i = from; i < to; i++) {
    const code = table[text.charCodeAt(i)] as number;
    if (code === 0) {
      node = 0;
      continue;
    }
    for (;;) {
      if (node !== 0) {
        const child = (nodes[node << 2] as number) + code;
        if (nodes[(child << 2) + 1] === node) {
          node = child;
          break;
        }
        // The root's children fall back to the root, whose step needs no lookup.
        if (node > first) {
          node = nodes[(node << 2) + 2] as number;
          continue;
        }
      }
      node = code <= first ? code : 0;
      break;
    }
    let output = nodes[(node << 2) + 3] as number;
    while (output !== 0) {
      hits.push(output - 1, i + 1);
      output = keySuffix[output - 1] as number;
    }
  }
}
