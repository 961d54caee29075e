import { formatCircled, formatNumeral } from '../draft/numeral-values.ts';

const digits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const forms: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => formatCircled(value) ?? String(value),
  decimalEnclosedCircleChinese: (value) => formatCircled(value) ?? String(value),
  decimalEnclosedParen: (value) => enclosed(0x2474, value),
  decimalEnclosedFullstop: (value) => enclosed(0x2488, value),
  ideographEnclosedCircle: (value) =>
    value >= 1 && value <= 10 ? String.fromCharCode(0x327f + value) : String(value),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  // Above 99 Word writes the digits alone.
  chineseCounting: (value) => (value < 100 ? counted(value) : digitByDigit(value)),
  taiwaneseCounting: (value) => (value < 100 ? counted(value) : digitByDigit(value)),
  chineseCountingThousand: counted,
  taiwaneseCountingThousand: counted,
  japaneseCounting: (value) =>
    counted(value)
      .replace(/^一(?=百)|(?<=百)一(?=十)/gu, '')
      .replaceAll('零', ''),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographTraditional: (value) => cycled(stems, value),
  ideographZodiac: (value) => cycled(branches, value),
};

/** Writes a number as Word does in a list with this `w:numFmt`; forms that it does not know, in digits. */
export function writtenNumber(form: string, value: number): string {
  const write = value < 1 ? undefined : forms[form];
  return write === undefined ? String(value) : write(value);
}

function counted(value: number): string {
  return value > 999 ? digitByDigit(value) : formatNumeral(value);
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/gu, (digit) => digits.charAt(Number(digit)));
}

function legal(value: number): string {
  if (value > 999) return String(value).replace(/\d/gu, (digit) => legalDigits.charAt(Number(digit)));
  const ten = value >= 10 && value < 20 ? '壹' : '';
  return (
    ten +
    formatNumeral(value)
      .replace(/[一二三四五六七八九]/gu, (digit) => legalDigits.charAt(digits.indexOf(digit)))
      .replaceAll('十', '拾')
      .replaceAll('百', '佰')
  );
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** 1 to 20 in brackets or with a full stop, as one character each. */
function enclosed(first: number, value: number): string {
  return value <= 20 ? String.fromCharCode(first + value - 1) : String(value);
}

function roman(value: number): string {
  if (value > 3999) return String(value);
  let left = value;
  let written = '';
  for (const [worth, letter] of romans) {
    for (; left >= worth; left -= worth) written += letter;
  }
  return written;
}

/** A to Z, then AA to ZZ, AAA and so on, as Word counts. */
function letters(value: number): string {
  const letter = String.fromCharCode(0x41 + ((value - 1) % 26));
  return letter.repeat(Math.min(30, Math.floor((value - 1) / 26) + 1));
}

function cycled(row: string, value: number): string {
  return row.charAt((value - 1) % row.length);
}
