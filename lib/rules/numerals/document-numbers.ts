import { matchesOf } from '../../draft/matches.ts';
import { bilingual, type Words } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { documentNumberClause } from '../style/standards.ts';

const numbered =
  /([\u4e00-\u9fff]{2,8})([〔[［【（(])\s?(\d{2}|\d{4})\s?([〕\]］】）)])\s?(第?)\s?(0*)(\d{1,4})\s?号/gu;
/** 公告, 令 and the like have their own numbers; 京 and the like begin a case number. */
const otherKinds = /(?:公告|通告|令|公报|裁定|判决|案|合同|编号|标准|字第?|期)$/u;

/**
 * Numbers of official documents (rule 34): 国发[2026]5号, 国发〔2026〕第05号. Speeches follow the form by habit. Takes the
 * paragraph.
 */
export function documentNumbers(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, numbered)) {
    const [all, office = '', open = '', year = '', close = '', ordinal = '', zeros = '', number = ''] = match;
    if (otherKinds.test(office)) continue;
    const slips: Words[] = [];
    if (open !== '〔' || close !== '〕') slips.push(bilingual('年份用六角括号“〔〕”', 'the year in “〔〕”'));
    if (year.length === 2) slips.push(bilingual('年份标全称', 'the year in full'));
    if (ordinal !== '') slips.push(bilingual('顺序号不加“第”字', 'no “第” before the number'));
    if (zeros !== '') slips.push(bilingual('顺序号不编虚位', 'no leading zeros'));
    if (slips.length === 0) continue;
    const start = match.index + office.length;
    const end = match.index + all.length;
    const right = `〔${year.length === 2 ? `20${year}` : year}〕${number}号`;
    faults.push({
      level: 'hint',
      start,
      end,
      message: bilingual(
        `发文字号通常${slips.map(({ zh }) => zh).join('、')}，即“${right}”。`,
        `A document number usually has ${slips.map(({ en }) => en).join(', ')}: “${right}”.`,
      ),
      source: documentNumberClause,
      fixes: [replaceWith(start, end, right)],
    });
  }
  return faults;
}
