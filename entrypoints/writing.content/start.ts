import { language, say } from '../../components/say.ts';
import { createField } from '../../lib/fields/find.ts';
import type { AlsoRead } from '../../lib/fields/types.ts';
import type { Unreadable } from '../../lib/fields/unreadable.ts';
import type { Language } from '../../lib/language/language.ts';
import type { Fault, PageReplies, PageRequest, Replies } from '../../lib/messaging/messages.ts';
import { asked } from '../surface/question.ts';
import { answerPage } from './answer-page.ts';
import { createAsk, type Send } from './ask.ts';
import { createCardController } from './card-controller.tsx';
import { showNotice } from './card-shell.ts';
import type { RuleAbout } from './card-why.tsx';
import { choicesOf } from './choices.ts';
import { draftKeyOf, placeOf } from './draft-key.ts';
import { watchFields } from './fields-of-page.ts';
import { followPointer } from './pointer.ts';
import { type Session, startSession } from './session.ts';
import { endsHere } from './still-allowed.ts';
import { addressOf } from './top-window.ts';

export interface WritingOptions {
  /** Ends everything: marks, listeners, card. */
  readonly signal: AbortSignal;
  /** Sends a request to the background. */
  readonly send: Send;
  /** True once the extension was updated or removed under the page. */
  readonly isGone?: () => boolean;
  /** Told when a fix was put in. */
  readonly onFixed?: () => void;
  /** Reaches into a closed shadow tree where the browser lets an extension. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
}

export interface WritingController {
  /** Answers another surface on this frame's field used last. Null when this frame has no field to speak of. */
  answer(request: PageRequest): Promise<PageReplies[PageRequest['type']] | Fault | null>;
}

/**
 * Starts checking the editor fields of this window: finds them, marks what is found, opens cards, applies fixes. The
 * content script starts it in every frame of an allowed site, the welcome page in itself.
 */
