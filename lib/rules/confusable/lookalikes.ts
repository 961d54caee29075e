import { matchesOf } from '../../draft/matches.ts';
import { hasSign, signOfUnits } from '../../draft/signs.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { Source } from '../../phrases/types.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { changeTo } from '../quoted-words.ts';
import type { RuleFinding } from '../types.ts';
import { lookalikeOf, lookalikeRun, lookalikeUnits } from './characters.ts';

const rule = 'confusable-characters';
const unicode: Source = { title: 'Unicode 标准', address: 'https://www.unicode.org/charts/' };

/** Private-use and replacement characters; at the start of a line they may be Word's bullets. */
const unreadable = /(?<=\p{Script=Han})[\ue000-\uf8ff\ufffd]+(?=[\p{Script=Han}，。、；：])/gu;

/** 1 for the code units that may begin any of these. */
const suspicious = lookalikeUnits();
suspicious['\ufffd'.charCodeAt(0)] = 1;
suspicious.fill(1, 0xe000, 0xf900);
const suspiciousSign = signOfUnits(suspicious);

/** Look-alike and unreadable characters of a paragraph. Offsets of the paragraph. */
export function lookalikeFindings({ text, signs }: Pick<ParagraphText, 'text' | 'signs'>): RuleFinding[] {
  if (!hasSign(signs, suspiciousSign)) return [];
  const findings: RuleFinding[] = [];
  for (const match of matchesOf(text, lookalikeRun)) {
    for (const finding of runFindings(text, match.index, match[0])) findings.push(finding);
  }
  for (const match of matchesOf(text, unreadable)) {
    findings.push({
      rule,
      level: 'warning',
      start: match.index,
      end: match.index + match[0].length,
      message: bilingual(
        '这里的字符换一台电脑可能显示为空白或方框，请对照原件补正。',
        'On another computer this character may show as blank or a box; please check against the original.',
      ),
      source: unicode,
      fixes: [],
    });
  }
  return findings;
}

/** The findings of a run of candidates, one for each unbroken run of look-alikes. */
function runFindings(text: string, from: number, run: string): RuleFinding[] {
  const findings: RuleFinding[] = [];
  let written = '';
  let right = '';
  let certain = true;
  let kind = '';
  const close = (end: number) => {
    const start = end - written.length;
    if (written !== '' && !isSpokenOf(text, start, end)) {
      findings.push({
        rule,
        level: certain ? 'error' : 'warning',
        start,
        end,
        message: messageOf(written, right, kind),
        source: unicode,
        fixes: [{ label: changeTo(right), edits: [{ start, end, text: right }] }],
      });
    }
    written = '';
    right = '';
    certain = true;
  };
  let at = from;
  for (const character of run) {
    const found = named(text, at) ? undefined : lookalikeOf(character);
    if (found === undefined || (written !== '' && found.kind !== kind)) close(at);
    if (found !== undefined) {
      written += character;
      right += found.right;
      certain &&= found.certain;
      kind = found.kind;
    }
    at += character.length;
  }
  close(at);
  return findings;
}

/** 徐巿, a name of Qin times, contains that rare character. */
function named(text: string, at: number): boolean {
  return text.startsWith('徐巿', at - 1);
}

/** Whether the text mentions a character instead of using it: “釆”, 釆字. */
function isSpokenOf(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  return (/[“‘「"]/u.test(before) && /[”’」"]/u.test(after)) || after === '字';
}

function messageOf(written: string, right: string, kind: string): Words {
  const codes = written.length === 1 ? `（${codeOf(written)}）` : '';
  const english = written.length === 1 ? ` (${codeOf(written)})` : '';
  if (kind === 'lookalike')
    return bilingual(
      `“${written}”${codes}与“${right}”形近，多为识别或粘贴时混入，应为“${right}”。`,
      `“${written}”${english} only looks like “${right}”; it comes from scanning or pasting.`,
    );
  const what = kind === 'radical' ? '部首符号' : '兼容字符';
  return bilingual(
    `“${written}”${codes}是${what}，看着像“${right}”而不是这个字，查找和朗读时会出错。`,
    `“${written}”${english} is a ${kind === 'radical' ? 'radical sign' : 'compatibility character'} that only looks like “${right}”; searching and reading aloud fail on it.`,
  );
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
