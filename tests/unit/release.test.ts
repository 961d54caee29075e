import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRelease, plannedRelease } from '../../scripts/packages/make-release.ts';
import { datedChangelog, unfitVersion, withVersion } from '../../scripts/packages/release-notes.ts';

describe('the version of a release', () => {
  it('is three numbers, above the one before', () => {
    for (const version of ['0.2.1', '0.3.0', '1.0.0', '0.10.0'])
      expect(unfitVersion(version, '0.2.0')).toBeNull();
    for (const version of ['', '1', '1.2', 'v1.2.3', '01.2.3', '1.2.3-rc', '0.2.0', '0.1.9', '0.70000.0'])
      expect(unfitVersion(version, '0.2.0'), version).not.toBeNull();
  });

  it('is set in both files, and nothing else is', () => {
    for (const name of ['package.json', 'package-lock.json']) {
      const text = readFileSync(name, 'utf8');
      const { version }: { version: string } = JSON.parse(text);
      expect(withVersion(text, version), name).toBe(text);
      const after = JSON.parse(withVersion(text, '9.8.7'));
      expect(after.version).toBe('9.8.7');
      if (name === 'package-lock.json') expect(after.packages[''].version).toBe('9.8.7');
    }
  });
});

describe('the changelog of a release', () => {
  const before = '# Changelog\n\n## Unreleased\n\n- One.\n- Two.\n\n## 0.2.0\n\n- Old.\n';

  it('has what was unreleased under its version and day, and room for what comes', () => {
    expect(datedChangelog(before, '0.3.0', '2026-12-01')).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.3.0 (2026-12-01)\n\n- One.\n- Two.\n\n## 0.2.0\n\n- Old.\n',
    );
  });

  it('is refused where nothing is unreleased, or the version is told of already', () => {
    const after = datedChangelog(before, '0.3.0', '2026-12-01');
    expect(() => datedChangelog(after, '0.4.0', '2026-12-02')).toThrow('没有什么可发布');
    expect(() => datedChangelog('# Changelog\n', '0.4.0', '2026-12-02')).toThrow('没有什么可发布');
    expect(() => datedChangelog(before, '0.2.0', '2026-12-02')).toThrow('已经有 0.2.0');
    // 0.20.0 begins with the same characters.
    const later = before.replace('## 0.2.0', '## 0.20.0 (2026-11-01)');
    expect(datedChangelog(later, '0.2.0', '2026-12-02')).toContain('## 0.2.0 (2026-12-02)');
    expect(() => datedChangelog(later, '0.20.0', '2026-12-02')).toThrow('已经有 0.20.0');
  });

  it('of this project can be dated', () => {
    expect(datedChangelog(readFileSync('CHANGELOG.md', 'utf8'), '999.0.0', '2026-12-01')).toContain(
      '## 999.0.0',
    );
  });
});

describe('a release', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n- One.\n\n## 0.2.0\n\n- Old.\n';
  let folder = '';
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.cn', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  /** Commands of a release: those of git are run, those of npm noted, and `failing` fails. */
  const runner = (failing = '', effect: () => void = () => undefined) => {
    const done: string[] = [];
    const run = (command: 'npm' | 'git', ...args: readonly string[]): void => {
      const words = [command, ...args].join(' ');
      done.push(words);
      if (command === 'git') git(...args);
      if (words === 'npm run nightly') effect();
      if (failing !== '' && words.startsWith(failing)) throw new Error(`没有通过：${words}。`);
    };
    return { done, run };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gaozhun-release-'));
    git('init', '--quiet', '--initial-branch', 'main');
    write('CHANGELOG.md', changelog);
    for (const name of ['package.json', 'package-lock.json'])
      write(name, `${JSON.stringify({ name: 'x', version: '0.2.0' }, null, 2)}\n`);
    git('add', '.');
    git('commit', '--quiet', '--message', 'Begin');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is checked, dated, committed, built, verified and tagged, in this order', () => {
    const { done, run } = runner();
    makeRelease(folder, '0.3.0', '2026-12-01', run);
    expect(done.map((words) => words.split(' ').slice(0, 3).join(' '))).toEqual([
      ...['npm test', 'npm run nightly', 'git commit --quiet', 'npm run zip', 'npm run verify-zip'],
      'git tag --annotate',
    ]);
    expect([git('tag', '--list'), git('status', '--porcelain')]).toEqual(['v0.3.0', '']);
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.3.0');
    expect(git('show', 'HEAD:CHANGELOG.md')).toContain('## 0.3.0 (2026-12-01)');
    expect(JSON.parse(git('show', 'HEAD:package-lock.json')).version).toBe('0.3.0');
  });

  const refusals: readonly (readonly [name: string, why: string, version: string, before: () => void])[] = [
    ['a version that is not higher', '不比现在的 0.2.0 新', '0.2.0', () => undefined],
    ['a change that is not committed', '未提交', '0.3.0', () => write('CHANGELOG.md', `${changelog}\n`)],
    ['a file that git does not know', '未提交', '0.3.0', () => write('new.txt', '')],
    [
      'another branch',
      '只从分支 main 发布，现在是 topic',
      '0.3.0',
      () => void git('checkout', '-qb', 'topic'),
    ],
    ['no branch', '只从分支 main 发布，现在是 HEAD', '0.3.0', () => void git('checkout', '-q', '--detach')],
    ['a tag that is there', '标签 v0.3.0 已经有了', '0.3.0', () => void git('tag', 'v0.3.0')],
    ['a folder without git', '没有 git', '0.3.0', () => rmSync(join(folder, '.git'), { recursive: true })],
    [
      'nothing unreleased',
      '没有什么可发布',
      '0.3.0',
      () => {
        write('CHANGELOG.md', changelog.replace('- One.', ''));
        git('commit', '--quiet', '--all', '--message', 'Empty');
      },
    ],
  ];
  it.each(refusals)('is refused with %s', (_, why, version, before) => {
    before();
    const { done, run } = runner();
    expect(() => plannedRelease(folder, version, '2026-12-01')).toThrow(why);
    expect(() => makeRelease(folder, version, '2026-12-01', run)).toThrow(why);
    expect(done).toEqual([]);
  });

  it('leaves nothing behind where a check fails or writes into the tree', () => {
    expect(() => makeRelease(folder, '0.3.0', '2026-12-01', runner('npm test').run)).toThrow('npm test');
    expect(git('status', '--porcelain')).toBe('');
    const { done, run } = runner('', () => write('CHANGELOG.md', 'x'));
    expect(() => makeRelease(folder, '0.3.0', '2026-12-01', run)).toThrow('未提交');
    expect(done.at(-1)).toBe('npm run nightly');
  });

  it('is not tagged where the packages differ, and says how to take it back', () => {
    const { run } = runner('npm run verify-zip');
    expect(() => makeRelease(folder, '0.3.0', '2026-12-01', run)).toThrow('git reset --hard HEAD~1');
    expect(git('tag', '--list')).toBe('');
    git('reset', '--quiet', '--hard', 'HEAD~1');
    expect([readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'), git('status', '--porcelain')]).toEqual([
      changelog,
      '',
    ]);
  });
});
