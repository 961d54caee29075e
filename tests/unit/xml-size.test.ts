import { describe, expect, it } from 'vitest';
import { limitXml, TooMuchXmlError } from '../../lib/common/xml-size.ts';

const nested = (depth: number) => `${'<a>'.repeat(depth)}稿${'</a>'.repeat(depth)}`;
const attributes = (count: number) => Array.from({ length: count }, (_, i) => ` a${i}="${i}"`).join('');

describe('XML is refused before it is parsed', () => {
  it.each([
    ['with too many elements', '<a/>'.repeat(101)],
    ['with too many elements that another tag ends', '<a></a>'.repeat(101)],
    ['with too many attributes', `<a${attributes(50)}/>`.repeat(5)],
    ['with too many comments', '<!--a-->'.repeat(101)],
    ['with too many instructions', '<?a?>'.repeat(101)],
    ['with too many pieces of literal text', '<![CDATA[a]]>'.repeat(101)],
    ['with too many open brackets', '<'.repeat(201)],
  ])('%s', (_name, xml) => {
    expect(() => limitXml(xml, 100)).toThrow(TooMuchXmlError);
  });

  it.each([
    ['with elements too deep within each other', nested(501)],
    ['with tags too deep that never end', '<a b=">">'.repeat(501)],
    ['with an element of too many attributes', `<a${attributes(1_001)}/>`],
    ['that is too long', ' '.repeat(20_000_001)],
  ])('%s', (_name, xml) => {
    expect(() => limitXml(xml, 1e6)).toThrow(TooMuchXmlError);
  });
});

describe('XML is let through', () => {
  it.each([
    ['with as many elements as may be', '<a/>'.repeat(100)],
    ['with elements in a comment', `<!--${'<a>'.repeat(1_000)}-->`],
    ['with elements in literal text', `<![CDATA[${'<a>'.repeat(1_000)}]]>`],
    ['with elements in an instruction', `<?a ${'<a>'.repeat(1_000)}?>`],
    ['with elements in an attribute', `<a b="${'<a>'.repeat(1_000)}" c='${'">'.repeat(1_000)}'/>`],
    ['with a long attribute', `<a b="${'稿'.repeat(1_000_000)}"/>`],
    ['with long words', `<a>${'稿 > 1'.repeat(1_000_000)}</a>`],
    ['with many elements beside each other', `<b>${'<a>稿</a>'.repeat(40)}</b>`],
    ['that ends within a tag', '<a b="1'],
    ['that ends within a comment', '<!-- a'],
    ['that is empty', ''],
    ['that is none', '同志们：'],
  ])('%s', (_name, xml) => {
    expect(() => limitXml(xml, 100)).not.toThrow();
  });

  it('with elements as deep as may be', () => {
    expect(() => limitXml(nested(500), 1e6)).not.toThrow();
  });
});
