import { bilingual, type Words } from '../../lib/language/language.ts';
import { type OrganisationPack, readOrganisation } from '../../lib/phrases/own/organisation.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
import { readManaged } from '../../lib/storage/managed.ts';
import { policyFaults } from '../../lib/storage/policy-faults.ts';

/** How long the index waits for a policy, in ms. */
const patience = 1_500;

/** The packs of a policy, and what of the policy cannot be used: one sentence each. */
interface ReadPolicy {
  readonly packs: OrganisationPack[];
  readonly faults: readonly Words[];
}

/**
 * Reads the organisation's policy. Its packs (key `packs` of managed storage, in the form of managed_schema.json) are objects as in
 * a pack file, or have such a file's text. One that cannot be read is left out, and told of.
 */
export async function readPolicy(): Promise<ReadPolicy> {
  const managed = await readManaged(patience);
  // Without a limit no draft would be checked while this worker lives.
  if (managed === null) console.warn('稿准：浏览器没有告知单位策略，暂按没有处理。');
  const faults = [...policyFaults(managed?.stored ?? {})];
  const packs = (managed?.packs ?? []).flatMap((item, i) => {
    const id = `policy${i + 1}`;
    const told = (why: Words): void => {
      faults.push(
        bilingual(
          `单位策略的第 ${i + 1} 个词库有误：${why.zh}`,
          `Pack ${i + 1} of the policy is faulty: ${why.en}`,
        ),
      );
    };
    try {
      // The day has no say in it, so that the index of yesterday serves today.
      const read = readOrganisation(documentOf(item), { id, fileName: '单位词库', today: '1970-01-01' });
      read.problems.forEach(told);
      const { name, version, data } = read;
      return [{ id, name, version, from: 'policy' as const, takenOn: '', data }];
    } catch (error) {
      if (error instanceof SyntaxError) told(notJson);
      else if (error instanceof PackRefusedError) told(error.words);
      else throw error;
      return [];
    }
  });
  return { packs, faults };
}

const notJson = bilingual('text 不是有效的 JSON。', 'its text is not valid JSON.');

function documentOf(item: unknown): unknown {
  const text = typeof item === 'object' && item !== null && 'text' in item ? item.text : item;
  return typeof text === 'string' ? (JSON.parse(text) as unknown) : item;
}
