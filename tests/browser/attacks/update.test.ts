import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newPrivateKey, publicKeyOf, signPack } from '../../../scripts/sign-pack.ts';
import { useSurfaces } from '../fixture.ts';
import { startUpdateServer, type UpdateServer } from './update-server.ts';

const surfaces = useSurfaces({ allowed: ['https://127.0.0.1/*'], browser: ['--ignore-certificate-errors'] });
const key = newPrivateKey();
const update = (version: number, by = key) =>
  signPack(
    JSON.stringify({
      name: '市委办词库',
      version,
      entries: [{ name: '市民服务中心', wrong: `误写${version}` }],
    }),
    by,
  ).update;

let server: UpdateServer;
beforeAll(async () => {
  server = await startUpdateServer();
});
afterAll(() => server?.close());

interface Reply {
  readonly fault?: string;
  readonly packs?: readonly { readonly name: string; readonly version: number }[];
  readonly update?: { readonly said: string } | null;
}
const ask = (message: object): Promise<Reply> =>
  surfaces.welcome.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
const gives = (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200) => {
  server.answer = (_, response) => response.writeHead(status, headers).end(body);
};
const versions = async () => (await ask({ type: 'organisation-list' })).packs?.map(({ version }) => version);

beforeEach(async () => {
  await ask({ type: 'update-remove' });
  gives(update(3));
  const { update: set } = await ask({
    type: 'update-set',
    address: `${server.origin}/pack.json?unit=1`,
    key: publicKeyOf(key),
  });
  expect(set?.said).toBe('已更新到第 3 版。');
  server.asked.length = 0;
});

/** Sends pieces without end, until the other side has had enough. */
function endless(response: ServerResponse, piece: string): void {
  const more = () => {
    if (!response.destroyed) response.write(piece, more);
  };
  response.writeHead(200);
  more();
}

