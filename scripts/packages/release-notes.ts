/** Why a version cannot follow another; null if it can. */
export function unfitVersion(version: string, before: string): string | null {
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/u.test(version))
    return '用法：npm run release -- X.Y.Z（三个数字，中间用点）';
  const [one = [], other = []] = [version, before].map((text) => text.split('.').map(Number));
  const at = one.findIndex((number, i) => number !== other[i]);
  if (at === -1 || (one[at] ?? 0) < (other[at] ?? 0)) return `版本 ${version} 不比现在的 ${before} 新。`;
  // Chromium takes four numbers up to 65535, the stores no more.
  return one.some((number) => number > 65_535) ? `版本 ${version} 里有大于 65535 的数。` : null;
}

/**
 * The changelog with what is unreleased under its version and day (ISO date).
 * @throws Error where nothing is unreleased, or the version is there already
 */
export function datedChangelog(changelog: string, version: string, day: string): string {
  const heads = changelog.split('\n').filter((line) => line.startsWith('## '));
  if (heads.some((line) => line.split(/\s/u)[1] === version))
    throw new Error(`CHANGELOG.md 里已经有 ${version}。`);
  const head = '## Unreleased\n';
  const at = changelog.indexOf(head);
  const rest = changelog.slice(at + head.length);
  const isEmpty = !/^\s*- /u.test(rest.split('\n## ')[0] ?? '');
  if (at === -1 || isEmpty) throw new Error('CHANGELOG.md 的“Unreleased”下面没有内容，没有什么可发布。');
  return `${changelog.slice(0, at)}${head}\n## ${version} (${day})\n${rest}`;
}

/** The text of package.json, or of the lockfile, with another version of the project. */
export function withVersion(text: string, version: string): string {
  const document: { version?: string; packages?: Record<string, { version?: string }> } = JSON.parse(text);
  document.version = version;
  const own = document.packages?.[''];
  if (own !== undefined) own.version = version;
  return `${JSON.stringify(document, null, 2)}\n`;
}
