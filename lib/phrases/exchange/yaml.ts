import { LineCounter, parseDocument, stringify } from 'yaml';
import { bilingual, type Words } from '../../language/language.ts';
import { draftOf, type OwnDraft, type OwnPhrase, ownColumns } from '../own/phrase.ts';
import { draftFrom, fieldOf, type ReadDrafts, take } from './table.ts';

/** The contents of a YAML or JSON file that is not a list of phrases. */
export interface OtherYaml {
  readonly other: unknown;
}

/**
 * Reads a list of phrases from YAML (or JSON, which is YAML too); rows are the lines of the file. If its syntax is
 * faulty, each item is read by itself, so that only the faulty ones are lost. Data that is no list is returned as it
 * is. Throws nothing.
 */
export function readYaml(text: string): ReadDrafts | OtherYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  if (document.errors.length > 0) return readPiecewise(text);
  const data: unknown = document.toJS();
  if (!Array.isArray(data)) return { other: data };
  const drafts: { row: number; draft: OwnDraft }[] = [];
  const faults: Words[] = [];
  data.forEach((item: unknown, i) => {
    const node: unknown = document.getIn([i], true);
    readItem(item, lineOf(node, lines), drafts, faults);
  });
  return { drafts, faults };
}

/** Writes phrases as a list that people can edit. */
export function writeYaml(phrases: readonly OwnPhrase[]): string {
  const items = phrases.map((phrase) => {
    const draft = draftOf(phrase);
    return {
      [ownColumns.name]: draft.name,
      ...(phrase.wrong.length === 0 ? {} : { [ownColumns.wrong]: phrase.wrong }),
      [ownColumns.level]: draft.level,
      ...(draft.note === '' ? {} : { [ownColumns.note]: draft.note }),
      ...(draft.source === '' ? {} : { [ownColumns.source]: draft.source }),
      ...(phrase.topic === undefined ? {} : { [ownColumns.topic]: phrase.topic }),
    };
  });
  return stringify(items, { lineWidth: 0 });
}

function readPiecewise(text: string): ReadDrafts {
  const drafts: { row: number; draft: OwnDraft }[] = [];
  const faults: Words[] = [];
  const rows = text.split('\n');
  let from = rows.findIndex((row) => row.startsWith('- '));
  if (from === -1)
    return {
      drafts,
      faults: [
        bilingual(
          '文件的 YAML 格式有误，没有找到以“- ”开头的条目。',
          'The YAML is broken: no entry beginning with “- ” was found.',
        ),
      ],
    };
  while (from < rows.length) {
    let to = from + 1;
    while (to < rows.length && !(rows[to] ?? '').startsWith('- ')) to++;
    const counter = new LineCounter();
    const piece = parseDocument(rows.slice(from, to).join('\n'), {
      lineCounter: counter,
      logLevel: 'silent',
    });
    const fault = piece.errors[0];
    if (fault === undefined) {
      const list: unknown = piece.toJS();
      if (Array.isArray(list)) for (const item of list) readItem(item, from + 1, drafts, faults);
    } else {
      const row = from + (fault.linePos?.[0].line ?? 1);
      faults.push(
        bilingual(
          `第 ${row} 行：YAML 格式有误，请检查引号、冒号和缩进。`,
          `Row ${row}: broken YAML; please look at quotation marks, colons and indents.`,
        ),
      );
    }
    from = to;
  }
  return { drafts, faults };
}

function readItem(
  item: unknown,
  row: number,
  drafts: { row: number; draft: OwnDraft }[],
  faults: Words[],
): void {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    faults.push(
      bilingual(
        `第 ${row} 行：每一条应写作“规范表述: ……”等几行。`,
        `Row ${row}: an entry is written in lines such as “规范表述: ……”.`,
      ),
    );
    return;
  }
  const values = new Map(Object.entries(item).map(([title, value]) => [fieldOf(title), value as unknown]));
  take(
    row,
    draftFrom((field) => written(values.get(field))),
    drafts,
    faults,
  );
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(written).join('；');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function lineOf(node: unknown, lines: LineCounter): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === 'number' ? lines.linePos(start).line : 1;
}
