import { describe, expect, it } from 'vitest';
import {
  fileRecord,
  type KeptDesk,
  readFileRecord,
  readRecord,
  recordOf,
} from '../../entrypoints/sidepanel/desk/kept-record.ts';
import type { Source } from '../../entrypoints/sidepanel/desk/read-file.ts';
import { fixed, newSheet, type Sheet } from '../../entrypoints/sidepanel/desk/sheet.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';

const origin = '同志们：\n深入学习贯彻党的十九大精神。\n市工商局要牵头。';
const stamp = { by: 'a', revision: 'a:2', base: 'b:1' };

/** A sheet on which 十九大 and 工商局 were fixed. */
function fixedSheet(source: Source): Sheet {
  const sheet = newSheet(origin, '讲话稿', source);
  const edits = [
    { start: origin.indexOf('十九'), end: origin.indexOf('十九') + 2, text: '二十', reason: '往届提法。' },
    {
      start: origin.indexOf('工商局'),
      end: origin.indexOf('工商局') + 3,
      text: '市场监管局',
      reason: '机构已改。',
    },
  ];
  return fixed(sheet, edits, applyEdits(origin, edits));
}

const docx = fixedSheet({ kind: 'docx', id: 'f', bytes: Uint8Array.of(1, 2) });
const made = [{ start: 13, end: 15, before: '十九', after: '二十', reason: '往届提法。' }];
const kept = (sheet: Sheet): KeptDesk => ({
  sheet,
  made: sheet.text === origin ? [] : made,
  manner: 'plain',
  remarks: true,
});
/** What a storage makes of a record. */
const stored = (sheet: Sheet): Record<string, unknown> =>
  JSON.parse(JSON.stringify(recordOf(kept(sheet), stamp)));
const sheetIn = (record: unknown) => readRecord(record)?.kept.sheet;

describe('a kept desk', () => {
  it.each<Source>([
    { kind: 'typed' },
    { kind: 'text', raw: origin.replaceAll('\n', '\r\n'), encoding: 'gb18030' },
    { kind: 'text', raw: origin, encoding: 'utf-8-mark' },
    { kind: 'docx', id: 'f', bytes: null },
    {
      kind: 'docx',
      id: 'f',
      bytes: null,
      numbered: [{ start: 3, end: 5, depth: 0, value: 2, label: '二、' }],
    },
  ])('comes back as it was: %o', (source) => {
    const sheet = fixedSheet(source);
    expect(readRecord(stored(sheet))).toEqual({ kept: kept(sheet), stamp });
    const unchanged = newSheet(origin, '', source);
    expect(readRecord(stored(unchanged))?.kept.sheet).toEqual(unchanged);
  });

  it('drops what fixes have changed where it is damaged, or the text says otherwise', () => {
    const sheet = fixedSheet({ kind: 'typed' });
    const other = [{ ...made[0], after: '三十' }, { ...made[0], end: 1_000 }, { start: 0 }, null];
    expect(readRecord({ ...stored(sheet), made: [...other, ...made] })?.kept.made).toEqual(made);
  });

  it('holds each text once, and no bytes', () => {
    const unchanged = newSheet(origin, '', { kind: 'text', raw: origin, encoding: 'utf-8' });
    expect(JSON.stringify(stored(unchanged)).split('深入学习').length - 1).toBe(1);
    expect(JSON.stringify(stored(docx))).not.toContain('bytes');
  });

  it('is made of any field that is left of it', () => {
    const record = stored(docx);
    for (const spoilt of [7, null, 'x', undefined, { a: [] }]) {
      for (const field of Object.keys(record)) {
        const read = sheetIn({ ...record, [field]: spoilt });
        if (field === 'text' && spoilt === 'x') continue;
        expect(read?.text, `${field}: ${spoilt}`).toBe(docx.text);
      }
    }
  });

  it('tells its text by its changes, or by what it was before them', () => {
    const { text: _, ...rest } = stored(docx);
    expect(sheetIn(rest)).toEqual({ ...docx, source: { kind: 'docx', id: 'f', bytes: null } });
    expect(sheetIn({ ...rest, changes: 'spoilt' })?.text).toBe(origin);
    expect(sheetIn({ ...rest, origin: 5 })).toBeUndefined();
    expect(readRecord('spoilt')).toBeNull();
    expect(readRecord(undefined)).toBeNull();
  });

  it('has changes that lead to its text, with the reasons that are left', () => {
    const record = stored(docx);
    const [first, second] = docx.changes;
    const broken: unknown[] = [
      [first],
      [first, { ...second, start: -1 }],
      [second, first],
      [first, second, second],
    ];
    for (const changes of broken) {
      const sheet = sheetIn({ ...record, changes });
      expect(sheet && applyEdits(sheet.origin, sheet.changes)).toBe(docx.text);
    }
    expect(sheetIn({ ...record, changes: [first, 'spoilt'] })?.changes[0]?.reasons).toEqual(['往届提法。']);
    const noReasons = sheetIn({ ...record, changes: [{ ...first, reasons: 3 }, second] });
    expect(noReasons?.changes.map(({ reasons }) => reasons)).toEqual([[], ['机构已改。']]);
  });

  it('is not written into a file whose text is lost', () => {
    expect(sheetIn({ ...stored(docx), origin: 5 })?.source).toEqual({ kind: 'typed' });
    const text = fixedSheet({ kind: 'text', raw: origin.replaceAll('\n', '\r\n'), encoding: 'utf-8' });
    expect(sheetIn({ ...stored(text), origin: 5 })).toEqual(text);
  });
});

describe('the record of a file', () => {
  it('gives the bytes of this file, and of no other', () => {
    const record = fileRecord('f', Uint8Array.of(0, 255, 80));
    expect(readFileRecord(record, 'f')).toEqual(Uint8Array.of(0, 255, 80));
    expect(readFileRecord(record, 'g')).toBeNull();
    expect(readFileRecord({ ...record, data: '%' }, 'f')).toBeNull();
    expect(readFileRecord(undefined, 'f')).toBeNull();
  });
});
