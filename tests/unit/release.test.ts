import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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
  });

  it('of this project can be dated', () => {
    expect(datedChangelog(readFileSync('CHANGELOG.md', 'utf8'), '999.0.0', '2026-12-01')).toContain(
      '## 999.0.0',
    );
  });
});
