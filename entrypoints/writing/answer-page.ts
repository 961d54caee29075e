import { say } from '../../components/say.ts';
import type { ApplyOutcome } from '../../lib/fields/types.ts';
import type { Unreadable } from '../../lib/fields/unreadable.ts';
import type { PageCommand } from '../../lib/messaging/commands.ts';
import type {
  PageReplies,
  PageRequestOf,
  PageRequestType,
  PageState,
} from '../../lib/messaging/page-requests.ts';
import type { Done, Fault } from '../../lib/messaging/reply.ts';
import type { CardController } from './card-controller.tsx';
import { findingBefore, findingFrom, type Session } from './session.ts';

/** Requests about the field used last; the others concern the whole frame. */
type FieldRequestType = Exclude<
  PageRequestType,
  'page-hide' | 'page-recheck' | 'page-sites' | 'page-also-read'
>;
export type FieldRequest = { [T in FieldRequestType]: PageRequestOf<T> }[FieldRequestType];

interface Page extends Pick<PageState, 'hidden' | 'choices' | 'address'> {
  readonly card: CardController;
  readonly unreadable: Unreadable | null;
}

/** Answers a request of another surface about the field used last; null for a frame without one. */
export async function answerPage(
  request: FieldRequest,
  session: Session | null,
  page: Page,
): Promise<PageReplies[FieldRequestType] | Fault | null> {
  session?.catchUp();
  if (request.type === 'page-state') return stateOf(session, page);
  return session === null ? null : await answerField(request, session, page.card);
}

function stateOf(session: Session | null, { hidden, choices, address, unreadable }: Page): PageState {
  const why = unreadable === null ? {} : { unreadable };
  return { field: session?.state() ?? null, hidden, choices, address, ...why };
}

type SessionRequestType = Exclude<FieldRequestType, 'page-state'>;
type Handlers = {
  readonly [T in SessionRequestType]: (
    request: PageRequestOf<T>,
    session: Session,
    card: CardController,
  ) => Promise<PageReplies[T] | Fault>;
};

const handlers: Handlers = {
  async 'page-apply'({ edits, expected }, session, card) {
    card.close();
    return applied(await session.apply(edits, expected));
  },
  async 'page-revert'(_, session, card) {
    card.close();
    return applied(await session.revert());
  },
  async 'page-insert'({ text }, { field }) {
    if ((await field.insert(text)).ok) return { ok: true };
    return {
      fault: say(
        '没有插入：编辑器未接受。可复制后手工粘贴。',
        'Not inserted: the editor did not take it. Copy the words and paste them.',
      ),
    };
  },
  async 'page-reveal'({ start, end }, session) {
    session.field.reveal({ start, end });
    session.emphasise(session.marked.find((finding) => finding.start === start) ?? null);
    return { ok: true };
  },
  async 'page-command'({ command }, session, card) {
    carryOut(command, session, card);
    return { ok: true };
  },
};

function answerField<T extends SessionRequestType>(
  request: PageRequestOf<T>,
  session: Session,
  card: CardController,
): Promise<PageReplies[T] | Fault> {
  const type: T = request.type;
  return handlers[type](request, session, card);
}

/** The outcome of an edit, as a reply. */
function applied(outcome: ApplyOutcome): Done | Fault {
  if (outcome.ok) return { ok: true };
  if (outcome.reason === 'stale')
    return { fault: say('文字刚有改动，请再看一次。', 'The text has just changed. Please look again.') };
  if (outcome.made !== undefined)
    return {
      fault: say(
        `编辑器只接受了其中 ${outcome.made} 处，其余没有改。可以恢复改动前的文字。`,
        `The editor took ${outcome.made} of these changes, and not the others. All can be taken back.`,
      ),
    };
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
