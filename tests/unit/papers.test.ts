import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './house-files.ts';

const papers = [
  ...['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...['docs', 'deploy', 'store'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** Files that an example makes, and names for many files. */
const made = /list-marks|redactor|-N\./u;
const folders =
  /^(?:lib|entrypoints|components|scripts|tests|docs|assets|deploy|store)\/[\w./\u4e00-\u9fff-]+$/u;

describe.each(papers)('%s', (paper) => {
  const text = readFileSync(join(root, paper), 'utf8');

  it('names files that are there', () => {
    const named = [...text.matchAll(/`([^`\n]+)`/gu)].map(([, name = '']) => name);
    const paths = named.filter((name) => folders.test(name) && !made.test(name));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/gu)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(root, dirname(paper), link)))).toEqual([]);
  });

  it('names commands that there are', () => {
    const commands = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/gu)].map(
      ([, name = '']) => name,
    );
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
