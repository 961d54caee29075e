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
  const { values, positionals: files } = parsed();
  const options: CheckOptions = {
    date: values.date,
    fix: fixMode(values.fix),
    batch: values.batch,
    out: values.out,
    json: values.json === true,
    explain: values.explain === true,
    timeline: values.timeline === true,
    tracked: values.tracked === true,
    packs: values.pack ?? [],
    place: values.place,
    files,
  };
  const { date } = options;
  if (date !== undefined && !isDay(date)) {
    throw new UnusableInput(`日期应写作 2026-11-20 这样的真实日期：${date}`);
  }
  if (options.batch === undefined && files.length === 0) throw new UnusableInput(usage);
  const clash = clashesOf(options).find(([is]) => is);
  if (clash !== undefined) throw new UnusableInput(clash[1]);
  return options;
}

/** Pairs of options that do not go together: whether both are given, and the sentence that says so. */
function clashesOf({
  batch,
  explain,
  files,
  fix,
  json,
  out,
  timeline,
  tracked,
}: CheckOptions): readonly (readonly [boolean, string])[] {
  const fixes = fix !== undefined;
  const named = out !== undefined;
  const isWord = (file: string) => /\.docx$/iu.test(file);
  const many = batch !== undefined;
  return [
    [many && files.length > 0, '--batch 与文稿不能同时给出，请分开运行。'],
    [many && fixes, '--fix 不能与 --batch 同用，请逐个文稿改正。'],
    [many && explain, '--explain 不能与 --batch 同用。'],
    [timeline && explain, '--timeline 不能与 --explain 同用，请分开运行。'],
    [timeline && fixes, '--timeline 不能与 --fix 同用，请分开运行。'],
    [explain && fixes, '--explain 不能与 --fix 同用。'],
    [explain && json, '--explain 不能与 --json 同用。'],
    [json && fixes, '--json 不能与 --fix 同用，请分开运行。'],
    [named && !fixes, '--out 只与 --fix 同用，请指明 --fix numbering 或 --fix safe。'],
    [tracked && !(named && files.every(isWord)), '--tracked 只用于修改 .docx，请连同 --fix 和 --out 给出。'],
    [named && files.length !== 1, '--out 一次只用于一个文稿。'],
    [fixes && !named && files.some(isWord), '修改 .docx 时请用 --out 指定另存的文件。'],
  ];
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
