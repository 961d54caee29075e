import { language } from './say.ts';

/** English names of the built-in topics; an organisation's topics keep their names. */
export const topicNames: Readonly<Record<string, string>> = {
  我的提法: 'My phrases',
  奋斗目标: 'Goals',
  党的领导: 'Party leadership',
  指导思想: 'Guiding thought',
  全面从严治党: 'Party discipline',
  经济: 'Economy',
  国家安全: 'National security',
  科技教育: 'Science, education',
  农业农村: 'Rural affairs',
  法治: 'Rule of law',
  改革开放: 'Reform, opening up',
  基层治理: 'Local governance',
  民主: 'Democracy',
  民生: 'Livelihood',
  生态: 'Ecology',
  民族统战: 'Ethnic affairs',
  疫情防控: 'Epidemics',
  国防军队: 'Defence',
  外交: 'Diplomacy',
  文化: 'Culture',
  党的建设: 'Party building',
  作风建设: 'Conduct',
  思想政治: 'Ideology',
  安全生产: 'Work safety',
  讲话开头: 'Openings',
  总结成绩: 'Achievements',
  分析形势: 'The situation',
  讲话过渡: 'Transitions',
  工作要求: 'Requirements',
  号召结尾: 'Closings',
  精神谱系: 'Spirits of the Party',
  常用语: 'Common words',
  机构与职务: 'Offices, posts',
};

/** The name of a topic on the screen, and its `lang` if that differs from the screen's. */
export function topicInWords(topic: string): { readonly name: string; readonly lang?: 'zh-CN' } {
  if (language.value !== 'en') return { name: topic };
  const name = topicNames[topic];
  return name === undefined ? { name: topic, lang: 'zh-CN' } : { name };
}
