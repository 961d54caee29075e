import { today } from '../../lib/common/today.ts';
import { dayInWords } from '../../lib/draft/date-words.ts';
import type { RuleId } from '../../lib/rules/types.ts';

/** A deliberate fault in a draft: its words, which occur once, and the rule that finds it. */
export interface PlantedFault {
  readonly text: string;
  readonly rule: RuleId;
}

/** A paragraph of a sample draft; bold runs are between 【 and 】. */
export interface SampleParagraph {
  readonly as: 'title' | 'date' | 'heading' | 'text';
  readonly text: string;
}

export interface SampleDraft {
  readonly paragraphs: readonly SampleParagraph[];
  readonly planted: readonly PlantedFault[];
}

/** The text of a sample draft as an editor holds it: paragraphs separated by one line feed. */
export function textOf(draft: SampleDraft): string {
  return draft.paragraphs.map(({ text }) => text.replace(/[【】]/g, '')).join('\n');
}

/** The date of the samples: today, so that no question about an old draft comes up. */
export const sampleDay = today();
const dateLine = `（${dayInWords(sampleDay).zh}）`;

/** A reused speech of an earlier year: old references, some wrong wordings, and a missing 三、. */
export const partyWork: SampleDraft = {
  paragraphs: [
    { as: 'title', text: '在全市机关党的建设工作推进会上的讲话' },
    { as: 'date', text: dateLine },
    { as: 'text', text: '同志们：' },
    {
      as: 'text',
      text: '今天，我们召开全市机关党的建设工作推进会，主要任务是【深入学习贯彻党的十九大精神】，总结经验，查找不足，安排部署下一步工作。党的十八大以来，全市各级机关党组织坚持围绕中心、服务大局，组织基础不断夯实，党员干部的精神面貌明显改善。刚才，几个单位作了交流发言，讲得都很好，听了很受启发。下面，我讲几点意见。',
    },
    { as: 'heading', text: '一、提高政治站位，把牢机关党建的正确方向' },
    {
      as: 'text',
      text: '党的十九大报告指出，中国特色社会主义最本质的特征是中国共产党领导。机关党组织是政治组织，必须旗帜鲜明讲政治。要深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、增强“两个维护”，始终同以习近平总书记为核心的党中央保持高度一致，确保各项决策部署不折不扣落到实处。',
    },
    { as: 'heading', text: '二、压实工作责任，建强机关基层战斗堡垒' },
    {
      as: 'text',
      text: '“十三五”时期，我们完成了机关党支部的规范化建设，打下了较好基础。同时也要看到，有的单位抓党建的劲头层层递减，“三会一课”流于形式。要坚持党要管党、从严治党，把责任落实到支部，落实到每名党员。【支部书记要带头讲党课、带头过双重组织生活】，以上率下，形成合力。',
    },
    { as: 'heading', text: '四、改进工作作风，以实干实绩取信于民' },
    {
      as: 'text',
      text: '检验机关党建的成效，最终要看业务工作推进得怎么样。当前，要加快推进“十三五”规划实施，对重点项目逐项梳理、挂图作战，确保按期建成。要多到基层和群众中去，把情况摸透，把办法想实，少发文、少开会，让干部把更多精力用在抓落实上。',
    },
    {
      as: 'text',
      text: '同志们，机关党建永远在路上。让我们以更加昂扬的精神状态，把各项工作做得更细、更实，为全市高质量发展提供坚强保证！',
    },
  ],
  planted: [
    { text: '深入学习贯彻党的十九大精神', rule: 'outdated-reference' },
    { text: '增强“两个维护”', rule: 'standard-phrasing' },
    { text: '以习近平总书记为核心的党中央', rule: 'standard-phrasing' },
    { text: '党要管党、从严治党', rule: 'outdated-reference' },
    { text: '四、改进工作作风', rule: 'heading-numbering' },
    { text: '加快推进“十三五”规划实施', rule: 'outdated-reference' },
  ],
};

/** A simpler one for the textarea: an old office, a repealed law, a finished plan, and one point too many. */
export const businessClimate: SampleDraft = {
  paragraphs: [
    { as: 'title', text: '在全市优化营商环境工作会议上的讲话' },
    { as: 'date', text: dateLine },
    { as: 'text', text: '同志们：' },
    {
      as: 'text',
      text: '今年是“十四五”规划开局之年，优化营商环境的任务更重、要求更高。“十三五”时期，我市企业开办时间由十天压缩到三天，企业数量比“十二五”末增长一倍，这些成绩来之不易。同时要清醒看到，与先进地区相比，我们的服务还不够主动，一些政策还停留在纸面上。下面，我讲三点意见。',
    },
    { as: 'heading', text: '一、转变观念，把服务企业摆在突出位置' },
    {
      as: 'text',
      text: '营商环境好不好，企业感受最直接。各部门要换位思考，主动上门问需，做到无事不扰、有求必应。原市工商局分片联系企业的做法很受欢迎，至今仍有借鉴意义。',
    },
    { as: 'heading', text: '二、优化流程，让数据多跑路、企业少跑腿' },
    {
      as: 'text',
      text: '市工商局要牵头做好企业开办“一网通办”，相关部门密切配合。凡是能在网上办的，不再要求企业到窗口提交材料；凡是能共享的数据，不再要求企业重复填报。',
    },
    { as: 'heading', text: '三、依法办事，稳定企业发展预期' },
    {
      as: 'text',
      text: '要依据《合同法》妥善处理政企之间的合同纠纷，对作出的承诺说到做到，不得以换届、人员调整为由毁约。涉企检查要减少频次、规范程序，让企业安心经营。',
    },
    { as: 'heading', text: '四、严明纪律，构建亲清政商关系' },
    {
      as: 'text',
      text: '领导干部同企业交往，既要光明磊落，也要热情服务，做到亲而有度、清而有为。对吃拿卡要、推诿扯皮的问题，发现一起、查处一起。',
    },
    {
      as: 'text',
      text: '同志们，优化营商环境只有进行时，没有完成时。让我们拿出钉钉子的韧劲，把一件件实事办好，努力让每一家企业都能在我市放心投资、专心创业！',
    },
  ],
  planted: [
    { text: '今年是“十四五”规划开局之年', rule: 'outdated-reference' },
    { text: '讲三点意见', rule: 'announced-count' },
    { text: '市工商局要牵头', rule: 'outdated-reference' },
    { text: '依据《合同法》', rule: 'outdated-reference' },
  ],
};
