import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { privateKeyIn } from './private-key.ts';

/** Lays a protobuf field of type bytes: its number, its length, its content. */
function field(number: number, content: Uint8Array): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const rsaKey = (key: string) => privateKeyIn(key, 'rsa', '打包 .crx ');
const publicDer = (key: string) => createPublicKey(rsaKey(key)).export({ type: 'spki', format: 'der' });

/** A new RSA key, as PEM (PKCS #8): its holder alone can publish updates of the extension that is packed with it. */
export function newCrxKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The id of the extension packed with a key (PEM): the first 16 bytes of the hash of its public key, in letters a to p. */
export function extensionId(key: string): string {
  return idOfPublicKey(publicDer(key));
}

/** The id that a public key gives (DER). */
export function idOfPublicKey(der: Uint8Array): string {
  const hex = createHash('sha256').update(der).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/**
 * Packs a .zip with the manifest at its root as CRX3, signed with an RSA key (PEM). The same key and .zip give the same bytes.
 * Form: Chromium's components/crx_file/crx3.proto, and crx_verifier.cc for what is signed.
 */
export function crxOf(zip: Uint8Array, key: string): Buffer {
  const publicKey = publicDer(key);
  const id = createHash('sha256').update(publicKey).digest().subarray(0, 16);
  const signedHeader = field(1, id);
  const signed = Buffer.concat([
    Buffer.from('CRX3 SignedData\0'),
    uint32(signedHeader.length),
    signedHeader,
    zip,
  ]);
  const signature = sign('sha256', signed, rsaKey(key));
  const proof = Buffer.concat([field(1, publicKey), field(2, signature)]);
  const header = Buffer.concat([field(2, proof), field(10_000, signedHeader)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}

/** The update manifest that Chrome and Edge ask for: https://developer.chrome.com/docs/extensions/how-to/distribute/host-extensions */
export function updateManifest(id: string, version: string, codebase: string, minimum: string): string {
  const quoted = codebase.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
  return `<?xml version='1.0' encoding='UTF-8'?>
<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>
  <app appid='${id}'>
    <updatecheck codebase='${quoted}' version='${version}' prodversionmin='${minimum}' />
  </app>
</gupdate>
`;
}
