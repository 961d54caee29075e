import { parseArgs } from 'node:util';
import { bilingual, type Words } from '../lib/language/language.ts';
import { UnusableInputError } from './read-text.ts';

/** Said of `--tracked` where there is no Word document to be changed. */
export const onlyTracked = bilingual(
  '--tracked 只用于修改 .docx，请连同 --fix 和 --out 给出。',
  '--tracked is for changing a .docx. Please give it with --fix and --out.',
);

/** The options of the command line. */
export interface CheckOptions {
  readonly date: string | undefined;
  readonly fix: 'numbering' | 'safe' | undefined;
  readonly batch: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
  readonly explain: boolean;
  /** List all time-bound mentions instead of the findings. */
  readonly timeline: boolean;
  /** Write the changes of a .docx as tracked changes. */
  readonly tracked: boolean;
  readonly packs: readonly string[];
  readonly place: string | undefined;
  readonly files: readonly string[];
}

const usage = bilingual(
  '用法：npm run --silent check -- [--date YYYY-MM-DD] [--json] [--timeline] [--explain] [--fix numbering|safe] [--out 文件 [--tracked]] [--pack 文件] [--place 地方] 文稿…，或 --batch 文件.jsonl',
  'Usage: npm run --silent check -- [--date YYYY-MM-DD] [--json] [--timeline] [--explain] [--fix numbering|safe] [--out FILE [--tracked]] [--pack FILE] [--place PLACE] DRAFT…, or --batch FILE.jsonl',
);

/**
 * Reads the command line. An option that would have no effect beside another is named, not passed over in silence.
 * @throws UnusableInputError with one sentence
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
    throw new UnusableInputError(
      bilingual(
        `日期应写作 2026-11-20 这样的真实日期：${date}`,
        `A date is written like 2026-11-20, and is a day of the calendar: ${date}`,
      ),
    );
  }
  if (options.batch === undefined && files.length === 0) throw new UnusableInputError(usage);
  const clash = clashesOf(options).find(([is]) => is);
  if (clash !== undefined) throw new UnusableInputError(clash[1]);
  return options;
}

/** Incompatible pairs of options: whether both are given, and the sentence about it. */
function clashesOf({
  batch,
  explain,
  files,
  fix,
  json,
  out,
  timeline,
  tracked,
}: CheckOptions): readonly (readonly [boolean, Words])[] {
  const fixes = fix !== undefined;
  const named = out !== undefined;
  const isWord = (file: string) => /\.do[ct][xm]$/iu.test(file);
  const isText = (file: string) => /\.(?:txt|md)$/iu.test(file);
  const many = batch !== undefined;
  return [
    [
      many && files.length > 0,
      bilingual(
        '--batch 与文稿不能同时给出，请分开运行。',
        '--batch takes no drafts beside it. Please run them apart.',
      ),
    ],
    [
      many && fixes,
      bilingual(
        '--fix 不能与 --batch 同用，请逐个文稿改正。',
        '--fix does not go with --batch. Please fix drafts one by one.',
      ),
    ],
    [many && explain, bilingual('--explain 不能与 --batch 同用。', '--explain does not go with --batch.')],
    [
      timeline && explain,
      bilingual(
        '--timeline 不能与 --explain 同用，请分开运行。',
        '--timeline does not go with --explain. Please run them apart.',
      ),
    ],
    [
      timeline && fixes,
      bilingual(
        '--timeline 不能与 --fix 同用，请分开运行。',
        '--timeline does not go with --fix. Please run them apart.',
      ),
    ],
    [explain && fixes, bilingual('--explain 不能与 --fix 同用。', '--explain does not go with --fix.')],
    [explain && json, bilingual('--explain 不能与 --json 同用。', '--explain does not go with --json.')],
    [
      json && fixes,
      bilingual(
        '--json 不能与 --fix 同用，请分开运行。',
        '--json does not go with --fix. Please run them apart.',
      ),
    ],
    [
      named && !fixes,
      bilingual(
        '--out 只与 --fix 同用，请指明 --fix numbering 或 --fix safe。',
        '--out goes with --fix only. Please give --fix numbering or --fix safe.',
      ),
    ],
    [tracked && !(named && !files.some(isText)), onlyTracked],
    [
      named && files.length !== 1,
      bilingual('--out 一次只用于一个文稿。', '--out is for one draft at a time.'),
    ],
    [
      fixes && !named && files.some(isWord),
      bilingual(
        '修改 .docx 时请用 --out 指定另存的文件。',
        'To change a .docx, please name the file to write with --out.',
      ),
    ],
  ];
}

/** Whether an ISO date exists in the calendar. */
export function isDay(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)
  );
}

function fixMode(fix: string | undefined): CheckOptions['fix'] {
  if (fix === undefined || fix === 'numbering' || fix === 'safe') return fix;
  throw new UnusableInputError(
    bilingual(`--fix 后面是 numbering 或 safe：${fix}`, `--fix takes numbering or safe: ${fix}`),
  );
}

function parsed(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    // Node's message is English; the option's name in it is enough.
    const message = error instanceof Error ? error.message : '';
    const option = /--?[\p{L}\d][\p{L}\d-]*/u.exec(message)?.[0] ?? '';
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new UnusableInputError(
        bilingual(`无法识别的参数：${option}。${usage.zh}`, `Unknown option: ${option}. ${usage.en}`),
        { cause: error },
      );
    throw new UnusableInputError(
      /does not take/u.test(message)
        ? bilingual(`${option} 后面不带内容。`, `${option} takes no value.`)
        : bilingual(`${option} 后面缺少内容。${usage.zh}`, `${option} needs a value. ${usage.en}`),
      { cause: error },
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
