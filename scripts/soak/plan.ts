import { type Random, randomOf } from './random.ts';

/** The kinds of field that are edited; each is a page of tests/browser/pages. */
export const kinds = ['textarea', 'plain', 'tiptap', 'quill', 'frame-same'] as const;
export type Kind = (typeof kinds)[number];

/** What is done in a field. Only edits count; the others happen between two of them. */
const edits = ['type', 'line', 'delete', 'cut', 'paste', 'undo', 'fix', 'compose', 'rewrite'] as const;
export type Edit = (typeof edits)[number];
export type Deed = Edit | 'death' | 'push-state';

/** What is done outside of a field. */
const pageChanges = ['reload', 'navigate', 'new-tab', 'close-tab', 'back-forward'] as const;
const surfaces = ['popup', 'options', 'panel', 'desk'] as const;
const choices = ['language', 'rule', 'own', 'ignore', 'ignore-draft', 'hide'] as const;
export type Happening =
  | (typeof pageChanges)[number]
  | (typeof surfaces)[number]
  | (typeof choices)[number]
  | 'fill'
  | 'free'
  | 'full-desk';

export type Step =
  | { readonly do: 'visit'; readonly kind: Kind; readonly deeds: readonly Deed[] }
  | { readonly do: 'sample' }
  | { readonly do: Happening };

/** How often each thing is done in a run of `whole` edits; fewer in a shorter one, and each at least once. */
const whole = 2_000;
const often = { death: 20, pageChange: 40, pushState: 10, surface: 24, choice: 36 };
/** Edits of one visit to a tab: an author goes to another after some minutes. */
const visit = 25;
/** How often memory is measured. */
const samples = 20;

/** How likely each edit is: most of writing is typing. */
const likely: readonly Edit[] = [
  ...['type', 'type', 'type', 'type', 'line', 'line', 'delete', 'delete', 'cut', 'paste'],
  ...['undo', 'undo', 'fix', 'fix', 'compose', 'compose'],
] as Edit[];

/**
 * The plan of a run: visits to fields, and what happens between them. The same for the same seed and number of edits.
 * The worker dies in the first two thirds only: in the last its memory is measured through one life.
 */
export function planOf(seed: number, count: number, edited: readonly Kind[] = kinds): Step[] {
  const random = randomOf(seed);
  const visits = visitsOf(random, count, edited);
  const happenings = happeningsOf(random, count);
  const every = Math.max(1, Math.round(visits.length / samples));
  const steps: Step[] = [];
  let told = 0;
  for (const [at, one] of visits.entries()) {
    steps.push(one);
    const due = Math.floor(((at + 1) / visits.length) * happenings.length);
    for (const happening of happenings.slice(told, due)) steps.push({ do: happening });
    told = due;
    if ((at + 1) % every === 0) steps.push({ do: 'sample' });
  }
  return steps;
}

function visitsOf(random: Random, count: number, edited: readonly Kind[]): Step[] {
  const deeds: Deed[] = Array.from({ length: count }, (_, at) =>
    at % (visit * 5) < 5 ? 'type' : random.pick(likely),
  );
  const early = Math.floor((deeds.length * 2) / 3);
  const deaths = placesOf(random, scaled(often.death, count), early);
  const pushes = placesOf(random, scaled(often.pushState, count), count);
  const steps: Step[] = [];
  for (let from = 0; from < count; from += visit) {
    const kind = edited[(from / visit) % edited.length] ?? 'textarea';
    const own = deeds
      .slice(from, from + visit - 1)
      .flatMap((deed, at): Deed[] => [
        ...(deaths.has(from + at) ? (['death'] as const) : []),
        ...(pushes.has(from + at) ? (['push-state'] as const) : []),
        deed,
      ]);
    // Each visit begins another draft: memory that grew with the text would hide what grows with the edits.
    steps.push({ do: 'visit', kind, deeds: ['rewrite', ...own] });
  }
  return steps;
}

function happeningsOf(random: Random, count: number): Happening[] {
  const several = <T extends Happening>(items: readonly T[], most: number): Happening[] =>
    Array.from(
      { length: Math.max(items.length, scaled(most, count)) },
      (_, at) => items[at % items.length],
    ).filter((one) => one !== undefined);
  const mixed = random.shuffled([
    ...several(pageChanges, often.pageChange),
    ...several(surfaces, often.surface),
    ...several(choices, often.choice),
  ]);
  // The storage is full for a while in the middle, with all that happens meanwhile, and a desk that is begun there.
  const third = Math.floor(mixed.length / 3);
  const half = Math.floor(mixed.length / 2);
  return [
    ...mixed.slice(0, third),
    'fill',
    'desk',
    ...mixed.slice(third, half),
    'free',
    ...mixed.slice(half),
    'full-desk',
  ];
}

/** So many different places among the edits, none of them that of a draft’s beginning. */
function placesOf(random: Random, most: number, below: number): ReadonlySet<number> {
  const places = Array.from({ length: below }, (_, at) => at).filter((at) => at % visit < visit - 1);
  return new Set(random.shuffled(places).slice(0, most));
}

function scaled(most: number, count: number): number {
  return Math.max(1, Math.round((most * count) / whole));
}
