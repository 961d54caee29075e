import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { alternativeCuts } from '../../scripts/mutation/alternatives.ts';
import { readEquivalents, withoutEquivalents } from '../../scripts/mutation/equivalents.ts';
import { sourcesIn, stepsFrom } from '../../scripts/mutation/imports.ts';
import { mutantsOf, mutated, withProbes } from '../../scripts/mutation/points.ts';
import { inRandomOrder } from '../../scripts/mutation/sample.ts';

const root = join(import.meta.dirname, '../..');
const changesOf = (source: string) => mutantsOf('lib/a.ts', source).map(({ change }) => change);
const sourcesOf = (source: string) => mutantsOf('lib/a.ts', source).map((one) => mutated(source, one));

describe('the mutants of a source file', () => {
  it.each([
    ['a < b;', ['a <= b;']],
    ['a >= b;', ['a > b;']],
    ['a === b;', ['a !== b;']],
    ['a + b;', ['a - b;']],
    ["a + 'b' + c;", []],
    ['a * b;', ['a / b;']],
    ['a && b;', ['a || b;']],
    ['a || b;', ['a && b;']],
    ['at += end;', ['at -= end;']],
    ['if (a) b();', ['if (!(a)) b();']],
    ['while (a) b();', ['while (!(a)) b();']],
    ['a ? b : c;', ['!(a) ? b : c;']],
    ['f(0);', ['f(1);', 'f((-1));']],
    ['f(0x10);', ['f(17);', 'f(15);']],
    ['f(true);', ['f(false);']],
    ['for (;;) { continue; }', ['for (;;) { ; }']],
    ['function f() { for (;;) return a; return b; }', ['function f() { for (;;) ; return b; }']],
    ['a.some(f);', ['a.every(f);']],
    ["const t = ['a'];", ["const t = [''];"]],
    ["const t = { a: 'b' };", ["const t = { a: '' };"]],
    ["function f() { return ['a']; }", []],
    ["say('a');", []],
    ['/a|bc/u;', ['/bc/u;', '/a/u;']],
    ["RegExp('x(?:a|b)');", ["RegExp('x(?:b)');", "RegExp('x(?:a)');"]],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
    ['`${a}|${b}`;', []],
    ['list[i] ?? 0;', []],
    ['options.from ?? 0;', ['options.from ?? 1;', 'options.from ?? (-1);']],
    ['type A = 1 | 2; import { b } from "b";', []],
  ])('are, of %s', (source, expected) => {
    expect(sourcesOf(source)).toEqual(expected);
  });

  it('say what is changed, and where', () => {
    const source = 'const a = 1;\nfunction f() {\n  return a < b;\n}\n';
    expect(mutantsOf('lib/a.ts', source)).toMatchObject([
      { line: 1, text: 'const a = 1;', scope: -1 },
      { line: 1, text: 'const a = 1;', scope: -1 },
      { line: 3, text: 'return a < b;', change: 'a < b: < → <=', scope: 13 },
    ]);
  });

  it('have a name each, though a line stands twice', () => {
    const source = 'for (;;) {\n  continue;\n}\nfor (;;) {\n  continue;\n}';
    expect(changesOf(source)).toEqual(['no continue', 'no continue (2)']);
  });
});

describe('the alternatives of a regular expression', () => {
  const without = (source: string, inString = false) =>
    alternativeCuts(source, inString).map(({ start, end }) => source.slice(0, start) + source.slice(end));

  it.each([
    ['a|b|c', ['b|c', 'a|c', 'a|b']],
    ['x(?:a|b)y', ['x(?:b)y', 'x(?:a)y']],
    ['(?<!a|b)c', ['(?<!b)c', '(?<!a)c']],
    ['(?<name>a|b)', ['(?<name>b)', '(?<name>a)']],
    ['a[|(]b', []],
    ['[\\]|]', []],
    ['\\(a|b', ['b', '\\(a']],
    ['(a|(b|c))', ['((b|c))', '(a)', '(a|(c))', '(a|(b))']],
    ['(a)', []],
    ['|a|b|', ['|b|', '|a|']],
  ])('are left out one at a time: %s', (source, expected) => {
    expect(without(source)).toEqual(expected);
  });

  it('are read in strings, too, with their double backslashes and their parts', () => {
    expect(without('\\\\(a|b', true)).toEqual(['b', '\\\\(a']);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
    expect(without('${f({ a: 1 | 2 })}|b', true)).toEqual(['b', '${f({ a: 1 | 2 })}']);
  });
});

