import type { PageKeys } from '../lib/messaging/commands.ts';
import { say } from './say.ts';

/** What each shortcut does in a draft, a phrase each; those without keys are left out. */
export function pageKeysInWords({ next, open }: PageKeys): string[] {
  return [
    ...(next === '' ? [] : [say(`${next} 下一处`, `${next}: next finding`)]),
    ...(open === '' ? [] : [say(`${open} 打开此处的说明`, `${open}: its card`)]),
  ];
}
