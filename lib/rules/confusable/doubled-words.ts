import { matchesOf } from '../../draft/matches.ts';
import { hasSign, signOf } from '../../draft/signs.ts';
import { bilingual } from '../../language/language.ts';
import { replaceWith } from '../style/fault.ts';
import type { ParagraphContext, RuleFinding, RuleParagraph, Segmenter } from '../types.ts';

/** Words of one character that no sentence has twice in a row, but as the end of one word and the beginning of the next. */
const single = '的在是和与及把被将对要为从向以';
/** Words of two characters that nobody doubles on purpose, as in 研究研究. */
const double =
  '我们|他们|我市|我县|我省|加强|推进|推动|坚持|提高|提升|深化|贯彻|落实|完善|加快|实施|开展|通过|根据|按照|关于|切实|不断|认真|积极|' +
  '必须|应当|以及|进一步|继续|努力|全面|坚决|严格|充分|深入|大力|着力|做好|抓好|形成|取得|实现|确保|为了|对于|由于|因此|同时|但是|而且';
const doubled = new RegExp(`([${single}])\\1|(${double})\\2`, 'gu');
const doubledSign = signOf(...[...single].map((word) => word + word), ...doubleSigns());
/** 是是非非, 和和美美, 落实落实再落实. */
const onPurpose = /^(?:是是非非|和和(?:气气|美美|睦睦)|对对(?:子|联|碰)|(..)\1[再又])/u;

/** The two characters at which a doubled word of two meets itself. */
function doubleSigns(): string[] {
  return double.split('|').map((word) => word.slice(-1) + word.charAt(0));
}

/** A word written twice: 全县的的大事, 要要坚持, 加强加强. Offsets of the paragraph. */
export function doubledWords({ text, signs }: RuleParagraph, context: ParagraphContext): RuleFinding[] {
  if (!hasSign(signs, doubledSign)) return [];
  const findings: RuleFinding[] = [];
  for (const match of matchesOf(text, doubled)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = text.slice(start, (start + end) / 2);
    if (onPurpose.test(text.slice(start, start + 5))) continue;
    if (word.length === 1) {
      // All of these need the segmenter.
      if (context.segmenter === undefined) {
        context.wantSegmenter();
        return findings;
      }
      if (belongsToOthers(text, start, context.segmenter)) continue;
    }
    findings.push({
      rule: 'confusable-characters',
      level: 'warning',
      start,
      end,
      message: bilingual(
        `“${word}”重复，疑为笔误。`,
        `“${word}” stands here twice; probably a typing error.`,
      ),
      fixes: [replaceWith(start, end, word)],
    });
  }
  return findings;
}

/** So many characters a word before or behind may have, with the one that is not doubled then. */
const longest = 4;

/** Whether one of two equal characters is the end of the word before or the beginning of the word behind: 目的的, 要要害部门. */
function belongsToOthers(text: string, start: number, segmenter: Segmenter): boolean {
  for (let length = 2; length <= longest; length++) {
    const before = text.slice(Math.max(0, start + 1 - length), start + 1);
    const behind = text.slice(start + 1, start + 1 + length);
    for (const word of [before, behind])
      if (word.length === length && /^\p{Script=Han}+$/u.test(word) && segmenter.isWord(word)) return true;
  }
  return false;
}
