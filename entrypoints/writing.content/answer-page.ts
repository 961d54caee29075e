import { say } from '../../components/say.ts';
import type { Unreadable } from '../../lib/fields/unreadable.ts';
import type { PageCommand } from '../../lib/messaging/commands.ts';
import type { Fault, PageReplies, PageRequest, PageState } from '../../lib/messaging/messages.ts';
import type { CardController } from './card-controller.tsx';
import { findingBefore, findingFrom, type Session } from './session.ts';

type FieldRequest = Exclude<
  PageRequest,
  { type: 'page-hide' | 'page-recheck' | 'page-sites' | 'page-also-read' }
>;

/** Answers what another surface asks of the field used last; null for a frame that has none. */
export async function answerPage(
  request: FieldRequest,
  session: Session | null,
  {
    card,
    ...page
  }: Pick<PageState, 'hidden' | 'choices' | 'address'> & {
    card: CardController;
    unreadable: Unreadable | null;
  },
): Promise<PageReplies[FieldRequest['type']] | Fault | null> {
  session?.catchUp();
  if (request.type === 'page-state') {
    const { unreadable, ...state } = page;
    const why = unreadable === null ? {} : { unreadable };
    return { field: session?.state() ?? null, ...state, ...why };
  }
  if (session === null) return null;
  switch (request.type) {
    case 'page-apply':
    case 'page-way-back': {
      card.close();
      const back = request.type === 'page-way-back';
      const outcome = back ? await session.goBack() : await session.apply(request.edits, request.expected);
      if (outcome.ok) return { ok: true };
      if (outcome.reason === 'stale')
        return { fault: say('文字刚有改动，请再看一次。', 'The text has just changed. Please look again.') };
      if (!outcome.undone)
        return {
          fault: say(
            '改动与预期不符，请在编辑器中撤销后手工修改。',
            'It did not come out as wanted. Please undo it in the editor and change it by hand.',
          ),
        };
      return {
        fault: say(
          '没有改成：编辑器未接受这次修改。可复制正确文字后手工粘贴。',
          'Not changed: the editor did not take it. Copy the right words and paste them.',
        ),
      };
    }
    case 'page-insert': {
      const outcome = await session.field.insert(request.text);
      return outcome.ok
        ? { ok: true }
        : {
            fault: say(
              '没有插入：编辑器未接受。可复制后手工粘贴。',
              'Not inserted: the editor did not take it. Copy the words and paste them.',
            ),
          };
    }
    case 'page-reveal': {
      const { start, end } = request;
      session.field.reveal({ start, end });
      session.emphasise(session.marked.find((finding) => finding.start === start) ?? null);
      return { ok: true };
    }
    case 'page-command': {
      carryOut(request.command, session, card);
      return { ok: true };
    }
  }
}

function carryOut(command: PageCommand, session: Session, card: CardController): void {
  const { marked, field } = session;
  const caret = field.caret() ?? -1;
  switch (command) {
    case 'next-finding':
    case 'previous-finding': {
      const finding =
        command === 'next-finding' ? findingFrom(marked, caret, true) : findingBefore(marked, caret);
      if (finding === null) return;
      field.reveal(finding);
      card.open(session, finding, 'click');
      return;
    }
    case 'open-card': {
      const finding = findingFrom(marked, caret, false);
      if (finding !== null) card.open(session, finding, 'keyboard');
      return;
    }
    case 'apply-first-fix': {
      const finding = findingFrom(marked, caret, false);
      if (finding !== null) card.applyFirst(session, finding);
      return;
    }
    case 'repair-numbering': {
      const finding = marked.find(({ rule }) => rule === 'heading-numbering');
      if (finding !== undefined) card.openRepair(session, finding);
    }
  }
}
