import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { built } from './build.ts';

/** What a page loads before it shows anything: its scripts, what they import, and its styles. */
function filesOf(page: string): string[] {
  const html = readFileSync(join(built, `${page}.html`), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  for (const file of files) {
    const text = readFileSync(join(built, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) {
      if (!files.includes(`chunks/${name}`)) files.push(`chunks/${name}`);
    }
  }
  return files;
}

describe('the code of a surface', () => {
  it.each([
    ['popup', 70],
    // It holds the page's view, the tab of phrases and the way to the desk.
    ['sidepanel', 71],
    ['options', 70],
    ['welcome', 70],
    ['report', 70],
  ] as const)('%s takes at most %i KB gzipped', (page, most) => {
    const files = filesOf(page);
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    const sizes = files.map((file) => gzipSync(readFileSync(join(built, file))).byteLength);
    const sum = sizes.reduce((total, size) => total + size, 0);
    console.log(`${page}: ${(sum / 1024).toFixed(1)} KB`);
    expect(sum).toBeLessThanOrEqual(most * 1024);
  });
});
