import { computed } from '@preact/signals';
import { say } from '../../components/say.ts';
import { bilingual } from '../../lib/language/language.ts';
import type { PageRequest } from '../../lib/messaging/page-requests.ts';
import type { Following } from '../surface/follow.ts';
import { askPage, UnansweredError } from '../surface/messaging.ts';
import type { DraftPlace } from './draft-place.ts';

/** The draft in the editor of the active tab, reached through messages to the page. */
export function pagePlace({ view, refresh }: Following): DraftPlace {
  const send = async (request: PageRequest): Promise<void> => {
    const { value } = view;
    if (value.stage !== 'open') {
      throw new UnansweredError(
        bilingual('此页没有应答，请刷新页面后再试。', 'This page does not answer. Please reload it.'),
        false,
      );
    }
    await askPage(value.tabId, request);
  };
  return {
    field: computed(() => {
      const { value } = view;
      if (value.stage === 'looking') return undefined;
      return value.stage === 'open' ? value.field : null;
    }),
    refresh,
    reveal: ({ start, end }) => send({ type: 'page-reveal', start, end }),
    apply: (reasoned, expected) => {
      const edits = reasoned.map(({ start, end, text, reason }) => ({ start, end, text, reason }));
      return send({ type: 'page-apply', edits, expected });
    },
    recheck: () => send({ type: 'page-recheck' }),
    revert: () => send({ type: 'page-revert' }),
    undoWords: () => say('可在编辑器里按 Ctrl+Z 撤销', 'Ctrl+Z in the editor takes it back'),
  };
}
