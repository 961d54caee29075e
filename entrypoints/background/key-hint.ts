import type { KeyHintReply } from '../../lib/messaging/commands.ts';
import { readKeyHint } from '../../lib/storage/key-hint.ts';
import { shortcutKeys } from '../surface/shortcuts.ts';

/** How many cards tell the shortcuts unless the author acknowledges them earlier. */
const mostCards = 3;

/** What is to be shown of the line that tells a newcomer the shortcuts. */
export async function keyHint(): Promise<KeyHintReply> {
  const [{ known, shown }, set] = await Promise.all([readKeyHint(), shortcutKeys()]);
  const keys = { next: set.get('next-finding') ?? '', open: set.get('open-card') ?? '' };
  const isNew = !known && (keys.next !== '' || keys.open !== '');
  return { keys: isNew ? keys : null, inCard: isNew && shown < mostCards };
}
