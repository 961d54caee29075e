import { describe, expect, it, vi } from 'vitest';
import { language } from '../../components/say.ts';
import type { Ask } from '../../entrypoints/writing/ask.ts';
import { currentSession, currentUnreadable, newFrame, summaryOf } from '../../entrypoints/writing/frame.ts';
import { createRuleNames } from '../../entrypoints/writing/rule-names.ts';
import type { Session } from '../../entrypoints/writing/session.ts';

function sessionOf(text: string, visible = true, given: object = {}): Session {
  const field = { kind: 'textarea', element: { checkVisibility: () => visible } };
  return { text, field, marked: [], reply: null, draftKey: `key of ${text}`, ...given } as unknown as Session;
}

function frameOf(...sessions: readonly Session[]) {
  const frame = newFrame();
  for (const session of sessions)
    frame.fields.set({} as HTMLElement, { session, end: new AbortController() });
  return frame;
}

describe('the field that stands for a frame', () => {
  const short = sessionOf('短');
  const long = sessionOf('长一些的');
  const hidden = sessionOf('最长但是看不见的', false);

  it('is none where there is none', () => {
    expect(currentSession(newFrame())).toBeNull();
  });

  it('is the visible one with the longest text until the author uses one', () => {
    const frame = frameOf(short, long, hidden);
    expect(currentSession(frame)).toBe(long);
    frame.used = short;
    expect(currentSession(frame)).toBe(short);
  });

  it('is none where none is visible, and another while the one used last is hidden', () => {
    expect(currentSession(frameOf(hidden, sessionOf('短', false)))).toBeNull();
    const frame = frameOf(short, hidden);
    frame.used = hidden;
    expect(currentSession(frame)).toBe(short);
  });

  it('gives way to an unreadable editor that the author is in, or that is alone', () => {
    const what = 'canvas' as never;
    const frame = frameOf(short);
    frame.unreadable = what;
    expect(currentUnreadable(frame)).toBeNull();
    expect(currentUnreadable({ ...newFrame(), unreadable: what })).toBe(what);
    frame.inUnreadable = true;
    expect(currentUnreadable(frame)).toBe(what);
  });
});

describe('what the background is told of a frame', () => {
  const findings = [{ level: 'error' }, { level: 'hint' }, { level: 'error' }];

  it('is empty for a frame without a field', () => {
    const nothing = { count: 0, errors: 0, used: true, empty: true, question: null, optedOut: false };
    expect(summaryOf(newFrame(), true)).toEqual(nothing);
    expect(summaryOf({ ...newFrame(), unreadable: 'canvas' as never }, true).empty).toBe(false);
    expect(summaryOf({ ...newFrame(), leftAlone: {} as Element }, true).empty).toBe(false);
  });

  it('is nothing of a field that is hidden', () => {
    const reply = { findings, strictness: 'quiet' };
    expect(summaryOf(frameOf(sessionOf('稿', false, { reply })), false)).toMatchObject({
      count: 0,
      empty: true,
    });
  });

  it('tells of a field that asks not to be checked where nothing is read, and no marks are hidden', () => {
    const frame = { ...newFrame(), optedOut: true };
    expect(summaryOf(frame, false)).toMatchObject({ optedOut: true, empty: false });
    frame.hidden = true;
    expect(summaryOf(frame, false).optedOut).toBe(false);
    const reading = frameOf(sessionOf('稿', true, { reply: { findings: [] } }));
    reading.optedOut = true;
    expect(summaryOf(reading, false).optedOut).toBe(false);
  });

  it('counts what the side panel lists, marked in the page or not, and the errors among it', () => {
    const frame = frameOf(sessionOf('稿', true, { marked: [], reply: { findings, strictness: 'quiet' } }));
    expect(summaryOf(frame, false)).toMatchObject({ count: 3, errors: 2, used: false, empty: false });
    frame.hidden = true;
    expect(summaryOf(frame, false)).toMatchObject({ count: 0, errors: 0, empty: false });
  });

  it('asks nothing while marks are hidden', () => {
    const question = { asks: 'judged-on', message: '按哪一天？' };
    const frame = frameOf(sessionOf('稿', true, { reply: { findings: [question] } }));
    expect(summaryOf(frame, false)).toMatchObject({ question: '按哪一天？', count: 0 });
    frame.hidden = true;
    expect(summaryOf(frame, false).question).toBeNull();
  });
});

describe('the names of the rules', () => {
  const status = { version: '3', language: 'zh', rules: [{ id: 'numerals', title: '数字', basis: 'GB/T' }] };
  const empty = { title: '', basis: '', version: '' };

  it('are asked for once, and again in another language', async () => {
    const ask = vi.fn(async () => status);
    const onKnown = vi.fn();
    const names = createRuleNames(ask as unknown as Ask, onKnown);
    expect(names.about('numerals')).toEqual(empty);
    await Promise.all([names.learn(), names.learn()]);
    expect(names.about('numerals')).toEqual({ title: '数字', basis: 'GB/T', version: '3' });
    expect(ask).toHaveBeenCalledOnce();
    expect(onKnown).toHaveBeenCalledOnce();
    language.value = 'en';
    await names.learn();
    language.value = 'zh';
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are asked for again after no answer', async () => {
    const ask = vi.fn<() => Promise<unknown>>().mockResolvedValueOnce(null).mockResolvedValueOnce(status);
    const names = createRuleNames(ask as unknown as Ask, () => undefined);
    await names.learn();
    expect(names.about('numerals')).toEqual(empty);
    await names.learn();
    expect(names.about('numerals').title).toBe('数字');
  });
});
