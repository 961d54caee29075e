import { parseArgs } from 'node:util';
import { UnusableInput } from './read-text.ts';

/** What the command line asks for. */
export interface CheckOptions {
  readonly date: string | undefined;
  readonly fix: 'numbering' | 'safe' | undefined;
  readonly batch: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
  readonly explain: boolean;
  /** List all that hangs on time, instead of what is to be changed. */
  readonly timeline: boolean;
  /** Write the changes of a .docx as tracked ones. */
  readonly tracked: boolean;
  readonly packs: readonly string[];
  readonly place: string | undefined;
  readonly files: readonly string[];
}

const usage =
  '用法：npm run --silent check -- [--date YYYY-MM-DD] [--json] [--timeline] [--explain] [--fix numbering|safe] [--out 文件 [--tracked]] [--pack 文件] [--place 地方] 文稿…，或 --batch 文件.jsonl';

/**
 * Reads the command line. An option that would have no effect beside another is named, not passed over in silence.
 * @throws UnusableInput with one sentence
 */
export function readOptions(): CheckOptions {
  const { values, positionals } = parsed();
  const { date, batch, out, place } = values;
  const fix = fixMode(values.fix);
  const json = values.json === true;
  const explain = values.explain === true;
  const timeline = values.timeline === true;
  const tracked = values.tracked === true;
  if (date !== undefined && !isDay(date)) {
    throw new UnusableInput(`日期应写作 2026-11-20 这样的真实日期：${date}`);
  }
  if (batch === undefined && positionals.length === 0) throw new UnusableInput(usage);
  const clashes: readonly (readonly [boolean, string])[] = [
    [batch !== undefined && positionals.length > 0, '--batch 与文稿不能同时给出，请分开运行。'],
    [batch !== undefined && fix !== undefined, '--fix 不能与 --batch 同用，请逐个文稿改正。'],
    [batch !== undefined && explain, '--explain 不能与 --batch 同用。'],
    [timeline && explain, '--timeline 不能与 --explain 同用，请分开运行。'],
    [timeline && fix !== undefined, '--timeline 不能与 --fix 同用，请分开运行。'],
    [explain && fix !== undefined, '--explain 不能与 --fix 同用。'],
    [explain && json, '--explain 不能与 --json 同用。'],
    [json && fix !== undefined, '--json 不能与 --fix 同用，请分开运行。'],
    [out !== undefined && fix === undefined, '--out 只与 --fix 同用，请指明 --fix numbering 或 --fix safe。'],
    [
      tracked && (out === undefined || positionals.some((file) => !/\.docx$/iu.test(file))),
      '--tracked 只用于修改 .docx，请连同 --fix 和 --out 给出。',
    ],
    [out !== undefined && positionals.length !== 1, '--out 一次只用于一个文稿。'],
    [
      fix !== undefined && out === undefined && positionals.some((file) => /\.docx$/iu.test(file)),
      '修改 .docx 时请用 --out 指定另存的文件。',
    ],
  ];
  const clash = clashes.find(([is]) => is);
  if (clash !== undefined) throw new UnusableInput(clash[1]);
  return {
    date,
    fix,
    batch,
    out,
    json,
    explain,
    timeline,
    tracked,
    packs: values.pack ?? [],
    place,
    files: positionals,
  };
}

/** Whether an ISO date is a day of the calendar. */
export function isDay(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)
  );
}

function fixMode(fix: string | undefined): CheckOptions['fix'] {
  if (fix === undefined || fix === 'numbering' || fix === 'safe') return fix;
  throw new UnusableInput(`--fix 后面是 numbering 或 safe：${fix}`);
}

function parsed(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    // Node's own sentence is English; what it names is enough.
    const message = error instanceof Error ? error.message : '';
    const option = /--?[\p{L}\d][\p{L}\d-]*/u.exec(message)?.[0] ?? '';
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new UnusableInput(`无法识别的参数：${option}。${usage}`);
    throw new UnusableInput(
      /does not take/u.test(message) ? `${option} 后面不带内容。` : `${option} 后面缺少内容。${usage}`,
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
      timeline: { type: 'boolean' },
      fix: { type: 'string' },
      out: { type: 'string' },
      tracked: { type: 'boolean' },
      batch: { type: 'string' },
      pack: { type: 'string', multiple: true },
      place: { type: 'string' },
    },
  });
}
