/**
 * A pattern without groups of measure words behind which two neighbouring numbers are a rough count (三四个, 两三年). Not
 * words that also order (季度, 级, 线, 类, 号, 月, 次会议), where 三、四 names two things.
 */
export const countMeasures =
  '(?:个(?!必须|坚持|意识|自信|维护|全面|现代化)|名|位|天|年(?![级期度代])|岁|家|户|件|人(?![民次大])|里(?![程])|块|条|遍|趟|' +
  '句|公里|米|吨|亩|倍|分钟|小时|个月|次(?!全|党|会|代)|回|张|份|台|辆|栋|场|批|项(?!规))';

const chineseDigits = '零一二三四五六七八九';

/** The Chinese digit for 1 to 9 before a measure word: 两 for 2 if `counted`. */
export function chineseDigit(value: number, counted = false): string {
  return value === 2 && counted ? '两' : chineseDigits.charAt(value);
}

/** The value of a Chinese digit (一 to 九, 两); 0 for anything else. */
export function digitValue(char: string): number {
  return char === '两' ? 2 : Math.max(0, chineseDigits.indexOf(char));
}
