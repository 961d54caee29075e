import type { FramingCue } from '../../phrases/types.ts';

export type MentionKind = 'meeting' | 'plan' | 'campaign' | 'institution' | 'regulation' | 'formulation';

type Where = FramingCue['where'];

/** What stands around a mention, by the places that a cue may ask for. */
export type Surroundings = Record<Where, string>;

/** All cues of one frame and place that share their exception, as one alternation. */
interface Probe {
  readonly pattern: RegExp;
  /** Where this stands in the clause, the cues say nothing. */
  readonly unless: RegExp | null;
}

/** The cues for one kind of mention, by frame and place. */
export type Compiled = Readonly<Partial<Record<FramingCue['frame'], ByPlace>>>;
type ByPlace = Readonly<Partial<Record<Where, readonly Probe[]>>>;

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
  const compiled: Partial<Record<FramingCue['frame'], Partial<Record<Where, Probe[]>>>> = {};
  for (const [frame, ofFrame] of grouped(cues, (cue) => cue.frame)) {
    const byPlace: Partial<Record<Where, Probe[]>> = {};
    for (const [where, ofPlace] of grouped(ofFrame, (cue) => cue.where)) {
      const sharing = grouped(ofPlace, (cue) => (cue.unless ?? []).map(patternOf).join('|'));
      byPlace[where] = [...sharing].map(([unless, those]) => ({
        pattern: anchored(anyOf(those), frame, where),
        unless: unless === '' ? null : new RegExp(unless, 'u'),
      }));
    }
    compiled[frame] = byPlace;
  }
  return compiled;
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

const places: readonly Where[] = [
  'before',
  'after',
  'clause',
  'clause-before',
  'clause-after',
  'sentence-before',
  'sentence-after',
  'sentence',
];

/** The first cue of a frame that stands in one of the places, as it stands in the text; null when none does. */
export function firstCue(
  compiled: Compiled,
  frame: FramingCue['frame'],
  around: Surroundings,
  within = places,
): string | null {
  const byPlace = compiled[frame];
  if (byPlace === undefined) return null;
  for (const place of within) {
    const probes = byPlace[place];
    if (probes === undefined) continue;
    for (const { pattern, unless } of probes) {
      const match = pattern.exec(around[place]);
      if (match !== null && unless?.test(around.clause) !== true) return match[0];
    }
  }
  return null;
}

/** True when a stretch begins with a turn to the present or the future: 下一步, 今年. */
export function isTurn(compiled: Compiled, stretch: string): boolean {
  return compiled.future?.['sentence-before']?.some(({ pattern }) => pattern.test(stretch)) === true;
}
