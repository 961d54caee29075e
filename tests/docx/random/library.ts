import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { type Dice, diceOf, oneOf } from '../../unit/draft-styles.ts';
import { aroundNote, kept, type RandomDocx } from './draft.ts';
import { tokenMaker } from './tokens.ts';

/** One dot, as a picture. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const reviser = { author: '王五', date: '2026-01-02T03:04:05Z' };
const words = ['我们要', '抓好落实，', '提高认识。', '同志们', '“三个坚持”', '：'];

class Maker {
  readonly tokens: ReturnType<typeof tokenMaker>;
  private readonly dice: Dice;
  private id = 100;
  private isCommented = false;

  constructor(dice: Dice) {
    this.dice = dice;
    this.tokens = tokenMaker(dice);
  }

  private plain(): TextRun {
    return new TextRun({
      text: oneOf(this.dice, words),
      bold: this.dice(4) === 0,
      italics: this.dice(4) === 0,
    });
  }

  private token(tracked = true): TextRun[] {
    const { word } = this.tokens.next(tracked);
    const cut = this.dice(word.length);
    return [word.slice(0, cut), word.slice(cut)]
      .filter((text) => text !== '')
      .map((text) => new TextRun({ text, bold: this.dice(3) === 0, size: oneOf(this.dice, [24, 32]) }));
  }

  private children(): ParagraphChild[] {
    const { dice } = this;
    const id = this.id++;
    const { word } = this.tokens.next(true);
    switch (dice(12)) {
      case 0:
        return [new InsertedTextRun({ text: word, id, ...reviser })];
      case 1:
        return [new DeletedTextRun({ text: '删去的话', id, ...reviser }), ...this.token()];
      case 2:
        return [new TextRun(aroundNote), new FootnoteReferenceRun(1), new TextRun(aroundNote)];
      case 3:
        return [new InternalHyperlink({ anchor: 'b', children: this.token() })];
      case 4:
        return [new SimpleField(kept, this.tokens.next(false).word)];
      case 5:
        return [new TextRun({ children: ['甲', new Tab(), '乙'] }), new TextRun({ text: '丙', break: 1 })];
      case 6:
        return [new Bookmark({ id: `b${id}`, children: this.token() })];
      case 7:
        return [
          new ImageRun({ type: 'png', data: dot, transformation: { width: 10, height: 10 } }),
          ...this.token(),
        ];
      case 8: {
        if (this.isCommented) return this.token();
        this.isCommented = true;
        return [
          new CommentRangeStart(0),
          ...this.token(),
          new CommentRangeEnd(0),
          new TextRun({ children: [new CommentReference(0)] }),
        ];
      }
      default:
        return [...this.token(), this.plain(), ...this.token()];
    }
  }

  private paragraph(): Paragraph {
    const { dice } = this;
    const children = [this.plain(), ...Array.from({ length: 1 + dice(3) }, () => this.children()).flat()];
    return oneOf(dice, [
      () => new Paragraph({ children }),
      () =>
        new Paragraph({ children, heading: oneOf(dice, [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2]) }),
      () => new Paragraph({ children, numbering: { reference: 'list', level: 0 } }),
      () => new Paragraph({ children, numbering: { reference: 'other', level: 0, instance: dice(3) } }),
    ])();
  }

  block(): Paragraph | Table {
    if (this.dice(5) > 0) return this.paragraph();
    const cell = (span = 1) => new TableCell({ children: [this.paragraph()], columnSpan: span });
    return new Table({
      rows: Array.from(
        { length: 1 + this.dice(3) },
        () => new TableRow({ children: this.dice(3) === 0 ? [cell(2)] : [cell(), cell()] }),
      ),
    });
  }
}

/** A random document as the package `docx` writes it, reproducible by its seed. */
export async function libraryDocx(seed: number): Promise<RandomDocx> {
  const maker = new Maker(diceOf(seed));
  const blocks = Array.from({ length: 4 + (seed % 6) }, () => maker.block());
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    { level: 0, format, text, start: 1 },
  ];
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('脚注。')] } },
    comments: {
      children: [
        { id: 0, author: '王五', date: new Date(reviser.date), children: [new Paragraph('旧批注')] },
      ],
    },
    numbering: {
      config: [
        { reference: 'list', levels: level(LevelFormat.CHINESE_COUNTING, '%1、') },
        { reference: 'other', levels: level(LevelFormat.DECIMAL, '（%1）') },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('页眉')] }) },
        footers: { default: new Footer({ children: [new Paragraph('页脚')] }) },
        children: [
          new Paragraph({ children: [new Bookmark({ id: 'b', children: [new TextRun('开头')] })] }),
          ...blocks,
          new Paragraph('结尾'),
        ],
      },
    ],
  });
  return { bytes: await Packer.toBuffer(document), tokens: maker.tokens.made };
}
