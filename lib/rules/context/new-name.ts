import type { Span } from '../../draft/types.ts';
import type { MentionKind } from '../../phrases/types.ts';
import type { ContextTarget } from './feature.ts';

/** Kinds whose new name in the same sentence shows that the old one is deliberate. */
const renamed: ReadonlySet<MentionKind> = new Set(['institution', 'regulation', 'meeting']);

/**
 * The new name of a target in its sentence; null if it is not there.
 * 今天的市场监管局，是由工商局……; 学习二十大精神，要与十九大精神贯通: a sentence with the new name uses the old one on purpose.
 */
export function newNameBeside(text: string, sentence: Span, target: ContextTarget): string | null {
  const { replacement } = target;
  if (replacement === undefined || replacement === null || !renamed.has(target.kind)) return null;
  const written = text.slice(target.start, target.end);
  const name = replacement.replace(/[《》]|^党的|^中共/gu, '').replace(/和[^和]*全会$/u, '');
  // A cheap test first: all matches contain it.
  if (name === '' || !text.slice(sentence.start, sentence.end).includes(name)) return null;
  // 《执业医师法》 contains 医师法, which may be named twice: then only the new title alone in its marks counts.
  const holdsIt = written.includes(name);
  if (holdsIt && target.kind !== 'regulation') return null;
  const wanted = holdsIt ? [`《${name}》`, `《中华人民共和国${name}》`] : [name];
  const rest = `${text.slice(sentence.start, target.start)}\n${text.slice(target.end, sentence.end)}`;
  return wanted.find((one) => rest.includes(one)) ?? null;
}
