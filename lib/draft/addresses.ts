import { matchesOf } from './matches.ts';
import type { Span } from './types.ts';

const stop = '\\s，。；、：！？“”《》【】）<>"|`*';
/** A bracket belongs to an address only if the address goes on behind it: 附件（一）.md. */
const part = `(?:（[^（${stop}]{1,40}）(?=[\\w./#?-])|[^（${stop}])`;
const tail = `(?:[/?#]${part}*)?`;
const endings =
  '(?:docx?|xlsx?|pptx?|pdf|wps|et|txt|md|zip|rar|7z|jpe?g|png|gif|svg|mp[34]|csv|s?html?|aspx?|php|jsp|exe)(?![A-Za-z0-9])';
const addresses = new RegExp(
  [
    // A host in Latin letters ends where Chinese begins: http://a.gov.cn查询.
    `(?:https?|ftps?|file)://(?:[\\w.:@%~-]+|[\\p{Script=Han}\\w-]+\\.[\\p{Script=Han}\\w.-]+)?${tail}`,
    `(?<![\\w.])www\\.[\\w.-]+${tail}`,
    `(?<![\\w.@])[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.(?:cn|com|net|org|gov|edu)/${part}*`,
    // A path goes as far as its file ending, over blanks and commas of half width, too.
    `(?:(?<![A-Za-z])[A-Za-z]:[\\\\/]|\\\\\\\\(?=\\w)|(?<![\\w.])\\.{1,2}[\\\\/])` +
      `(?:[^\\n"<>|*?，。；！？“”《》]{1,200}?\\.${endings}(?:#${part}*)?|${part}+)`,
  ].join('|'),
  'giu',
);
const mayHold = /:[\\/]|\\\\|www\.|\.[\\/]|[A-Za-z]\//iu;
const ending = new RegExp(`\\.${endings}(?=\\p{Script=Han})`, 'iu');

/**
 * Addresses of pages and paths of files in a line: nothing within them is words of the text. They end at a blank, at a
 * Chinese mark, and where words follow a file ending. Offsets of the line (UTF-16 units), in order.
 */
export function addressesIn(line: string): Span[] {
  if (!mayHold.test(line)) return [];
  return matchesOf(line, addresses).map(({ index: start, 0: found }) => {
    const end = start + withoutBracket(found.slice(0, endOf(found))).length;
    // A mark of half width behind it may be a part of it.
    return { start, end: /[,;:!?]/u.test(line.charAt(end)) ? end + 1 : end };
  });
}

function endOf(found: string): number {
  const last = ending.exec(found);
  return last === null ? found.length : last.index + last[0].length;
}

/** Without a closing bracket that the address does not open: (http://a.cn/b). */
function withoutBracket(found: string): string {
  let depth = 0;
  for (let at = 0; at < found.length; at++) {
    const char = found.charAt(at);
    if (char === '(') depth++;
    else if (char === ')' && --depth < 0) return found.slice(0, at);
  }
  return found;
}
