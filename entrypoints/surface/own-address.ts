import { browser } from 'wxt/browser';

/** True for the address of a page of this extension; false where the browser withholds the address. */
export function isOwnAddress(address: string | undefined): boolean {
  return address?.startsWith(browser.runtime.getURL('/')) === true;
}
