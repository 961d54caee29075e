import { createPrivateKey, type KeyObject } from 'node:crypto';

/** What the keys of the two kinds are for. */
const kinds = { rsa: 'RSA', ed25519: 'Ed25519' } as const;

/**
 * A private key of a kind, from PEM. `purpose` is what it is wanted for, as the administrator is told.
 * @throws Error naming what is wrong with it
 */
export function privateKeyIn(pem: string, kind: keyof typeof kinds, purpose: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new Error(`私钥文件读不懂：${purpose}要的是 ${kinds[kind]} 私钥（PEM）。`, { cause });
  }
  if (key.asymmetricKeyType === kind) return key;
  throw new Error(`私钥不对：${purpose}要的是 ${kinds[kind]} 私钥，这是 ${key.asymmetricKeyType}。`);
}
