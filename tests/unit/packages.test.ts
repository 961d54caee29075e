import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import {
  crxOf,
  extensionId,
  idOfPublicKey,
  newCrxKey,
  updateManifest,
} from '../../scripts/packages/crx-file.ts';
import { officePackage } from '../../scripts/packages/office-package.ts';
import {
  checksums,
  differences,
  handout,
  handoutFolder,
  handoutKey,
} from '../../scripts/packages/packages.ts';
import { zipOf } from '../../scripts/packages/zip-file.ts';
import { newPrivateKey } from '../../scripts/sign-pack.ts';
import { npm, tool } from '../../scripts/tools.ts';
import { root } from './house-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const extension = new Map([
  ['manifest.json', bytes('{"name":"稿准","version":"1.2.3"}')],
  ['background.js', bytes('1'.repeat(5_000))],
  ['chunks/b.js', bytes('b')],
  ['chunks/a.js', bytes('a')],
]);
const zone = process.env.TZ;

afterEach(() => {
  process.env.TZ = zone;
});

describe('a .zip', () => {
  it('is the same bytes whatever the order of the files, the clock and the time zone', () => {
    const one = zipOf(extension);
    process.env.TZ = 'Pacific/Kiritimati';
    expect(new Date(2020, 0, 1).getTimezoneOffset()).toBe(-840);
    expect(Buffer.from(zipOf(new Map([...extension].reverse()))).equals(one)).toBe(true);
  });

  it('holds its files by their names', () => {
    const read = unzipSync(zipOf(extension));
    expect(Object.keys(read)).toEqual(['background.js', 'chunks/a.js', 'chunks/b.js', 'manifest.json']);
    expect(read['chunks/b.js']).toEqual(bytes('b'));
  });
});

describe('the package that is handed out', () => {
  const steps = '版本 {version}\n第一步\n';

  it('has a folder, and beside it how to install it, for Notepad', () => {
    const files = handout(extension, 'chrome', steps, '1.2.3');
    expect([...files.keys()].filter((path) => !path.startsWith(`${handoutFolder}/`))).toEqual([
      '安装说明.txt',
    ]);
    const text = Buffer.from(files.get('安装说明.txt') ?? []).toString('utf8');
    expect(text).toBe('\ufeff版本 1.2.3\r\n第一步\r\n');
    const manifest = JSON.parse(Buffer.from(files.get(`${handoutFolder}/manifest.json`) ?? []).toString());
    expect(manifest).toEqual({ name: '稿准', version: '1.2.3', key: handoutKey });
  });

  it('is the same extension in every folder and version', () => {
    // Were this id another one, everybody would lose their settings with the next version.
    expect(idOfPublicKey(Buffer.from(handoutKey, 'base64'))).toBe('nehoccajffbpcbjikipamphiccjckjgh');
  });

  it('has no key for Firefox, which knows it by its own id', () => {
    const files = handout(extension, 'firefox', steps, '1.2.3');
    expect(files.get(`${handoutFolder}/manifest.json`)).toEqual(extension.get('manifest.json'));
  });
});

describe('checksums', () => {
  const sums = checksums(new Map([...extension].reverse()));

  it('are in the form of sha256sum, by name', () => {
    expect(sums.split('\n')[0]).toBe(
      `${createHash('sha256').update('1'.repeat(5_000)).digest('hex')}  background.js`,
    );
    expect(sums.endsWith('\n')).toBe(true);
  });

  it('tell what differs and what is missing', () => {
    expect(differences(sums, sums)).toEqual([]);
    const other = new Map(extension).set('chunks/a.js', bytes('c'));
    other.delete('chunks/b.js');
    expect(differences(sums, checksums(other))).toEqual(['chunks/a.js：内容不同', 'chunks/b.js：只有一边有']);
    expect(differences(sums, '')).toHaveLength(4);
  });

  it('may come by way of Windows', () => {
    const ends = `\ufeff${sums.replaceAll('\n', '\r\n')}`;
    expect(differences(sums, ends)).toEqual([]);
    expect(
      differences(
        sums,
        sums.replace(/^[0-9a-f]{64}/gmu, (sum) => sum.toUpperCase()),
      ),
    ).toEqual([]);
  });

  it.each([
    ['a sum cut short', (text: string) => text.slice(1)],
    ['a sum changed', (text: string) => text.replace(/^./u, (digit) => (digit === '0' ? '1' : '0'))],
    ['a line gone', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['a line twice', (text: string) => text + text.slice(0, text.indexOf('\n') + 1)],
    ['a name changed', (text: string) => text.replace('background', 'foreground')],
    ['another line', (text: string) => `${text}<html>404</html>\n`],
    ['nothing of it', () => '<!doctype html>'],
    ['nothing', () => ''],
  ])('that are damaged never pass: %s', (_, damage) => {
    const damaged = damage(sums);
    expect(damaged).not.toBe(sums);
    expect(differences(damaged, sums).length).toBeGreaterThan(0);
    expect(differences(sums, damaged).length).toBeGreaterThan(0);
  });
});

describe('the files of the project', () => {
  it('are the same bytes however git is set up', () => {
    const args = ['-c', 'core.autocrlf=true', 'check-attr', 'text', '--', 'wxt.config.ts', 'a/new.file'];
    const said = execFileSync('git', args, { cwd: root, encoding: 'utf8' });
    expect(said).toBe('wxt.config.ts: text: unset\na/new.file: text: unset\n');
  });

  it('hold no private key, wherever one is made', () => {
    for (const path of ['单位私钥.pem', 'a/b.pem'])
      expect(() => execFileSync('git', ['check-ignore', '-q', path], { cwd: root })).not.toThrow();
  });
});

describe('the tools of the project', () => {
  it('are run by this Node.js, so that Windows needs no shell', () => {
    for (const name of ['wxt', 'tsc', 'biome', 'tsx', 'vitest']) {
      const [command, [file = '', ...rest]] = tool(name, 'one');
      expect([command, rest]).toEqual([process.execPath, ['one']]);
      expect(existsSync(file), name).toBe(true);
    }
    expect(() => tool('left-pad')).toThrow('npm ci');
    expect(npm(['ci'], { npm_execpath: '/x/npm-cli.js' })).toEqual([
      process.execPath,
      ['/x/npm-cli.js', 'ci'],
    ]);
    expect(npm(['ci'], {})).toEqual(['npm', ['ci']]);
  });

  it('are started by no script through npx', () => {
    const scripts = readdirSync(join(root, 'scripts'), { recursive: true, encoding: 'utf8' });
    const files = scripts.filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files)
      expect(readFileSync(join(root, 'scripts', file), 'utf8'), file).not.toMatch(
        /spawn\w*\(\s*'(?:npx|npm)'/u,
      );
  });
});

/** The fields of type bytes in a protobuf message, as (number, content). */
function fieldsIn(message: Buffer): [number, Buffer][] {
  const found: [number, Buffer][] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    expect(tag % 8).toBe(2);
    const length = varint();
    found.push([Math.floor(tag / 8), message.subarray(at, at + length)]);
    at += length;
  }
  return found;
}

