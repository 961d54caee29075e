import { type Dice, diceOf, oneOf } from '../../unit/draft-styles.ts';
import { complexField, control, customData, simpleField } from '../containers.ts';
import { footnote, makeDocx, run } from '../make.ts';
import { endnotes, lists, randomNumbering, styles, textBox } from './parts.ts';
import { type Token, tokenMaker } from './tokens.ts';

/** A random document, with the words of it that are to be changed. */
export interface RandomDocx {
  readonly bytes: Uint8Array;
  readonly tokens: readonly Token[];
}

const words = [
  '我们要',
  '抓好落实，',
  '提高认识。',
  '同志们',
  '（试行）',
  '2026年',
  '“三个坚持”',
  '全市上下',
  '：',
  '一是',
];
const formats = [
  '',
  '',
  '',
  '<w:b/>',
  '<w:i/>',
  '<w:color w:val="FF0000"/>',
  '<w:rStyle w:val="E"/>',
  '<w:sz w:val="32"/>',
  '<w:highlight w:val="yellow"/>',
];
/** A field that LibreOffice leaves as it is. */
export const kept = ' QUOTE a ';
/** What of LibreOffice's text and ours is compared of a box begins so. */
export const boxStart = '〖';

/** Hidden words, which LibreOffice's text has and ours has not. */
export const hidden = '◪藏◪';
/** On both sides of the number of a note, which only LibreOffice's text has. */
export const aroundNote = '◎';

interface Place {
  /** False within what takes no revision. */
  readonly tracked: boolean;
  /** True within an insertion, where no other stands. */
  readonly inserted?: boolean;
  /** How many things it is within. */
  readonly depth: number;
}

class Maker {
  readonly dice: Dice;
  readonly tokens: ReturnType<typeof tokenMaker>;
  /** What the controls that are bound to data say. */
  readonly bound: string[] = [];
  /** The binding of a control; null for a document without bound controls. */
  readonly binding: ((path: string) => string) | null;
  private id = 1_000;
  private isCommented = false;
  /** By list: the level of its last item. */
  private readonly levels = new Map<number, number>();
  /** The lists that have had an item of a lower level. */
  private readonly deep = new Set<number>();

  constructor(dice: Dice, binding: ((path: string) => string) | null) {
    this.dice = dice;
    this.tokens = tokenMaker(dice);
    this.binding = binding;
  }

  private revision(): string {
    return `w:id="${this.id++}" w:author="王五" w:date="2026-01-02T03:04:05Z"`;
  }

  private plain(): string {
    return run(oneOf(this.dice, words), oneOf(this.dice, formats));
  }

  /** Runs with a token, cut anywhere, with what may stand between two runs. */
  private token(tracked: boolean): string {
    const { word } = this.tokens.next(tracked);
    const pieces: string[] = [];
    for (let at = 0; at < word.length; ) {
      const end = Math.min(word.length, at + 1 + this.dice(word.length));
      const format = oneOf(this.dice, formats);
      const change = this.dice(8) === 0 ? `<w:rPrChange ${this.revision()}><w:rPr/></w:rPrChange>` : '';
      pieces.push(run(word.slice(at, end), format + change));
      at = end;
    }
    const between = [
      '',
      '',
      '<w:proofErr w:type="spellStart"/>',
      '<w:r><w:lastRenderedPageBreak/></w:r>',
      `<w:bookmarkStart w:id="${this.id}" w:name="b${this.id}"/><w:bookmarkEnd w:id="${this.id++}"/>`,
      run(hidden, '<w:vanish/>'),
    ];
    return pieces.join(oneOf(this.dice, between));
  }

  private inlines(place: Place): string {
    const count = 1 + this.dice(4);
    return Array.from({ length: count }, () => this.inline(place)).join('');
  }

