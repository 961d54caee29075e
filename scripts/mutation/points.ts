import ts from 'typescript';
import { alternativeCuts } from './alternatives.ts';

/** One change of one place in a source file. */
export interface Mutant {
  /** Path from the root: lib/draft/date.ts. */
  readonly file: string;
  /** Number of the line, from 1. */
  readonly line: number;
  /** The line's text without blanks around it. */
  readonly text: string;
  /** What is changed, in words: `a < b → a <= b`. Together with file and text it names one mutant. */
  readonly change: string;
  /** Offsets of the file, UTF-16 units, and what stands there instead. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Offset of the innermost function around it; -1 outside of all functions. */
  readonly scope: number;
}

const swapped: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
  [ts.SyntaxKind.PercentToken]: '*',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusEqualsToken]: '-=',
  [ts.SyntaxKind.MinusEqualsToken]: '+=',
};

type Change = Pick<Mutant, 'start' | 'end' | 'replacement' | 'change'>;

/** Takes a source file and returns all of its mutants, in order of place. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const lines = source.split('\n');
  const found: Mutant[] = [];
  const seen = new Map<string, number>();
  const visit = (node: ts.Node, scope: number): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    for (const { change, ...place } of changesOf(node, tree)) {
      const line = tree.getLineAndCharacterOfPosition(place.start).line;
      const text = (lines[line] ?? '').trim();
      const known = seen.get(`${text}\n${change}`) ?? 0;
      seen.set(`${text}\n${change}`, known + 1);
      const named = known === 0 ? change : `${change} (${known + 1})`;
      found.push({ file, line: line + 1, text, change: named, scope, ...place });
    }
    const inner = isFunctionWithBody(node) ? node.getStart(tree) : scope;
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(tree, -1);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The source with a mutant in it. */
export function mutated(source: string, { start, end, replacement }: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

/**
 * The source with a call of `globalThis.reached(id)` at the head of each function and at its own end, where the id is
 * `file:scope` as mutants have it. No line moves.
 */
export function withProbes(file: string, source: string): string {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const added: { at: number; text: string }[] = [];
  const probe = (scope: number) => `globalThis.reached?.(${JSON.stringify(`${file}:${scope}`)})`;
  const visit = (node: ts.Node): void => {
    if (isFunctionWithBody(node) && node.body !== undefined) {
      const { body } = node;
      const call = probe(node.getStart(tree));
      if (ts.isBlock(body)) added.push({ at: body.getStart(tree) + 1, text: `${call};` });
      else added.push({ at: body.getStart(tree), text: `(${call}, ` }, { at: body.end, text: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  let text = source;
  for (const { at, text: call } of added.sort((a, b) => b.at - a.at))
    text = text.slice(0, at) + call + text.slice(at);
  return `${text}\n${probe(-1)};\n`;
}

function isFunctionWithBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function* changesOf(node: ts.Node, tree: ts.SourceFile): Generator<Change> {
  if (ts.isBinaryExpression(node)) yield* operatorChanges(node, tree);
  const condition = conditionOf(node);
  if (condition !== undefined)
    yield replaced(condition, tree, `!(${condition.getText(tree)})`, `negated: ${short(condition, tree)}`);
  if (ts.isNumericLiteral(node) && !isDefaultOfElement(node)) {
    for (const step of [1, -1]) {
      const other = String(Number(node.text) + step);
      const text = other.startsWith('-') ? `(${other})` : other;
      yield replaced(node, tree, text, `${short(node.parent, tree)}: ${node.getText(tree)} → ${other}`);
    }
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    const other = node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true';
    yield replaced(node, tree, other, `${short(node.parent, tree)}: ${node.getText(tree)} → ${other}`);
  }
  if (ts.isContinueStatement(node)) yield replaced(node, tree, ';', 'no continue');
  if (ts.isReturnStatement(node) && isEarly(node)) yield replaced(node, tree, ';', `no ${short(node, tree)}`);
  if (ts.isPropertyAccessExpression(node) && (node.name.text === 'some' || node.name.text === 'every')) {
    const other = node.name.text === 'some' ? 'every' : 'some';
    yield replaced(node.name, tree, other, `${node.name.text} → ${other}`);
  }
  if (isEntryOfTable(node)) yield replaced(node, tree, "''", `${short(node, tree)} → ''`);
  yield* alternativeChanges(node, tree);
}

function* operatorChanges(node: ts.BinaryExpression, tree: ts.SourceFile): Generator<Change> {
  const { kind } = node.operatorToken;
  const other = swapped[kind];
  if (other === undefined) return;
  const isSum = kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken;
  if (isSum && isText(node)) return;
  yield replaced(
    node.operatorToken,
    tree,
    other,
    `${short(node, tree)}: ${node.operatorToken.getText(tree)} → ${other}`,
  );
}

/** Whether a sum joins strings, as far as its own words tell. */
function isText(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isText(node.expression);
  if (ts.isBinaryExpression(node)) return isText(node.left) || isText(node.right);
  if (ts.isConditionalExpression(node)) return isText(node.whenTrue) || isText(node.whenFalse);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return node.expression;
  return ts.isConditionalExpression(node) ? node.condition : undefined;
}

/** `list[i] ?? 0`: a default that the types ask for, and that no element of the list ever lets stand. */
function isDefaultOfElement(node: ts.NumericLiteral): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    parent.right === node &&
    ts.isElementAccessExpression(parent.left)
  );
}

/** A return inside a branch or a loop; without one at its end a function of statements is no function. */
function isEarly({ parent }: ts.ReturnStatement): boolean {
  return !(ts.isBlock(parent) && isFunctionWithBody(parent.parent));
}

/** A string in an array or an object outside of all functions. */
function isEntryOfTable(node: ts.Node): node is ts.StringLiteralLike {
  if (!ts.isStringLiteralLike(node) || node.text === '') return false;
  const { parent } = node;
  const isEntry =
    ts.isArrayLiteralExpression(parent) || (ts.isPropertyAssignment(parent) && parent.initializer === node);
  return isEntry && ts.findAncestor(node, isFunctionWithBody) === undefined;
}

function* alternativeChanges(node: ts.Node, tree: ts.SourceFile): Generator<Change> {
  const isRegExp = ts.isRegularExpressionLiteral(node);
  if (!isRegExp && !ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
  const whole = node.getText(tree);
  const inner = isRegExp ? whole.slice(1, whole.lastIndexOf('/')) : whole.slice(1, -1);
  if (!isRegExp && !isPattern(inner)) return;
  const from = node.getStart(tree) + 1;
  for (const { start, end } of alternativeCuts(inner, !isRegExp)) {
    const words = inner.slice(start, end);
    yield { start: from + start, end: from + end, replacement: '', change: `without ${words}` };
  }
}

/** Whether a string is the text of a regular expression: it has alternatives, in a group or of Chinese words. */
function isPattern(text: string): boolean {
  return text.includes('|') && /\(\?|[\u4e00-\u9fff][^|]*\||\|[^|]*[\u4e00-\u9fff]/u.test(text);
}

function replaced(node: ts.Node, tree: ts.SourceFile, replacement: string, change: string): Change {
  return { start: node.getStart(tree), end: node.end, replacement, change };
}

/** A node's text on one line, at most 60 units. */
function short(node: ts.Node, tree: ts.SourceFile): string {
  const text = node.getText(tree).replace(/\s+/gu, ' ');
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
