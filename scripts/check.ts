/** The command line: the same checker on files. See README, “Command line”. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { correctedText, fixesFor, formatExplained, formatReport, type Report } from './check-report.ts';
import { createCheckSession } from './check-session.ts';
import { readInput, UnusableInput } from './read-text.ts';

const usage =
  '用法：npm run --silent check -- [--date YYYY-MM-DD] [--json] [--explain] [--fix numbering|safe] [--out 文件] [--pack 文件] [--place 地方] 文稿…，或 --batch 文件.jsonl';

async function main(): Promise<number> {
  const options = readOptions();
  const session = await createCheckSession(options.packs, options.place);
  if (options.batch !== undefined) return await checkBatch(options.batch, options.date, session.check);
  let status = 0;
  for (const file of options.files) {
    const input = await readInput(file);
    if (options.explain) {
      process.stdout.write(formatExplained(await session.explain(input.text, options.date), input.text));
      continue;
    }
    const result = await session.check(input.text, options.date);
    const report: Report = { file, ...result };
    if (result.findings.some((finding) => finding.level === 'error')) status = 1;
    if (options.fix === undefined) {
      process.stdout.write(
        options.json ? `${JSON.stringify(json(report, input.text))}\n` : formatReport(report, input.text),
      );
      continue;
    }
    const edits = fixesFor(options.fix, input.text, result.findings);
    if (input.docx !== undefined && options.out !== undefined)
      await writeFile(options.out, input.docx.withEdits(edits));
    else if (options.out !== undefined) await writeFile(options.out, correctedText(input.text, edits));
    else process.stdout.write(correctedText(input.text, edits));
  }
  return status;
}

function readOptions() {
  const { values, positionals } = parsed();
  const { date, fix, batch, out } = values;
  if (date !== undefined && !isDay(date)) {
    throw new UnusableInput(`日期应写作 2026-11-20 这样的真实日期：${date}`);
  }
  if (batch === undefined && positionals.length === 0) throw new UnusableInput(usage);
  if (out !== undefined && positionals.length !== 1) throw new UnusableInput('--out 一次只用于一个文稿。');
  const mode = fixMode(fix);
  if (mode !== undefined && out === undefined && positionals.some((file) => /\.docx$/iu.test(file))) {
    throw new UnusableInput('修改 .docx 时请用 --out 指定另存的文件。');
  }
  return {
    date,
    fix: mode,
    batch,
    out,
    json: values.json === true,
    explain: values.explain === true,
    packs: values.pack ?? [],
    place: values.place,
    files: positionals,
  };
}

function fixMode(fix: string | undefined): 'numbering' | 'safe' | undefined {
  if (fix === undefined || fix === 'numbering' || fix === 'safe') return fix;
  throw new UnusableInput(`--fix 后面是 numbering 或 safe：${fix}`);
}

function parsed(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    throw new UnusableInput(
      `无法识别的参数：${error instanceof Error ? error.message.split('\n')[0] : ''}。${usage}`,
    );
  }
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      json: { type: 'boolean' },
      explain: { type: 'boolean' },
      fix: { type: 'string' },
      out: { type: 'string' },
      batch: { type: 'string' },
      pack: { type: 'string', multiple: true },
      place: { type: 'string' },
    },
  });
}

function isDay(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)
  );
}

type Check = Awaited<ReturnType<typeof createCheckSession>>['check'];

/** A line in, a line out. A line that cannot be used is named on standard error; the others are checked all the same. */
async function checkBatch(file: string, date: string | undefined, check: Check): Promise<number> {
  let content: string;
  try {
    content = file === '-' ? (await readInput('-')).text : await readFile(file, 'utf8');
  } catch {
    throw new UnusableInput(`没有这个文件：${file}`);
  }
  let status = 0;
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    const request = readLine(line);
    if (typeof request === 'string') {
      process.stderr.write(`${file} 第 ${index + 1} 行：${request}\n`);
      status = 2;
      continue;
    }
    const result = await check(request.text, request.date ?? date);
    if (status === 0 && result.findings.some((finding) => finding.level === 'error')) status = 1;
    process.stdout.write(`${JSON.stringify(json({ id: request.id, ...result }, request.text))}\n`);
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

function json(report: Report, text: string) {
  const { id, file, asOf, findings } = report;
  return {
    ...(file === undefined ? { id } : { file }),
    asOf: { date: asOf.date, from: asOf.from },
    findings: findings.map(({ rule, level, start, end, message, source, fixes }) => ({
      rule,
      level,
      start,
      end,
      text: text.slice(start, end),
      message,
      source: source ?? null,
      fixes,
    })),
  };
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const message =
      error instanceof UnusableInput
        ? error.message
        : `没有完成：${error instanceof Error ? error.message : String(error)}`;
    process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
    process.exitCode = 2;
  },
);
