import ts from 'typescript';

export interface FunctionSize {
  readonly name: string;
  /** Its first line, from 1. */
  readonly line: number;
  readonly lines: number;
  readonly branches: number;
}

/**
 * The size of every function of a source file. A function includes those nested in it. Branches are conditions,
 * loops, cases, catches and the operators `&&`, `||` and `??`.
 */
export function functionSizes(file: string, text: string): FunctionSize[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const sizes: FunctionSize[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      sizes.push({
        name: nameOf(node),
        line: first + 1,
        lines: last - first + 1,
        branches: branchesIn(node.body),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamed ? parent.name.getText() : 'anonymous';
}

const branching: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
]);
const shortCircuits: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

function branchesIn(body: ts.Node): number {
  let count = 0;
  const visit = (node: ts.Node) => {
    if (branching.has(node.kind)) count++;
    if (ts.isBinaryExpression(node) && shortCircuits.has(node.operatorToken.kind)) count++;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return count;
}
