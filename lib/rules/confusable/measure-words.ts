const counts = /[\d％%一二两三四五六七八九十百千万亿几半某每各这那哪]$/u;
const measures = new Set(
  '种个家项条件节届次位名座台辆艘架株头只批类级层段期轮场份张片块支套组队间所户栋幢处起宗笔单篇部册版集首章页行列排代款',
);

/** Whether a character is a measure word behind a number, and so begins no word: 三种小企业, 第四笔较大规模的收购. */
export function isMeasure(text: string, at: number): boolean {
  return measures.has(text.charAt(at)) && counts.test(text.charAt(at - 1));
}