describe('a hostile server of updates changes nothing, and is told of in one sentence:', () => {
  const text = () => update(9);
  it.each<readonly [name: string, answer: (response: ServerResponse) => void, said: string]>([
    ['it signs with another key', (one) => one.end(update(9, newPrivateKey())), '签名'],
    ['it changes what was signed', (one) => one.end(text().replace('误写9', '误写8')), '签名'],
    [
      'it changes the version that was signed',
      (one) => one.end(text().replace(/"version":9,/u, '"version":99,')),
      '词库未作改动',
    ],
    [
      'it takes the signature off',
      (one) => one.end(JSON.stringify({ ...JSON.parse(text()), signature: '' })),
      '词库未作改动',
    ],
    ['it gives an older pack', (one) => one.end(update(2)), '旧版'],
    ['it gives the pack in use again', (one) => one.end(update(3)), '已是最新'],
    ['it cuts the pack off', (one) => one.end(text().slice(0, -40)), '词库未作改动'],
    [
      'it promises more than it sends',
      (one) => {
        one.writeHead(200, { 'content-length': '99999' });
        one.write(text());
        setImmediate(() => one.destroy());
      },
      '连不上',
    ],
    ['it gives a page', (one) => one.end('<!doctype html><script>alert(1)</script>'), '不是词库更新文件'],
    ['it gives nothing', (one) => one.end(), '不是词库更新文件'],
    [
      'it gives __proto__',
      (one) =>
        one.end('{"__proto__":{"polluted":1},"constructor":{},"pack":"{}","version":9,"signature":"x"}'),
      '词库未作改动',
    ],
    ['it nests without end', (one) => one.end('['.repeat(3_000_000)), '词库未作改动'],
    ['it never ends', (one) => endless(one, 'x'.repeat(60_000)), '太大'],
    [
      'it packs 100 MB into little',
      (one) => one.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100_000_000))),
      '太大',
    ],
    [
      'it says gzip and sends none',
      (one) => one.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
      '连不上',
    ],
    [
      'it leads elsewhere',
      (one) => one.writeHead(302, { location: 'https://127.0.0.1:1/x' }).end(),
      '转往了别处',
    ],
    ['it leads to itself', (one) => one.writeHead(307, { location: '/other' }).end(), '转往了别处'],
    [
      'it leads to http',
      (one) => one.writeHead(301, { location: `${surfaces.harness.address}/plain.html` }).end(),
      '转往了别处',
    ],
    ['it closes the connection', (one) => one.destroy(), '连不上'],
    ['it fails', (one) => one.writeHead(500).end(update(9)), '状态 500'],
    [
      'it wants a password',
      (one) => one.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
      '状态 401',
    ],
    ['it says nothing has changed', (one) => one.writeHead(304).end(), '词库未作改动'],
    ['it has no content', (one) => one.writeHead(204).end(), '词库未作改动'],
  ])('%s', async (_name, answer, said) => {
    server.answer = (_request, response) => answer(response);
    const reply = await ask({ type: 'update-check' });
    expect(reply.update?.said).toContain(said);
    expect(reply.update?.said).toMatch(/^[^。\n]+。$/u);
    expect(await versions()).toEqual([3]);
    expect(await (await surfaces.harness.worker()).evaluate('({}).polluted === undefined')).toBe(true);
  });

  it('a name of a pack is words and no page', async () => {
    const name = '<img src=x onerror=alert(1)>';
    gives(signPack(JSON.stringify({ name, version: 9, entries: [{ name: '市民服务中心' }] }), key).update);
    expect((await ask({ type: 'update-check' })).packs?.[0]?.name).toBe(name);
    const options = surfaces.closeLater(await surfaces.open('options', { width: 900, height: 900 }));
    await options.getByText(name).waitFor();
    expect(await options.locator('img[src=x], [onerror], iframe, object').count()).toBe(0);
  });

  it('a key of another address takes no older pack', async () => {
    gives(update(2));
    await ask({ type: 'update-set', address: `${server.origin}/pack.json?unit=2`, key: publicKeyOf(key) });
    expect(await versions()).toEqual([3]);
  });

  it('other changes do not wait for an address that drips', async () => {
    let release = (): void => undefined;
    const came = new Promise<void>((resolve) => {
      server.answer = (_, response) => {
        response.writeHead(200);
        response.write('{');
        release = () => response.destroy();
        resolve();
      };
    });
    const looking = ask({ type: 'update-check' });
    await came;
    const taken = await ask({
      type: 'own-take',
      drafts: [{ name: '便民服务点', wrong: '便民点', level: '', note: '', source: '' }],
    });
    expect(taken.fault).toBeUndefined();
    release();
    expect((await looking).update?.said).toContain('词库未作改动');
  });

  it('a look in the year 2100 does not end all others', async () => {
    const worker = await surfaces.harness.worker();
    await worker.evaluate(`(async () => {
      const { packUpdate } = await chrome.storage.local.get('packUpdate');
      await chrome.storage.local.set({ packUpdate: { ...packUpdate, lookedAt: ${Date.parse('2100-01-01')} } });
    })()`);
    gives(update(4));
    await surfaces.harness.stopWorker();
    await expect.poll(versions, { timeout: 20_000 }).toEqual([4]);
  });
});

describe('what is sent to the address of updates', () => {
  it('is one GET of it, without body, cookie, referrer or mark of what was there before', async () => {
    server.answer = (_, response) =>
      response
        .writeHead(200, {
          'set-cookie': 'a=b; Secure; Path=/',
          etag: '"1"',
          'last-modified': new Date().toUTCString(),
        })
        .end(update(4));
    await ask({ type: 'update-check' });
    await ask({ type: 'update-check' });
    expect(server.asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['GET', '/pack.json?unit=1', 0],
      ['GET', '/pack.json?unit=1', 0],
    ]);
    for (const { headers } of server.asked)
      expect(
        Object.keys(headers).filter((name) => /cookie|referer|origin|if-|authorization/u.test(name)),
      ).toEqual([]);
  });

  it.each([
    'http://127.0.0.1/x',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:alert(1)',
    'chrome-extension://x/y',
    'https://a:b@127.0.0.1/x',
    'https://',
    'ftp://127.0.0.1/',
  ])('is nothing where the address is %s, which is refused', async (address) => {
    const reply = await ask({ type: 'update-set', address, key: publicKeyOf(key) });
    expect(reply.fault).toMatch(/。$/u);
    expect(server.asked).toEqual([]);
  });
});
