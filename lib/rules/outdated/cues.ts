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
export type Compiled = ReadonlyMap<string, readonly Probe[]>;

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
  const groups = new Map<string, Map<string, string[]>>();
  for (const cue of cues) {
    const key = keyOf(cue.frame, cue.where);
    const group = groups.get(key) ?? new Map<string, string[]>();
    groups.set(key, group);
    const unless = (cue.unless ?? []).map(patternOf).join('|');
    group.set(unless, [...(group.get(unless) ?? []), patternOf(cue.text)]);
  }
  const compiled = new Map<string, Probe[]>();
  for (const [key, group] of groups) {
    const probes = [...group].map(([unless, texts]) => ({
      pattern: anchored(`(?:${texts.sort((a, b) => b.length - a.length).join('|')})`, key),
      unless: unless === '' ? null : new RegExp(unless, 'u'),
    }));
    compiled.set(key, probes);
  }
  return compiled;
}

function keyOf(frame: string, where: string): string {
  return `${frame}/${where}`;
}

const turns = keyOf('future', 'sentence-before');

function anchored(any: string, key: string): RegExp {
  const place = key.slice(key.indexOf('/') + 1);
  // 由县环保局, 责成市质监局: the place is part of the office's name.
  if (place === 'before') return new RegExp(`${any}[省市县区州旗]?$`, 'u');
  // A turn stands at the head of its clause.
  if (place === 'after' || key === turns) return new RegExp(`^${any}`, 'u');
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
  frame: string,
  around: Surroundings,
  within = places,
): string | null {
  for (const place of within) {
    for (const { pattern, unless } of compiled.get(keyOf(frame, place)) ?? []) {
      const match = pattern.exec(around[place]);
      if (match !== null && unless?.test(around.clause) !== true) return match[0];
    }
  }
  return null;
}

/** True when a stretch begins with a turn to the present or the future: 下一步, 今年. */
export function isTurn(compiled: Compiled, stretch: string): boolean {
  return compiled.get(turns)?.some(({ pattern }) => pattern.test(stretch)) === true;
}
