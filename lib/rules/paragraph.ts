import type { Signs } from '../draft/signs.ts';
import type { Hit, Knowledge } from '../phrases/types.ts';
import { codeUnitsOf } from './code-units.ts';
import { Remembered } from './mentions/remembered.ts';
import type { ParagraphText } from './paragraph-context.ts';
import { BareText } from './phrasing/bare-text.ts';

/** A paragraph during one check. What is read of it is computed at the first request and kept until the check ends. */
export class RuleParagraph implements ParagraphText {
  readonly text: string;
  readonly section: ParagraphText['section'];
  readonly signs: Signs;
  /** What the rule on time-bound mentions has read. */
  readonly remembered = new Remembered();
  private readonly knowledge: Knowledge;
  private readHits: readonly Hit[] | undefined;
  private readUnits: Uint16Array | undefined;
  private readBare: BareText | undefined;

  constructor({ text, section, signs }: ParagraphText, knowledge: Knowledge) {
    this.text = text;
    this.section = section;
    this.signs = signs;
    this.knowledge = knowledge;
  }

  /** All hits of the phrase index. Offsets of the paragraph. */
  get hits(): readonly Hit[] {
    this.readHits ??= this.knowledge.scan(this.text);
    return this.readHits;
  }

  /** The UTF-16 code units of its text. */
  get units(): Uint16Array {
    this.readUnits ??= codeUnitsOf(this.text);
    return this.readUnits;
  }

  /** Its text without marks and joining words. */
  get bare(): BareText {
    this.readBare ??= new BareText(this.text);
    return this.readBare;
  }
}