describe('a .crx', () => {
  const key = newCrxKey();
  const zip = zipOf(extension);
  const crx = crxOf(zip, key);

  it('has the header of CRX3, and a signature of what follows', () => {
    expect(crx.subarray(0, 4).toString()).toBe('Cr24');
    expect(crx.readUInt32LE(4)).toBe(3);
    const length = crx.readUInt32LE(8);
    const header = new Map(fieldsIn(crx.subarray(12, 12 + length)));
    expect([...header.keys()]).toEqual([2, 10_000]);
    const archive = crx.subarray(12 + length);
    expect(archive.equals(zip)).toBe(true);
    const proof = new Map(fieldsIn(header.get(2) ?? Buffer.alloc(0)));
    const signedHeader = header.get(10_000) ?? Buffer.alloc(0);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(signedHeader.length);
    const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), size, signedHeader, archive]);
    const publicKey = createPublicKey({ key: proof.get(1) ?? Buffer.alloc(0), format: 'der', type: 'spki' });
    expect(verify('sha256', signed, publicKey, proof.get(2) ?? Buffer.alloc(0))).toBe(true);
    const [[, id] = [0, Buffer.alloc(0)]] = fieldsIn(signedHeader);
    expect(
      id.equals(
        createHash('sha256')
          .update(proof.get(1) ?? '')
          .digest()
          .subarray(0, 16),
      ),
    ).toBe(true);
  });

  it('is the same bytes for the same key', () => {
    expect(crxOf(zip, key).equals(crx)).toBe(true);
    expect(crxOf(zip, newCrxKey()).equals(crx)).toBe(false);
  });

  it('has an id of 32 letters from a to p, which its key alone decides', () => {
    expect(extensionId(key)).toMatch(/^[a-p]{32}$/u);
    expect(extensionId(newCrxKey())).not.toBe(extensionId(key));
  });

  it('is refused with a key of another kind, and told so', () => {
    expect(() => crxOf(zip, newPrivateKey())).toThrow('要的是 RSA 私钥，这是 ed25519');
    expect(() => crxOf(zip, 'not a key')).toThrow('私钥文件读不懂');
  });

  it('is told of by an update manifest', () => {
    const update = updateManifest('a'.repeat(32), '1.2.3', "https://oa/x?a=1&b='2'", '119');
    expect(update).toContain(`<app appid='${'a'.repeat(32)}'>`);
    expect(update).toContain("codebase='https://oa/x?a=1&amp;b=&apos;2&apos;' version='1.2.3'");
  });
});

describe('what an office packs', () => {
  const manifest = {
    ...{ name: '稿准', version: '1.2.3', minimum_chrome_version: '119' },
    host_permissions: ['https://docs.qq.com/*'],
  };
  const files = new Map(extension).set('manifest.json', bytes(JSON.stringify(manifest)));
  const key = newCrxKey();
  const pack = (...sites: string[]) => officePackage(files, key, 'https://oa.example.cn/gz/', sites);

  it('looks for updates on the office’s server, and may read its sites', () => {
    const { id, name, crx, updateXml, updateUrl } = pack(
      'oa',
      'https://docs.qq.com/x',
      'http://10.1.2.3:8080/a',
    );
    expect([id, name]).toEqual([extensionId(key), 'gaozhun-1.2.3.crx']);
    expect(updateUrl).toBe('https://oa.example.cn/gz/update.xml');
    expect(updateXml).toContain("codebase='https://oa.example.cn/gz/gaozhun-1.2.3.crx'");
    expect(updateXml).toContain("prodversionmin='119'");
    const zip = Buffer.from(crx).subarray(12 + Buffer.from(crx).readUInt32LE(8));
    const read: object = JSON.parse(Buffer.from(unzipSync(zip)['manifest.json'] ?? []).toString());
    expect(read).toEqual({
      ...manifest,
      update_url: updateUrl,
      host_permissions: ['https://docs.qq.com/*', 'https://oa/*', 'http://oa/*', 'http://10.1.2.3:8080/*'],
    });
  });

  it('is refused where a site is no address', () => {
    expect(() => pack('单位 网站')).toThrow('单位 网站');
  });
});
