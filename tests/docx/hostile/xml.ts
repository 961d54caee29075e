import { strToU8 } from 'fflate';
import { type Dice, oneOf } from '../../unit/draft-styles.ts';
import { damagedBytes } from './bytes.ts';

type XmlDamage = (xml: string, dice: Dice) => string | Uint8Array;

const tag = /<[^>]*>/gu;
const pieces = [
  '<',
  '>',
  '&',
  '"',
  '</w:p>',
  '<w:p>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?a',
  '\0',
  '\u0001',
  '\ufffe',
  '&#0;',
  '&#x110000;',
  '&none;',
  '<a b=>',
  '<x:y/>',
  ' xmlns=""',
  '<w:t/>',
  '<w:ins>',
  '</w:r>',
  '<w:tbl/>',
  '<w:tr/>',
  '<c/>',
  '<si/>',
];

/** Puts something at one of the places of the text between two tags, or anywhere. */
function withIn(xml: string, dice: Dice, what: string): string {
  const places = [...xml.matchAll(/>(?=<)/gu)].map(({ index }) => index + 1);
  const at = places.length > 0 && dice(2) === 0 ? oneOf(dice, places) : dice(xml.length + 1);
  return xml.slice(0, at) + what + xml.slice(at);
}

/** The text with something in place of some of its tags. */
function eachTag(xml: string, dice: Dice, change: (one: string) => string): string {
  const share = 1 + dice(30);
  return xml.replace(tag, (one) => (dice(share) === 0 ? change(one) : one));
}

const entities = (depth: number): string => {
  const levels = Array.from({ length: depth }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
  return `<!DOCTYPE a [<!ENTITY e0 "稿">${levels.join('')}]>`;
};

/** Ways to damage XML, whatever it says. */
const xmlDamages: Readonly<Record<string, XmlDamage>> = {
  'tags missing': (xml, dice) => eachTag(xml, dice, () => ''),
  'tags twice': (xml, dice) => eachTag(xml, dice, (one) => one + one),
  'tags turned': (xml, dice) =>
    eachTag(xml, dice, (one) => (one.startsWith('</') ? one.replace('/', '') : one.replace('<', '</'))),
  'tags of other names': (xml, dice) =>
    eachTag(xml, dice, (one) =>
      one.replace(/[A-Za-z]+(?=[\s/>])/u, () =>
        oneOf(dice, ['p', 'r', 't', 'tbl', 'sdt', 'body', 'document', 'ins', 'x']),
      ),
    ),
  'attributes of other values': (xml, dice) =>
    xml.replace(/="[^"]*"/gu, (one) =>
      dice(6) === 0
        ? `="${oneOf(dice, ['', '-1', '1e9', 'NaN', '99999999999999999999', '0', 'a', '../..', '%1%2%3%4%5%6%7%8%9', '稿'])}"`
        : one,
    ),
  'odd pieces within': (xml, dice) => {
    let changed = xml;
    for (let left = 1 + dice(4); left > 0; left--) changed = withIn(changed, dice, oneOf(dice, pieces));
    return changed;
  },
  cut: (xml, dice) => xml.slice(0, dice(xml.length)),
  nothing: () => '',
  'no declared names': (xml) => xml.replace(/ xmlns:\w+="[^"]*"/gu, ''),
  'another root': (xml, dice) =>
    `<${oneOf(dice, ['a', 'html', 'w:document', 'pkg:package'])}>${xml.replace(/<\?.*?\?>/u, '')}</a>`,
  'words behind the end': (xml, dice) => xml + oneOf(dice, ['x', '<a/>', '\0', '<!--']),
  'entities by the billion': (xml, dice) =>
    xml.replace(/\?>\s*/u, `?>${entities(4 + dice(8))}`).replace(/<w:t[^>]*>|<v>|<t>/u, '$&&e4;&e9;'),
  'a file of the machine': (xml) =>
    xml
      .replace(/\?>\s*/u, '?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
      .replace(/<w:t[^>]*>|<v>|<t>/u, '$&&e;'),
  'a declared kind that never ends': (xml, dice) =>
    xml.replace(/\?>\s*/u, `?><!DOCTYPE a [${'<!ELEMENT a '.repeat(dice(20_000))}`),
  'a long attribute': (xml, dice) => xml.replace(/<\w[\w:]*/u, `$& a="${'稿'.repeat(dice(3_000_000))}"`),
  'many attributes': (xml, dice) =>
    xml.replace(
      /<\w[\w:]*/u,
      `$& ${Array.from({ length: dice(30_000) }, (_, i) => `a${i}="${i}"`).join(' ')}`,
    ),
  'an attribute twice': (xml) => xml.replace(/<\w[\w:]*/u, '$& a="1" a="2"'),
  'a long name': (xml, dice) => withIn(xml, dice, `<${'a'.repeat(dice(2_000_000))}/>`),
  'many open brackets': (xml, dice) => withIn(xml, dice, '<'.repeat(dice(300_000))),
  'many signs': (xml, dice) =>
    withIn(xml, dice, oneOf(dice, ['&amp;', '&#65;', '&', ']]>', '<!---->', '<?a?>']).repeat(dice(100_000))),
};

const declared = ['utf-16', 'gb18030', 'big5', 'iso-8859-1', 'x-none', 'utf-7', 'utf-32', ''];
const inUtf16 = (text: string, dice: Dice) => {
  const swapped = Buffer.from(text, 'utf16le');
  return dice(2) === 0 ? swapped : swapped.swap16();
};

/** Ways to damage how XML is encoded. */
const encodingDamages: Readonly<Record<string, XmlDamage>> = {
  'an encoding that it is not in': (xml, dice) => xml.replace('UTF-8', oneOf(dice, declared)),
  'UTF-16 with or without a mark': (xml, dice) => inUtf16(oneOf(dice, ['', '\ufeff', '\ufffe']) + xml, dice),
  'UTF-16 of an odd length': (xml, dice) => inUtf16(`\ufeff${xml}`, dice).subarray(0, -1),
  'bytes that are no UTF-8': (xml, dice) => damagedBytes(strToU8(xml), dice).bytes,
};

const all = { ...xmlDamages, ...encodingDamages };

/** XML damaged in a random way, and its name. */
export function damagedXml(xml: string, dice: Dice): { what: string; bytes: Uint8Array } {
  const what = oneOf(dice, Object.keys(all));
  const damaged = all[what]?.(xml, dice) ?? xml;
  return { what, bytes: typeof damaged === 'string' ? strToU8(damaged) : damaged };
}
