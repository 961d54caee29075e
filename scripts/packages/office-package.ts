import { typedAddresses } from '../../lib/sites/typed-address.ts';
import { crxOf, extensionId, updateManifest } from './crx-file.ts';
import { changedManifest } from './packages.ts';
import { type Files, zipOf } from './zip-file.ts';

/** What an office packs with its own key. */
export interface OfficePackage {
  readonly id: string;
  /** The file name of the .crx, and both files. */
  readonly name: string;
  readonly crx: Uint8Array;
  readonly updateXml: string;
  /** The address of update.xml. */
  readonly updateUrl: string;
}

/**
 * Packs an extension with an office's key (PEM), to be put into a folder of its server (`base`, an address that ends with /).
 * The extension looks for updates there by itself. `sites` are addresses on which the office's people write: where a policy
 * installs the extension, the browser allows them without asking.
 * @throws Error naming a site that is no address
 */
export function officePackage(
  extension: Files,
  key: string,
  base: string,
  sites: readonly string[],
): OfficePackage {
  const patterns = sites.flatMap((site) => {
    const addresses = typedAddresses(site);
    if (addresses.length === 0) throw new Error(`“${site}”不是网址。`);
    return addresses.map((address) => `${new URL(address).origin}/*`);
  });
  const updateUrl = new URL('update.xml', base).href;
  let version = '';
  let minimum = '';
  const manifest = changedManifest(extension.get('manifest.json'), (before) => {
    version = String(before.version);
    minimum = String(before.minimum_chrome_version);
    const hosts = [...(before.host_permissions as string[]), ...patterns];
    return { ...before, update_url: updateUrl, host_permissions: [...new Set(hosts)] };
  });
  const id = extensionId(key);
  const name = `gaozhun-${version}.crx`;
  return {
    id,
    name,
    crx: crxOf(zipOf(new Map(extension).set('manifest.json', manifest)), key),
    updateXml: updateManifest(id, version, new URL(name, base).href, minimum),
    updateUrl,
  };
}
