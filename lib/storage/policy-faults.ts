import { bilingual, type Words } from '../language/language.ts';
import { typedAddresses } from '../sites/typed-address.ts';
import { managedFrom, mostSites } from './managed.ts';

/** What each key of a policy has to be. A new key is a line here, one in managed_schema.json and one in `managedFrom`. */
const keys: Readonly<Record<string, Words>> = {
  packs: bilingual('词库的列表', 'a list of packs'),
  sites: bilingual('网址的列表', 'a list of addresses'),
  place: bilingual('地方名，至多 20 字', 'the name of a place, of at most 20 characters'),
  strictness: bilingual('“quiet”“normal”“strict”之一', '“quiet”, “normal” or “strict”'),
};
/** So many faults are named one by one. */
const mostFaults = 20;

/**
 * What of a policy's values cannot be used, one sentence each for the administrator; the packs themselves are read elsewhere.
 * `stored` is what managed storage holds. Chromium hands on nothing that its schema refuses; Firefox, and a pack or a site that
 * is no address, come here.
 */
export function policyFaults(stored: Readonly<Record<string, unknown>>): readonly Words[] {
  const { settings } = managedFrom(stored);
  const faults: Words[] = [];
  for (const [key, value] of Object.entries(stored)) {
    const wanted = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (wanted === undefined) faults.push(unknownKey(key));
    else if (key === 'packs' || key === 'sites' ? !Array.isArray(value) : !(key in settings))
      faults.push(
        bilingual(
          `单位策略的 ${key} 没有采用：应为${wanted.zh}。`,
          `“${key}” of the policy was not used: it should be ${wanted.en}.`,
        ),
      );
    if (key === 'sites' && Array.isArray(value)) faults.push(...siteFaults(value));
  }
  return faults.slice(0, mostFaults);
}

function unknownKey(key: string): Words {
  const [shown, known] = [key.slice(0, 40), Object.keys(keys)];
  return bilingual(
    `单位策略里的“${shown}”没有采用：稿准只认 ${known.join('、')}。`,
    `“${shown}” of the policy was not used: Gaozhun knows only ${known.join(', ')}.`,
  );
}

function siteFaults(sites: readonly unknown[]): Words[] {
  const faults = sites.slice(0, mostSites).flatMap((site, at) => {
    if (typeof site === 'string' && typedAddresses(site).length > 0) return [];
    return bilingual(
      `单位策略的 sites 第 ${at + 1} 项没有采用：不是网址。`,
      `Site ${at + 1} of the policy was not used: it is no address.`,
    );
  });
  if (sites.length > mostSites)
    faults.push(
      bilingual(
        `单位策略的 sites 超过 ${mostSites} 项，后面的没有采用。`,
        `The policy has more than ${mostSites} sites: those behind were not used.`,
      ),
    );
  return faults;
}
