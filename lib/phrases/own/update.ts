import * as v from 'valibot';
import { bilingual } from '../../language/language.ts';
import { type ReadOrganisation, readOrganisation } from './organisation.ts';
import { PackRefusedError } from './refused.ts';

/** The largest file that is read, in bytes: ten thousand entries take some 3 MB. */
export const largestUpdate = 4_000_000;
/** The interval of automatic checks, in ms. */
export const updateInterval = 24 * 60 * 60 * 1_000;

/** The reply of an update address. `pack` is the text of the pack; its UTF-8 bytes are signed. */
const updateSchema = v.object({
  pack: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  signature: v.string(),
});

/** Normalises an update address. Throws PackRefusedError unless it is https without name and password. */
export function readAddress(typed: string): string {
  const text = typed.trim();
  if (!URL.canParse(text))
    throw new PackRefusedError(
      bilingual(
        '更新地址读不懂，请填写完整地址，以 https:// 开头。',
        'The update address cannot be read. Please enter it in full, with https:// before it.',
      ),
    );
  const address = new URL(text);
  if (address.protocol !== 'https:')
    throw new PackRefusedError(
      bilingual(
        '更新地址须以 https:// 开头，其他方式不安全。',
        'The update address has to begin with https://; nothing else is safe.',
      ),
    );
  if (address.username !== '' || address.password !== '')
    throw new PackRefusedError(
      bilingual(
        '更新地址里不要带用户名和密码。',
        'Please leave name and password out of the update address.',
      ),
    );
  address.hash = '';
  return address.href;
}

/** The 32 bytes of an Ed25519 public key, from base64, or from PEM. Throws PackRefusedError. */
export function readKey(typed: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(typed.replace(/-----[A-Z ]+-----/gu, ''));
  // SubjectPublicKeyInfo has twelve fixed bytes before an Ed25519 key.
  if (bytes?.length === 44 && spkiHead.every((byte, i) => bytes[i] === byte)) return bytes.slice(12);
  if (bytes?.length === 32) return bytes;
  throw new PackRefusedError(
    bilingual(
      '公钥读不懂：应为 Ed25519 公钥（Base64 或 PEM），由发布词库的单位提供。',
      'The key cannot be read: it should be an Ed25519 public key (Base64 or PEM) from the publisher.',
    ),
  );
}

const spkiHead = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/**
 * Reads the reply of an update address: verifies the signature over the exact bytes of the pack, then that its
 * version is newer than `current` (0: none yet). The version is read from the signed pack, so that an old pack cannot
 * be replayed as a new one. Returns null if it is the version in use. Throws PackRefusedError with what is wrong.
 */
export async function readUpdate(
  text: string,
  key: Uint8Array<ArrayBuffer>,
  current: number,
  today: string,
): Promise<ReadOrganisation | null> {
  const update = v.safeParse(updateSchema, fromJson(text));
  if (!update.success)
    throw new PackRefusedError(
      bilingual(
        '更新地址给出的不是词库更新文件，词库未作改动。',
        'What the update address gives is no update of a pack. Nothing was changed.',
      ),
    );
  const { pack, version, signature } = update.output;
  if (!(await isSigned(pack, signature, key)))
    throw new PackRefusedError(
      bilingual(
        '词库的签名与公钥不符，可能被改动过，词库未作改动。',
        'The signature does not fit the key: the pack may have been tampered with. Nothing was changed.',
      ),
    );
  const data = fromJson(pack);
  const inside = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined;
  if (inside !== version)
    throw new PackRefusedError(
      bilingual(
        '词库标明的版本与签名内容不一致，词库未作改动。',
        'The version given is not the one that was signed. Nothing was changed.',
      ),
    );
  if (version < current)
    throw new PackRefusedError(
      bilingual(
        `更新地址上是旧版（第 ${version} 版），现用第 ${current} 版，词库未作改动。`,
        `The update address has version ${version}, older than version ${current} in use. Nothing was changed.`,
      ),
    );
  if (version === current) return null;
  return readOrganisation(data, { id: updatePackId, fileName: '单位词库', today });
}

/** The id of the pack from the update address. */
export const updatePackId = 'update';

async function isSigned(pack: string, signature: string, key: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const bytes = fromBase64(signature);
  if (bytes?.length !== 64) return false;
  const { subtle } = globalThis.crypto;
  let publicKey: CryptoKey;
  try {
    publicKey = await subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  } catch (cause) {
    throw new PackRefusedError(
      bilingual(
        '这个浏览器还不能核对 Ed25519 签名，请升级浏览器，或改用文件导入词库。',
        'This browser cannot check Ed25519 signatures yet. Please update it, or import the pack from a file.',
      ),
      { cause },
    );
  }
  return await subtle.verify('Ed25519', publicKey, bytes, new TextEncoder().encode(pack));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/gu, '')), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
