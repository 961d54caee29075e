import type { Say } from '../../lib/language/language.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';

/** A line below the address bar: what is taken from it, and what is shown. */
export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/**
 * Phrases as suggestions of the address bar: name, standing and, for an old one, what is said now. `marked`: in the XML
 * that Chromium asks for, with the matched characters set off; else as plain text.
 */
export function suggestionsOf(results: readonly PhraseResult[], say: Say, marked: boolean): Suggestion[] {
  const suggestions = new Map<string, Suggestion>();
  for (const result of results) {
    const content = result.insert;
    if (suggestions.has(content)) continue;
    const name = marked ? markedName(result) : plain(result.name);
    const about = plain(aboutOf(result, say));
    const description = marked ? `${name}<dim> · ${escaped(about)}</dim>` : `${name} · ${about}`;
    suggestions.set(content, { content, description });
  }
  return [...suggestions.values()];
}

function aboutOf({ standing, successor, everyday }: PhraseResult, say: Say): string {
  if (successor !== undefined && standing !== 'current')
    return say(`现表述：${successor}`, `now: ${successor}`);
  if (standing === 'current') return everyday ? say('常用语', 'everyday') : say('现行', 'current');
  return standing === 'historical' ? say('历史', 'historical') : say('已有新表述', 'replaced');
}

function markedName({ name, matched }: PhraseResult): string {
  let [marked, from] = ['', 0];
  for (const { start, end } of matched) {
    marked += `${escaped(name.slice(from, start))}<match>${escaped(name.slice(start, end))}</match>`;
    from = end;
  }
  return plain(marked + escaped(name.slice(from)));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as it may stand in XML. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** One line without characters that XML does not take, which would cost the whole suggestion. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .toWellFormed();
}
