import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { language, say, sayWords } from '../../components/say.ts';
import { bilingual, sayIn } from '../../lib/language/language.ts';
import { unquoted } from './two-languages.ts';

const root = join(import.meta.dirname, '../..');

describe('the words of a language', () => {
  it('are the first in Chinese and the second in English', () => {
    expect(sayIn('zh')('检索', 'Search')).toBe('检索');
    expect(sayIn('en')('检索', 'Search')).toBe('Search');
  });
  it('follow the language of the surface', () => {
    const words = bilingual('检索', 'Search');
    expect([say('检索', 'Search'), sayWords(words)]).toEqual(['检索', '检索']);
    language.value = 'en';
    expect([say('检索', 'Search'), sayWords(words)]).toEqual(['Search', 'Search']);
    language.value = 'zh';
  });
});

interface Pair {
  readonly place: string;
  readonly zh: string;
  readonly en: string;
}

/** Words that a call or an object gives in both languages: `say(zh, en)`, `bilingual(zh, en)`, `{ zh, en }`. */
function pairOf(node: ts.Node): readonly [ts.Node, ts.Node] | null {
  if (ts.isCallExpression(node)) {
    const [zh, en, more] = node.arguments;
    const isSaying = /^(?:say|bilingual)$|^sayIn\(/u.test(node.expression.getText());
    return isSaying && zh !== undefined && en !== undefined && more === undefined ? [zh, en] : null;
  }
  if (!ts.isObjectLiteralExpression(node)) return null;
  const initialiser = (name: string) =>
    node.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === name)
      ?.initializer;
  const [zh, en] = [initialiser('zh'), initialiser('en')];
  return zh !== undefined && en !== undefined ? [zh, en] : null;
}

/** The literal text in an expression, … for what is put in. */
function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  if (ts.isConditionalExpression(node)) return `${textOf(node.whenTrue)} ${textOf(node.whenFalse)}`;
  return ts.isBinaryExpression(node) ? textOf(node.left) + textOf(node.right) : '';
}

function pairsIn(file: string): Pair[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const pairs: Pair[] = [];
  const visit = (node: ts.Node): void => {
    const pair = pairOf(node);
    if (pair !== null) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      pairs.push({ place: `${file}:${line}`, zh: textOf(pair[0]), en: textOf(pair[1]) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pairs;
}

const files = ['lib', 'components', 'entrypoints', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name)),
);

describe('all words that are said in two languages', () => {
  const pairs = files.flatMap(pairsIn);

  it('are found', () => {
    expect(pairs.length).toBeGreaterThan(800);
  });

  it('have no Chinese in English, but for what is quoted', () => {
    expect(pairs.filter(({ en }) => /\p{Script=Han}/u.test(unquoted(en)))).toEqual([]);
  });

  it('are Chinese in Chinese', () => {
    const isWords = (words: string) => /[a-z]{2}/u.test(words) && !/^[a-z]{2}-[A-Z]{2}$/u.test(words);
    const left = pairs.filter(({ zh, en }) => isWords(unquoted(en)) && !/\p{Script=Han}/u.test(zh));
    expect(left).toEqual([]);
  });
});