  private inline(place: Place): string {
    const { dice } = this;
    const within = { ...place, depth: place.depth + 1 };
    const choice = dice(place.depth > 2 ? 8 : 24);
    if (choice < 3) return this.plain();
    if (choice < 6) return this.token(place.tracked);
    // LibreOffice takes words behind a break in a link, a control or a field for others.
    if (choice === 6 && place.depth === 0 && place.tracked)
      return oneOf(dice, [
        '<w:r><w:tab/></w:r>',
        '<w:r><w:br/></w:r>',
        '<w:r><w:noBreakHyphen/></w:r>',
        '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>',
        '<w:r><w:cr/></w:r>',
        '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>',
      ]);
    if (choice === 7) return run(hidden, oneOf(dice, ['<w:vanish/>', '<w:rStyle w:val="V"/>']));
    // In controls and fields LibreOffice loses notes and revisions; in cells, words beside links, controls, comments.
    if (choice >= 8 && choice < 13 && !place.tracked) return this.token(false);
    const isWithin = place.depth > 0 || !place.tracked;
    if (isWithin && (choice === 13 || (choice > 14 && choice < 18) || choice === 20))
      return this.token(place.tracked);
    if (choice === 8)
      return (
        run(aroundNote) +
        oneOf(dice, [footnote(1), '<w:r><w:endnoteReference w:id="1"/></w:r>']) +
        run(aroundNote)
      );
    if (choice < 11)
      return place.inserted ? this.plain() : `<w:ins ${this.revision()}>${this.insertable(place)}</w:ins>`;
    if (choice < 13)
      return place.inserted
        ? ''
        : `<w:del ${this.revision()}><w:r><w:delText>删去的话</w:delText></w:r></w:del>`;
    if (choice === 13)
      return `<w:hyperlink w:anchor="b">${this.inlines({ ...within, depth: 3 })}</w:hyperlink>`;
    if (choice === 14) return `<w:smartTag w:element="x">${this.inlines(within)}</w:smartTag>`;
    if (choice === 15) return control(this.inlines({ ...within, depth: 3 }));
    if (choice === 16) return control(this.token(false), '<w:text/>');
    if (choice === 17) return this.boundControl(place);
    if (choice === 18) return complexField(this.inlines({ ...within, tracked: false, depth: 3 }), kept);
    if (choice === 19) return simpleField(this.token(false), kept);
    if (choice === 20 && !this.isCommented) return this.commented(this.token(place.tracked));
    if (choice === 22) return place.depth > 0 || !place.tracked ? this.plain() : this.box(place);
    return this.token(place.tracked);
  }

  /** What may stand within an insertion: runs. */
  private insertable({ tracked }: Place): string {
    return oneOf(this.dice, [
      () => this.token(tracked),
      () => this.plain() + this.token(tracked),
      () => this.plain(),
    ])();
  }

  private commented(content: string): string {
    this.isCommented = true;
    return `<w:commentRangeStart w:id="7"/>${content}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`;
  }

  private boundControl(place: Place): string {
    if (this.binding === null) return this.token(place.tracked);
    const { word } = this.tokens.next(true);
    this.bound.push(word);
    return control(run(word), this.binding(`/a[1]/b[${this.bound.length}]`));
  }

  private box({ tracked }: Place): string {
    const lines = Array.from(
      { length: 1 + this.dice(2) },
      () => `<w:p>${run(boxStart)}${this.plain()}${this.token(tracked)}</w:p>`,
    );
    const box = textBox(lines.join(''), this.dice(3) === 0);
    // LibreOffice saves a box beside a control as one within it.
    return this.binding === null ? this.plain() + box + this.plain() : box;
  }

  /**
   * The list of an item; no level begins before those above it, which LibreOffice and Word count differently. So they
   * count lower levels where a list of the same levels has a start of its own: Word's lists share their numbers.
   */
  private item(wanted: number, wish: number): string {
    const base = ((wanted - 1) % lists) + 1;
    const list = this.deep.has(base) ? base : wanted;
    const isShared = list > lists || this.levels.has(base + lists);
    const level = isShared ? 0 : Math.min(wish, (this.levels.get(list) ?? -1) + 1);
    this.levels.set(list, level);
    if (level > 0) this.deep.add(base);
    if (list === 1 && level < 2) return `<w:pStyle w:val="H${level + 1}"/>`;
    return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  }

  private properties(): string {
    const { dice } = this;
    if (dice(2) === 0) return this.item(1 + dice(lists * 2), dice(4));
    return oneOf(dice, [
      '',
      '',
      '<w:jc w:val="center"/>',
      '<w:pStyle w:val="Q"/>',
      '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>',
      `<w:rPr><w:ins ${this.revision()}/></w:rPr>`,
      `<w:pPrChange ${this.revision()}><w:pPr/></w:pPrChange>`,
    ]);
  }

  paragraph(place: Place): string {
    if (this.dice(12) === 0) return '<w:p/>';
    const properties = this.properties();
    // LibreOffice puts a number before blanks, we before words.
    const isNumbered = /numId|"H\d"/u.test(properties);
    const content = this.inlines(place);
    // LibreOffice takes insertions that end a paragraph and begin the next for one, and rejects the mark between them.
    const end = /<\/w:ins>(?:<\/[^>]*>)*$/u.test(content) ? this.plain() : '';
    // Where LibreOffice rejects a change of format, the number that the paragraph has switched off is there again.
    const isRevived = properties.includes('numId w:val="0"') && content.includes('rPrChange');
    const own = isRevived ? '' : properties;
    return `<w:p>${own && `<w:pPr>${own}</w:pPr>`}${isNumbered ? this.plain() : ''}${content}${end}</w:p>`;
  }