export function startWriting(options: WritingOptions): WritingController {
  const life = new AbortController();
  const signal = AbortSignal.any([options.signal, life.signal]);
  const sessions = new Map<HTMLElement, { session: Session; end: AbortController }>();
  let used: Session | null = null;
  let hidden = false;
  let alsoRead: AlsoRead = { codeEditors: false, optedOut: false };
  /** The field, left alone so far, that the author went into last. */
  let aside: Element | null = null;
  let fields: { look(): void } | null = null;
  let about: { readonly language: Language; readonly rules: ReadonlyMap<string, RuleAbout> } | null = null;
  /** The editor here whose text cannot be reached, and whether the author went into it last. */
  let unreadable: { what: Unreadable; used: boolean } | null = null;

  const isGone = options.isGone ?? (() => false);
  const leave = () => {
    if (signal.aborted) return;
    const told = sessions.size > 0;
    life.abort();
    if (told)
      showNotice(
        window,
        say('稿准已更新，刷新页面后继续检查。', 'Gaozhun was updated. Reload the page to go on checking.'),
      );
  };
  const ask = createAsk(options.send, isGone, leave, signal);
  /** The field used last; before any was, the one in sight with the most words: editors keep fields of their own hidden. */
  const current = (): Session | null => {
    if (used !== null) return used;
    const all = [...sessions.values()].map(({ session }) => session);
    const seen = all.filter(({ field }) => field.element.checkVisibility());
    const [first = null] = (seen.length > 0 ? seen : all).sort((a, b) => b.text.length - a.text.length);
    return first;
  };

  let told = false;
  /** Tells the background how many findings there are here, and whether the author has just come to this frame. */
  const report = (byAuthor = false) => {
    told = true;
    const session = current();
    const marked = session?.marked ?? [];
    const state = {
      count: marked.length,
      errors: marked.filter((finding) => finding.level === 'error').length,
      kind: session?.field.kind ?? '',
      draftKey: session?.draftKey ?? '',
      hidden,
      used: byAuthor,
      question: hidden ? null : asked(session?.reply ?? null),
      ...(session?.reply?.declined === undefined ? {} : { declined: session.reply.declined }),
    };
    void ask({ type: 'page-changed', state });
  };
  const learnRules = async () => {
    if (about?.language === language.peek()) return;
    about = { language: language.peek(), rules: new Map() };
    const status: Replies['status'] | Fault | null = await ask({ type: 'status' });
    if (status === null || 'fault' in status) about = null;
    else {
      const { version, rules } = status;
      const named = rules.map(({ id, title, basis }) => [id, { title, basis, version }] as const);
      about = { language: status.language, rules: new Map(named) };
      card.redraw();
    }
  };
  const card = createCardController({
    view: window,
    ask,
    signal,
    aboutRule: (rule) => about?.rules.get(rule) ?? { title: '', basis: '', version: '' },
    recheckAll: () => {
      for (const { session } of sessions.values()) void session.check();
    },
  });

  const begin = (element: HTMLElement): Session => {
    const end = new AbortController();
    const own = AbortSignal.any([signal, end.signal]);
    const place = placeOf(element);
    const session = startSession({
      field: createField(element, own),
      draftKey: () => draftKeyOf(window, place),
      ask,
      hidden,
      signal: own,
      onFixed: () => options.onFixed?.(),
      onUpdate(updated, why) {
        // The card speaks of words that have moved or gone; while a fix is applied it closes by itself.
        if (why === 'typed' && updated === card.session) card.textChanged();
        if (updated.reply !== null) language.value = updated.reply.language;
        if (why === 'checked' && updated.marked.length > 0) void learnRules();
        if (why === 'counted' && updated === card.session) card.redraw();
        if (why !== 'typed' && updated === current()) report();
      },
    });
    sessions.set(element, { session, end });
    followPointer(session, card, own);
    void session.check();
    return session;
  };

  const begun = async () => {
    // Where marks are hidden in the tab, none may come up for a moment.
    const answer = await ask({ type: 'page-started' });
    if (answer !== null && 'hidden' in answer) ({ hidden, alsoRead } = answer);
    if (signal.aborted) return;
    fields = watchFields({
      document,
      signal,
      ...(options.shadowRootOf === undefined ? {} : { shadowRootOf: options.shadowRootOf }),
      known: () => sessions.keys(),
      alsoRead: () => alsoRead,
      onLeftAlone(element) {
        aside = element;
        // So that the popup asks this frame.
        report(document.hasFocus());
      },
      onField(element, isUsed) {
        if (isGone()) return leave();
        const session = sessions.get(element)?.session ?? begin(element);
        if (!isUsed) return;
        used = session;
        if (unreadable !== null) unreadable = { ...unreadable, used: false };
        // A field can have the focus of its frame while the author writes in another frame.
        report(document.hasFocus());
      },
      onGone(element) {
        const known = sessions.get(element);
        if (known === undefined) return;
        sessions.delete(element);
        if (used === known.session) used = null;
        card.close();
        known.end.abort();
        report();
      },
      onUnreadable(what, isUsed) {
        const before = unreadable;
        if (what === null) unreadable = null;
        else unreadable = { what, used: isUsed || (before?.used ?? false) };
        if (isUsed) report(document.hasFocus());
        else if (before?.what !== unreadable?.what) report();
      },
    });
  };
  void begun();
  // A page in the background when the extension was updated learns of it when it is seen again.
  document.addEventListener(
    'visibilitychange',
    () => {
      if (isGone()) leave();
    },
    { signal },
  );
  // An editor's frame that goes away must leave no card on the page around it.
  const farewell = () => {
    if (!told || isGone()) return;
    told = false;
    // Not by `ask`: nobody is here any more to hear the answer or to try again.
    options.send({ type: 'page-changed', state: { gone: true } }).catch(() => undefined);
  };
  signal.addEventListener('abort', farewell);
  window.addEventListener(
    'pagehide',
    () => {
      card.close();
      farewell();
    },
    { signal },
  );
  // Back from the browser's cache of pages, everything is as it was.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted && sessions.size > 0) report(document.hasFocus());
    },
    { signal },
  );

  return {
    async answer(request) {
      if (signal.aborted) return null;
      if (request.type === 'page-hide') {
        hidden = request.hidden;
        card.close();
        for (const { session } of sessions.values()) session.setHidden(hidden);
        report();
        return { ok: true };
      }
      if (request.type === 'page-sites') {
        if (endsHere(window, request)) life.abort();
        return { ok: true };
      }
      if (request.type === 'page-recheck') {
        await Promise.all([...sessions.values()].map(({ session }) => session.check()));
        return { ok: true };
      }
      if (request.type === 'page-also-read') {
        const own = await ask({ type: 'page-started' });
        if (own !== null && 'alsoRead' in own) alsoRead = own.alsoRead;
        fields?.look();
        return { ok: true };
      }
      const out = unreadable !== null && (unreadable.used || current() === null) ? unreadable.what : null;
      const choices = choicesOf(document, aside, alsoRead);
      const page = { card, hidden, address: addressOf(window), choices, unreadable: out };
      return await answerPage(request, out === null ? current() : null, page);
    },
  };
}