describe('probes', () => {
  it('tell which functions are called, and nothing else', () => {
    const source = [
      'const add = (a) => (b) => a + b;',
      'function never() { return 1; }',
      'class Twice { constructor(n) { this.n = n; } get value() { return this.n * 2; } }',
      'const result = [add(1)(2), new Twice(4).value];',
    ].join('\n');
    const reached: string[] = [];
    const run = new Function(
      'globalThis',
      `${transformSync(withProbes('lib/a.ts', source)).code}; return result;`,
    );
    expect(run({ reached: (id: string) => reached.push(id) })).toEqual([3, 8]);
    const starts = ['(a) =>', '(b) =>', 'constructor', 'get value'].map((text) => source.indexOf(text));
    expect(reached).toEqual([...starts, -1].map((start) => `lib/a.ts:${start}`));
    expect(withProbes('lib/a.ts', source).split('\n').slice(0, 4)).toHaveLength(source.split('\n').length);
  });
});

describe('the sample', () => {
  const one = mutantsOf('lib/a.ts', 'f(1, 2, 3, 4, 5, 6, 7, 8, 9);');
  const other = mutantsOf('lib/b.ts', 'a < b;');

  it('is the same for the same seed, and another for another', () => {
    const names = (seed: number) => inRandomOrder([...one, ...other], seed).map(({ change }) => change);
    expect(names(1)).toEqual(names(1));
    expect(names(1)).not.toEqual(names(2));
    expect(names(1).sort()).toEqual([...one, ...other].map(({ change }) => change).sort());
  });

  it('takes from each file early on, however few mutants it has', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(
        inRandomOrder([...one, ...other], seed)
          .slice(0, 2)
          .map(({ file }) => file),
      ).toContain('lib/b.ts');
  });

  it('keeps the order of one file when another changes', () => {
    const order = (mutants: typeof one) => mutants.filter(({ file }) => file === 'lib/a.ts');
    expect(order(inRandomOrder([...one, ...other], 3))).toEqual(inRandomOrder(one, 3));
  });
});

describe('the imports', () => {
  it('give the steps from a test to what it imports', () => {
    const imports = new Map([
      ['test', ['a', 'b']],
      ['a', ['c']],
      ['b', ['test']],
      ['c', ['a']],
    ]);
    expect([...stepsFrom('test', imports)]).toEqual([
      ['test', 0],
      ['a', 1],
      ['b', 1],
      ['c', 2],
    ]);
  });
});

describe('the list of equivalent mutants', () => {
  it('leaves them out, and tells of those that are no more', () => {
    const mutants = mutantsOf('lib/a.ts', 'a < b;\nc < d;');
    const [first, second] = mutants;
    const listed = { file: 'lib/a.ts', line: 'a < b;', change: 'a < b: < → <=', why: '…' };
    const gone = { ...listed, line: 'a < e;' };
    expect(withoutEquivalents(mutants, [listed, gone])).toEqual({ left: [second], unknown: [gone] });
    expect(first?.text).toBe('a < b;');
  });

  it('names mutants of today only, each once', () => {
    const list = readEquivalents(join(root, 'tests/mutation/equivalents.yaml'));
    const files = new Set(list.map(({ file }) => file));
    const mutants = [...files].flatMap((file) => mutantsOf(file, readFileSync(join(root, file), 'utf8')));
    expect(withoutEquivalents(mutants, list).unknown).toEqual([]);
    const names = list.map(({ file, line, change }) => `${file}: ${line}: ${change}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('finds the sources of a folder', () => {
    expect(sourcesIn(root, 'lib/draft')).toContain('lib/draft/series/begin.ts');
  });
});
