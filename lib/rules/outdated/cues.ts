import type { FramingCue } from '../../phrases/types.ts';

export type MentionKind = 'meeting' | 'plan' | 'campaign' | 'institution' | 'regulation' | 'formulation';

type Where = FramingCue['where'];

/** What stands around a mention, by the places that a cue may ask for. */
export type Surroundings = Readonly<Record<Where, string>>;

/** All cues of one frame and place that share their exception, as one alternation. */
interface Probe {
  readonly where: Where;
  readonly pattern: RegExp;
  /** Where this stands in the clause, the cues say nothing. */
  readonly unless: RegExp | null;
}

const everywhere: readonly Where[] = [
  'before',
  'after',
  'clause',
  'clause-before',
  'clause-after',
  'sentence-before',
  'sentence-after',
  'sentence',
];

/** What is asked about a mention: cues of which frame, in which places, the first of them first. */
const questions = {
  quotation: ['quotation', everywhere],
  name: ['name', everywhere],
  history: ['history', everywhere],
  comparison: ['comparison', everywhere],
  list: ['list', everywhere],
  /** It is still to be done. */
  aim: ['future', ['clause', 'sentence']],
  /** The sentence turns to the present or the future. */
  turn: ['future', ['sentence-before']],
  /** It guides, by the sentence as a whole. */
  guiding: ['current', ['sentence', 'sentence-before', 'sentence-after']],
  /** A verb asks for it. */
  verb: ['current', ['before', 'clause-before', 'clause']],
  /** What is asked for is its spirit, its plan. */
  object: ['current', ['after', 'clause-after']],
} as const satisfies Record<string, readonly [FramingCue['frame'], readonly Where[]]>;

type Question = keyof typeof questions;

/** The probes that answer each question about one kind of mention, in the order in which they are tried. */
export type Compiled = Readonly<Record<Question, readonly Probe[]>>;

const compiledByCues = new WeakMap<readonly FramingCue[], Map<MentionKind, Compiled>>();

/** The cues for a kind of mention: judged by some twenty short searches, whatever the number of cues. */
export function compiledCues(cues: readonly FramingCue[], kind: MentionKind): Compiled {
  let byKind = compiledByCues.get(cues);
  if (byKind === undefined) {
    byKind = new Map();
    compiledByCues.set(cues, byKind);
  }
  let compiled = byKind.get(kind);
  if (compiled === undefined) {
    compiled = compile(cues.filter((cue) => cue.for === undefined || cue.for.includes(kind)));
    byKind.set(kind, compiled);
  }
  return compiled;
}

function compile(cues: readonly FramingCue[]): Compiled {
  const answering = Object.entries(questions).map(([question, [frame, places]]) => [
    question,
    places.flatMap((where) =>
      probesOf(
        cues.filter((cue) => cue.frame === frame && cue.where === where),
        frame,
        where,
      ),
    ),
  ]);
  return Object.fromEntries(answering) as Compiled;
}

function probesOf(cues: readonly FramingCue[], frame: FramingCue['frame'], where: Where): Probe[] {
  const sharing = grouped(cues, (cue) => (cue.unless ?? []).map(patternOf).join('|'));
  return [...sharing].map(([unless, those]) => ({
    where,
    pattern: anchored(anyOf(those), frame, where),
    unless: unless === '' ? null : new RegExp(unless, 'u'),
  }));
}

function grouped<K>(cues: readonly FramingCue[], by: (cue: FramingCue) => K): Map<K, FramingCue[]> {
  const groups = new Map<K, FramingCue[]>();
  for (const cue of cues) {
    const key = by(cue);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cue]);
    else group.push(cue);
  }
  return groups;
}

/** The longest first: what is shown as the cue is the whole of it. */
function anyOf(cues: readonly FramingCue[]): string {
  const texts = cues.map((cue) => patternOf(cue.text)).sort((a, b) => b.length - a.length);
  return `(?:${texts.join('|')})`;
}

function anchored(any: string, frame: FramingCue['frame'], where: Where): RegExp {
  // 由县环保局, 责成市质监局: the place is part of the office's name.
  if (where === 'before') return new RegExp(`${any}[省市县区州旗]?$`, 'u');
  // A turn stands at the head of its clause.
  if (where === 'after' || (frame === 'future' && where === 'sentence-before'))
    return new RegExp(`^${any}`, 'u');
  return new RegExp(any, 'u');
}

function patternOf(cue: string): string {
  return cue
    .split('……')
    .map((stretch) =>
      stretch
        .split('…')
        .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
        .join('[^，。；：！？]{0,24}'),
    )
    .join('[^。；！？]{0,80}');
}

/** The first cue that answers a question about a mention, as it stands in the text; null when none does. */
export function firstCue(probes: readonly Probe[], around: Surroundings): string | null {
  for (const { where, pattern, unless } of probes) {
    const match = pattern.exec(stretchAt(where, around));
    if (match !== null && unless?.test(around.clause) !== true) return match[0];
  }
  return null;
}

/** By name, not by key: some thirty are read for each mention, and the engine finds a named one at once. */
function stretchAt(where: Where, around: Surroundings): string {
  switch (where) {
    case 'before':
      return around.before;
    case 'after':
      return around.after;
    case 'clause':
      return around.clause;
    case 'clause-before':
      return around['clause-before'];
    case 'clause-after':
      return around['clause-after'];
    case 'sentence-before':
      return around['sentence-before'];
    case 'sentence-after':
      return around['sentence-after'];
    case 'sentence':
      return around.sentence;
  }
}

/** True when a stretch begins with a turn to the present or the future: 下一步, 今年. */
export function isTurn(compiled: Compiled, stretch: string): boolean {
  return compiled.turn.some(({ pattern }) => pattern.test(stretch));
}