  /** Two paragraphs that a deleted mark makes one. */
  private joined(place: Place): string {
    const mark = `<w:pPr><w:rPr><w:del ${this.revision()}/></w:rPr></w:pPr>`;
    return `<w:p>${mark}${this.plain()}${this.token(place.tracked)}</w:p><w:p>${this.token(place.tracked)}${this.plain()}</w:p>`;
  }

  private moved(place: Place): string {
    const name = `w:name="m${this.id}"`;
    const mark = () => this.revision();
    const text = run(`移动${this.id}的话`);
    return (
      `<w:p>${this.plain()}<w:moveFromRangeStart ${mark()} ${name}/><w:moveFrom ${mark()}>${text}</w:moveFrom><w:moveFromRangeEnd w:id="${this.id - 2}"/></w:p>` +
      `<w:p>${this.plain()}<w:moveToRangeStart ${mark()} ${name}/><w:moveTo ${mark()}>${text}${this.token(place.tracked)}</w:moveTo><w:moveToRangeEnd w:id="${this.id - 2}"/></w:p>`
    );
  }

  private cell(place: Place, properties: string): string {
    const isNested = place.depth < 2 && this.dice(6) === 0;
    const content = isNested
      ? `${this.table({ ...place, depth: place.depth + 1 })}<w:p/>`
      : this.paragraph(place);
    return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
  }

  private table(place: Place): string {
    const within = { ...place, depth: place.depth + 1 };
    const rows = Array.from({ length: 1 + this.dice(3) }, (_, at) => {
      const merge = at === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      const cells = oneOf(this.dice, [
        () => this.cell(within, '') + this.cell(within, ''),
        () => this.cell(within, '<w:gridSpan w:val="2"/>'),
        () =>
          `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${merge}</w:tcPr>${at === 0 ? this.paragraph(within) : '<w:p/>'}</w:tc>${this.cell(within, '')}`,
        () => control(this.cell({ ...within, tracked: false }, '')) + this.cell(within, ''),
      ])();
      return `<w:tr>${cells}</w:tr>`;
    });
    return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows.join('')}</w:tbl>`;
  }

  block(): string {
    const place: Place = { tracked: true, depth: 0 };
    const inControl: Place = { tracked: false, depth: 1 };
    const choice = this.dice(16);
    if (choice < 9) return this.paragraph(place);
    if (choice < 11) return this.table(place) + this.paragraph(place);
    if (choice === 11)
      return control(this.paragraph(inControl) + (this.dice(2) === 0 ? this.paragraph(inControl) : ''));
    if (choice === 12) return control(this.table(inControl)) + this.paragraph(place);
    if (choice === 13) return this.joined(place);
    if (choice === 14) return this.moved(place);
    return `<w:p>${this.plain()}<w:r><w:br w:type="page"/></w:r>${this.token(true)}</w:p>`;
  }
}

/**
 * A document of random blocks, reproducible by its seed; without controls bound to data where LibreOffice is to save it
 * anew, which puts one into another.
 */
export function randomDocx(seed: number, hasBound = true): RandomDocx {
  const dice = diceOf(seed);
  const { binding } = customData('<a/>');
  const maker = new Maker(dice, hasBound ? binding : null);
  const count = 3 + dice(7);
  const blocks = Array.from({ length: count }, () => maker.block());
  // A comment about what stands in a control goes into a paragraph outside.
  const body = `<w:p><w:bookmarkStart w:id="1" w:name="b"/>${run('开头')}<w:bookmarkEnd w:id="1"/></w:p>${blocks.join('')}<w:p>${run('结尾')}</w:p>`;
  const { extra } = customData(`<a>${maker.bound.map((text) => `<b>${text}</b>`).join('')}</a>`);
  const bytes = makeDocx(body, {
    parts: { ...extra.parts, 'word/endnotes.xml': endnotes },
    related: [...(extra.related ?? []), ['endnotes', 'endnotes.xml']],
    numbering: randomNumbering(dice),
    styles,
    comments: `<w:comment w:id="7" w:author="王五" w:date="2026-01-02T03:04:05Z"><w:p>${run('旧批注')}</w:p></w:comment>`,
  });
  return { bytes, tokens: maker.tokens.made };
}
