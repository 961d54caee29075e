import { say } from '../../components/say.ts';
import { dateInWords, levelNames, levels, verdictName } from '../../components/screen-words.ts';
import type { TableDocument, TableSection, TextLine } from '../../lib/docx/table-document.ts';
import { lengthInWords } from '../surface/length-words.ts';
import type { Report, ReportRow } from '../surface/report.ts';

/** A report as a document, in the language of the screen. */
export function reportDocument(report: Report): TableDocument {
  const { rows } = report;
  const sections = states.flatMap((state) => {
    const own = rows.filter((row) => row.state === state);
    return own.length === 0 ? [] : [sectionOf(state, own)];
  });
  return { title: say('核对单', 'Check report'), lines: linesOf(report), sections };
}

/** Characters shown on either side of what was put in. */
const beside = 4;
const mostOfHeading = 13;
const states: readonly ReportRow['state'][] = ['open', 'done', 'kept'];

/** What the author reads first: which draft it is, when it was checked, and what came of it. */
function linesOf(report: Report): TextLine[] {
  const { title, date, trueUntil, checkedAt, characters, speakingRate, complete } = report;
  const until = dateInWords(trueUntil);
  return [
    [{ text: say('稿件：', 'Draft: ') }, { text: title, bold: true, quoted: true }],
    [
      {
        text: say(
          `稿件日期 ${dateInWords(date)} · ${lengthInWords(characters, speakingRate)}`,
          `Dated ${dateInWords(date)} · ${lengthInWords(characters, speakingRate)}`,
        ),
      },
    ],
    [
      {
        text: say(
          `核对于 ${momentInWords(checkedAt)} · 提法依据更新至${until}`,
          `Checked on ${momentInWords(checkedAt)} · wordings up to date as of ${until}`,
        ),
      },
    ],
    [{ text: summaryOf(report) }],
    ...(complete
      ? []
      : [
          [
            {
              text: say(
                '编辑器只呈现了长文的一部分，未呈现的文字没有核对。',
                'The editor shows only part of a long text; what it does not show was not checked.',
              ),
            },
          ],
        ]),
  ];
}

function summaryOf({ rows, ignored }: Report): string {
  const open = rows.filter(({ state }) => state === 'open');
  const done = rows.filter(({ state }) => state === 'done').length;
  const byLevel = levels.flatMap((level) => {
    const count = open.filter((row) => row.level === level).length;
    return count === 0 ? [] : [say(`${levelNames[level]} ${count}`, `${levelNames[level]}: ${count}`)];
  });
  const byVerdict = (['change', 'check'] as const).flatMap((verdict) => {
    const count = open.filter((row) => row.verdict === verdict).length;
    return count === 0 ? [] : [say(`${verdictName(verdict)} ${count}`, `${verdictName(verdict)}: ${count}`)];
  });
  const counts = [...byLevel, ...byVerdict];
  const kinds = counts.length === 0 ? '' : say(`（${counts.join('、')}）`, ` (${counts.join(', ')})`);
  return [
    open.length === 0
      ? say('没有尚未处理的提示', 'Nothing is left to do')
      : say(`尚未处理 ${open.length} 处${kinds}`, `Left to do: ${open.length}${kinds}`),
    ...(done === 0 ? [] : [say(`本次已改 ${done} 处`, `changed: ${done}`)]),
    ...(ignored === 0 ? [] : [say(`另忽略 ${ignored} 处`, `ignored: ${ignored}`)]),
  ]
    .join(say('，', '; '))
    .concat(say('。', '.'));
}

/** A day and time of this machine; takes milliseconds since 1970. */
function momentInWords(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString();
  return `${dateInWords(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

function sectionOf(state: ReportRow['state'], rows: readonly ReportRow[]): TableSection {
  const { length } = rows;
  const headings: Readonly<Record<ReportRow['state'], string>> = {
    open: say(`尚未处理（${length} 处）`, `Left to do (${length})`),
    done: say(`本次已改（${length} 处）`, `Changed (${length})`),
    kept: say(`看过保留（${length} 处）`, `Seen and kept (${length})`),
  };
  return {
    heading: headings[state],
    columns: [
      { title: say('序号', 'No.'), width: 7 },
      { title: say('位置', 'Place'), width: 17 },
      { title: state === 'done' ? say('原文', 'Before') : say('文字', 'Words'), width: 22 },
      { title: say('理由与依据', 'Why'), width: 28 },
      { title: state === 'done' ? say('改为', 'Now') : say('建议', 'Suggestion'), width: 17 },
      { title: say('处理', 'Done'), width: 9 },
    ],
    rows: rows.map((row, index) => [
      [[{ text: `${index + 1}` }]],
      placeOf(row),
      [wordsOf(row)],
      whyOf(row),
      row.suggestion === '' ? suggestionOfNothing(row) : [suggestionOf(row)],
      [[{ text: stateInWords(state) }]],
    ]),
  };
}

function placeOf({ headings, paragraph }: ReportRow): TextLine[] {
  return [
    ...headings.map((heading) => [{ text: begunBy(heading), quoted: true }]),
    [{ text: say(`第 ${paragraph} 段`, `Paragraph ${paragraph}`) }],
  ];
}

/** The first words of a heading, which are enough to find it. */
function begunBy(heading: string): string {
  const characters = [...heading];
  return characters.length > mostOfHeading ? `${characters.slice(0, mostOfHeading).join('')}…` : heading;
}

/** The words within their line; where something was put in, its place. */
function wordsOf({ before, words, after }: ReportRow): TextLine {
  const here =
    words === '' ? { text: say('（此处）', ' (here) ') } : { text: words, bold: true, quoted: true };
  return [{ text: before, quoted: true }, here, { text: after, quoted: true }];
}

function whyOf({ kind, level, verdict, reason, source }: ReportRow): TextLine[] {
  const what = [
    level === undefined ? '' : levelNames[level],
    verdict === undefined ? '' : verdictName(verdict),
    kind,
  ].filter((one) => one !== '');
  return [
    ...(what.length === 0 ? [] : [[{ text: what.join(' · ') }]]),
    ...(reason === '' ? [] : [[{ text: reason }]]),
    ...(source === undefined ? [] : [[{ text: say('依据：', 'Source: ') }, { text: source, quoted: true }]]),
  ];
}

/** What was put there, with the words beside it; what is suggested is said in the language of the screen. */
function suggestionOf({ suggestion, state, before, after }: ReportRow): TextLine {
  if (state !== 'done') return [{ text: suggestion }];
  return [
    { text: [...before].slice(-beside).join(''), quoted: true },
    { text: suggestion, bold: true, quoted: true },
    { text: [...after].slice(0, beside).join(''), quoted: true },
  ];
}

function suggestionOfNothing({ state }: ReportRow): TextLine[] {
  if (state === 'done') return [[{ text: say('（删去）', '(deleted)') }]];
  return state === 'open' ? [[{ text: say('由作者确定', 'for the author to decide') }]] : [];
}

/** A box to be ticked on paper where something is left to do. */
function stateInWords(state: ReportRow['state']): string {
  if (state === 'open') return '□';
  return state === 'done' ? say('已改', 'yes') : say('保留', 'kept');
}
