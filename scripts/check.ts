/** The command line: the same checker on files. See docs/command-line.md. */
import type { CheckResult } from '../lib/checking/checker.ts';
import { today } from '../lib/common/today.ts';
import { type Change, withChange } from '../lib/draft/changes.ts';
import { movedNumbers } from '../lib/draft/moved-numbers.ts';
import { applyEdits } from '../lib/draft/text-edits.ts';
import type { NumberedItem } from '../lib/draft/types.ts';
import { bilingual } from '../lib/language/language.ts';
import { encodeText } from '../lib/text-file/encodings.ts';
import { jsonOf } from './check-json.ts';
import { isDay, onlyTracked, readOptions } from './check-options.ts';
import { fixesFor, formatReport, type Report } from './check-report.ts';
import { createCheckSession } from './check-session.ts';
import { dayNotes } from './day-notes.ts';
import { formatNumbering } from './numbering-report.ts';
import { type InputText, readInput, UnusableInputError } from './read-text.ts';
import { formatExplained, formatTimeline, timelineJson } from './timeline-report.ts';
import { writeOut } from './write-text.ts';

async function main(): Promise<number> {
  const options = readOptions();
  const session = await createCheckSession(options.packs, options.place);
  if (options.batch !== undefined)
    return await checkBatch(
      options.batch,
      options.date,
      options.timeline ? listOf(session) : findingsOf(session),
    );
  let status = 0;
  for (const file of options.files) {
    const input = await readInput(file);
    if (options.tracked && input.docx === undefined) throw new UnusableInputError(onlyTracked);
    if (options.explain || options.timeline) {
      const timeline = await session.timeline(input.text, options.date, input.numbered);
      process.stdout.write(
        options.explain
          ? formatExplained(timeline, input.text, session.checker.knowledge.weights) +
              formatNumbering(input.text, input.numbered)
          : options.json
            ? `${JSON.stringify(timelineJson({ file }, timeline, input.text))}\n`
            : formatTimeline(timeline, input.text),
      );
      continue;
    }
    const result = await session.report(input.text, options.date, input.numbered);
    const report: Report = { file, ...result };
    if (result.findings.some((finding) => finding.level === 'error')) status = 1;
    if (options.fix === undefined) {
      process.stdout.write(
        options.json
          ? `${JSON.stringify(jsonOf(report, input.text))}\n`
          : formatReport(report, input.text, today()),
      );
      continue;
    }
    // Standard output is the draft, so notes go to standard error.
    for (const note of dayNotes(report, today())) process.stderr.write(`${file}：${note}\n`);
    const fixed = await corrected(input, result, options.fix, (text, numbered) =>
      session.check(text, options.date, numbered),
    );
    if (options.out === undefined) process.stdout.write(fixed.text);
    else await writeOut(options.out, bytesOf(input, fixed, options.tracked));
  }
  return status;
}

/** A fix may uncover a fault that another one overlapped: the text is checked again at most so many times. */
const mostRounds = 3;

/** A draft after its fixes: the report, and the changes to the original. */
interface Corrected {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** The input after the fixes, checked again until no fix is left. */
async function corrected(
  { text: origin, numbered }: InputText,
  first: CheckResult,
  mode: 'numbering' | 'safe',
  check: (text: string, numbered: readonly NumberedItem[]) => Promise<CheckResult>,
): Promise<Corrected> {
  let text = origin;
  let changes: readonly Change[] = [];
  let { findings } = first;
  let numbers = numbered;
  for (let round = 1; ; round++) {
    const edits = fixesFor(mode, text, findings, numbers);
    if (edits.length === 0) return { text, changes };
    // From the last to the first, so that the other offsets stay valid.
    for (const edit of [...edits].reverse()) changes = withChange(origin, changes, edit, edit.reason);
    text = applyEdits(text, edits);
    if (round > mostRounds) return { text, changes };
    numbers = movedNumbers(origin, numbered, changes);
    findings = (await check(text, numbers)).findings;
  }
}

/** The bytes of a draft in its original form: a .docx, or a text in its encoding. */
function bytesOf({ docx, encoding }: InputText, { text, changes }: Corrected, tracked: boolean): Uint8Array {
  if (docx !== undefined) {
    const written = docx.written(changes, { manner: tracked ? 'tracked' : 'plain', at: new Date() });
    if (written === null)
      throw new UnusableInputError(
        bilingual(
          '这次修改会增删段落或换行，.docx 里只能改一行之内的文字，请手工修改。',
          'The changes add or remove paragraphs or line breaks; a .docx can only have words within lines changed. Please change it by hand.',
        ),
      );
    return written;
  }
  const bytes = encodeText(text, encoding);
  if (bytes !== null) return bytes;
  process.stderr.write('有的字原编码 GB 18030 写不出来，已改用 UTF-8 保存。\n');
  return new TextEncoder().encode(text);
}

type Session = Awaited<ReturnType<typeof createCheckSession>>;
/** Converts an input line to an output line, and tells whether it has findings at error level. */
type Answer = (
  id: string | number,
  text: string,
  date?: string,
) => Promise<{ readonly line: object; readonly hasError: boolean }>;

function findingsOf(session: Session): Answer {
  return async (id, text, date) => {
    const result = await session.report(text, date);
    const hasError = result.findings.some((finding) => finding.level === 'error');
    return { line: jsonOf({ id, ...result }, text), hasError };
  };
}

function listOf(session: Session): Answer {
  return async (id, text, date) => ({
    line: timelineJson({ id }, await session.timeline(text, date), text),
    hasError: false,
  });
}

/** One output line per input line. An unusable line is reported on standard error; the others are still checked. */
async function checkBatch(file: string, date: string | undefined, answer: Answer): Promise<number> {
  const content = (await readInput(file)).text;
  let status = 0;
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    const request = readLine(line);
    if (typeof request === 'string') {
      process.stderr.write(`${file} 第 ${index + 1} 行：${request}\n`);
      status = 2;
      continue;
    }
    const { line: answered, hasError } = await answer(request.id, request.text, request.date ?? date);
    if (status === 0 && hasError) status = 1;
    process.stdout.write(`${JSON.stringify(answered)}\n`);
  }
  return status;
}

function readLine(line: string): { id: string | number; text: string; date?: string } | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return '不是有效的 JSON。';
  }
  if (typeof value !== 'object' || value === null) return '应为一个对象。';
  const { id, text, date } = value as { id?: unknown; text?: unknown; date?: unknown };
  if (typeof id !== 'string' && typeof id !== 'number') return '缺少 id。';
  if (typeof text !== 'string') return '缺少 text。';
  if (date === undefined || date === null) return { id, text };
  return typeof date === 'string' && isDay(date)
    ? { id, text, date }
    : '日期应写作 2026-11-20 这样的真实日期。';
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const message =
      error instanceof UnusableInputError
        ? error.words.zh
        : `没有完成：程序出了意外（${error instanceof Error ? error.name : typeof error}），请把文稿和命令告诉维护者。`;
    process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
    process.exitCode = 2;
  },
);
