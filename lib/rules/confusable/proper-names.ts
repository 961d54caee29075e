/**
 * Recognises two characters that are part of a name. A name may look like a word with a wrong character (周伟, 石力, 蔚来);
 * only the surrounding words tell.
 */

/** Frequent surnames; for rare ones the surrounding words are no proof. */
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦马苗方俞任袁柳鲍史唐' +
  '费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝臧计伏成戴宋庞熊纪舒屈项祝董' +
  '梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石' +
  '崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴弓牧山谷车侯全班仲宁仇栾甘武符刘景詹龙叶幸黎薄印白蒲从鄂索赖卓蔺屠蒙池乔闻党翟' +
  '谭申冉边燕冀浦尚农温柴瞿阎连习艾鱼容向古易慎戈廖终衡步都耿满弘匡文寇广禄东沃利蔚越师巩聂晁敖融冷辛阚简饶曾关查游权';

const roles =
  '同志|书记|主任|局长|县长|市长|区长|镇长|乡长|省长|州长|处长|科长|股长|所长|院长|校长|园长|部长|厅长|司长|行长|站长|' +
  '组长|队长|班长|排长|连长|营长|团长|旅长|师长|政委|会长|社长|村长|理事长|董事长|秘书长|总裁|总监|总工|经理|厂长|支书|' +
  '主席|委员|老师|教授|博士|院士|医生|大夫|护士|师傅|先生|女士|小姐|大爷|大妈|大娘|大伯|大叔|大嫂|阿姨|奶奶|爷爷|' +
  '老汉|老人|检察官|法官|警官|律师|记者|教练|夫妇|夫妻|一家|等人';

/** Verbs and titles behind a person's name: 周伟说, 陈功作了报告; not 说明 and the like. */
const acts =
  '(?:说(?![明服法到])|表示|指出|认为|介绍|告诉|坦言|回忆|强调(?!了)|主持|出席|陪同|获得|荣获|当选|担任|任职|应邀|带领|率队|' +
  '深有感触|感慨|[（(]|是(?:一|该|村|县|市|镇|个))';

const isSurname = new Set(surnames);
/** 曾强同志, 周伟书记; 边静、范伟两位同志. */
const nameEnds = new RegExp(
  `^(?!总)\\p{Script=Han}?(?:${acts}|(?:[、和]\\p{Script=Han}{2,4}){0,6}等?[一二两三四五六七八九十几]?[位名]?(?:${roles}))`,
  'u',
);
/** 民警石力, 名叫严俊, 发言人姜军. */
const nameBegins = new RegExp(
  `(?:(?:${roles})|[员警医授师兵匠]|记者|学者|作者|[负发主]\\p{Script=Han}人|(?:名|名字|,|，)?叫|选手|代言人|妻子|丈夫|儿子|女儿|父亲|母亲)$`,
  'u',
);
/** 老挝总理通邢，: a foreign name need not begin with a surname. */
const statesman = /(?:总理|总统|首相|国王|王储|议长|大使|外长)$/u;
const titled = new RegExp(`^(?:${roles})`, 'u');

/** Whether two characters are a person's name, or end in a surname followed by a title: 曾强同志, 民警石力; 政务办陈主任. */
export function isPerson(text: string, start: number): boolean {
  const after = text.slice(start + 2, start + 22);
  if (isSurname.has(text.charAt(start + 1)) && titled.test(after)) return true;
  const before = text.slice(Math.max(0, start - 4), start);
  if (statesman.test(before) && /^[，、。；）]/u.test(after)) return true;
  return isSurname.has(text.charAt(start)) && (nameEnds.test(after) || nameBegins.test(before));
}

/** Characters of transcribed foreign names, and those that occur in little else. */
const ofNames = new Set(
  '阿埃艾安巴拜贝比波博布达戴丹德蒂迪多厄恩尔法菲费芬佛弗夫福戈格古哈海汉赫亨胡霍基吉加贾杰卡凯坎科克库拉莱兰朗劳勒雷里利莉丽' +
    '林隆卢鲁路伦罗洛马玛迈麦曼米密莫默姆穆纳内尼涅努诺欧帕佩皮普奇乔切茹瑞萨塞桑沙什史斯苏索塔泰坦特提廷托图土瓦维韦温翁沃乌西希夏' +
    '辛休叙雅亚扬耶伊因尤约泽扎詹朱兹祖',
);
const onlyOfNames = new Set('埃厄尔弗戈赫霍贾卡莱勒莉卢姆穆涅茹萨塞桑沙什斯坦廷瓦沃兹扎詹佩帕迪蒂玛曼拜');

/** Whether two characters are part of a foreign name: 卡米什利. */
export function isForeignName(text: string, start: number): boolean {
  let from = start;
  let to = start;
  while (ofNames.has(text.charAt(from - 1))) from--;
  while (ofNames.has(text.charAt(to))) to++;
  if (to < start + 2 || to - from < 3) return false;
  let sure = 0;
  for (let at = from; at < to; at++) if (onlyOfNames.has(text.charAt(at))) sure++;
  return sure >= 2;
}

/** One-character names of countries, used in pairs: 中菲两国, 土德关系. */
const isCountry = new Set(
  '中美俄英法德日韩朝越老柬缅泰印巴菲马新澳加墨古阿智秘委哥乌土伊沙以埃南肯坦尼刚安赞津莫塞希意西葡荷比卢波捷匈罗保克斯白欧非孟蒙哈吉塔叙黎约也苏摩突利布文科几斐汤萨',
);
const betweenStates =
  /^(?:两国|双方|双边|关系|友好|合作|人民|友谊|经贸|贸易|文化|建交|交流|战略|政府|边境|边界|元首|领导人|务实|自贸|互利|全面)/u;

/** Whether two characters name two countries: 推动中布友好合作. */
export function isTwoCountries(text: string, start: number): boolean {
  return (
    isCountry.has(text.charAt(start)) &&
    isCountry.has(text.charAt(start + 1)) &&
    betweenStates.test(text.slice(start + 2, start + 6))
  );
}

const company =
  /^(?:(?![的了是在和与及为把将被一个家等]|有(?!限))\p{Script=Han}){0,8}(?:公司|集团|控股|股份|药业|重工|车业|书店|酱园)/u;

/** Whether two characters begin a company's name: 江西金力永磁科技股份有限公司. */
export function isFirm(text: string, start: number): boolean {
  return company.test(text.slice(start + 2, start + 16));
}

/** Longest coined name between quotation marks: “优师计划”, “蛇来运转”. Code units. */
const longestCoined = 6;
const coined = new RegExp(`^[^“”‘’《》，。；、]{2,${longestCoined}}[”’》]`, 'u');

/** Whether two characters begin a short name in quotation marks: coined names are spelt on purpose. */
export function isCoined(text: string, start: number): boolean {
  return /[“‘《]/u.test(text.charAt(start - 1)) && coined.test(text.slice(start, start + longestCoined + 1));
}
