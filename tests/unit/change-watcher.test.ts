import { describe, expect, it } from 'vitest';
import { watchChanges } from '../../lib/fields/change-watcher.ts';
import { editorOf } from './dom.ts';

function watched() {
  const page = editorOf('<p>一</p>');
  const life = new AbortController();
  const watcher = watchChanges(page.editor, life.signal);
  let told = 0;
  const listening = new AbortController();
  watcher.add(() => told++, listening.signal);
  const send = (type: string, isTrusted = true) => page.editor.dispatchEvent(page.event(type, { isTrusted }));
  return { page, life, watcher, listening, send, told: () => told };
}

describe('changes of a field', () => {
  it('are told of once a frame, however many they are', () => {
    const { page, watcher, told } = watched();
    watcher.changed();
    watcher.changed();
    expect(told()).toBe(0);
    page.frame();
    expect(told()).toBe(1);
    page.frame();
    expect(told()).toBe(1);
    watcher.changed();
    page.frame();
    expect(told()).toBe(2);
  });

  it('are not told of while an input method composes, and once when it has ended', () => {
    const { page, watcher, send, told } = watched();
    send('compositionstart');
    expect(watcher.composing).toBe(true);
    watcher.changed();
    page.frame();
    expect(told()).toBe(0);
    send('compositionend');
    expect(watcher.composing).toBe(false);
    page.frame();
    expect(told()).toBe(1);
  });

  it('that were made just before a composition began wait for its end', () => {
    const { page, watcher, send, told } = watched();
    watcher.changed();
    send('compositionstart');
    page.frame();
    expect(told()).toBe(0);
    send('compositionend');
    page.frame();
    expect(told()).toBe(1);
  });

  it('are told of when the field is left in the middle of a composition', () => {
    const { page, watcher, send, told } = watched();
    send('compositionstart');
    send('blur');
    expect(watcher.composing).toBe(false);
    page.frame();
    expect(told()).toBe(1);
  });

  it('are told of also while a script says that an input method composes', () => {
    const { page, watcher, send, told } = watched();
    send('compositionstart', false);
    expect(watcher.composing).toBe(false);
    watcher.changed();
    page.frame();
    expect(told()).toBe(1);
    send('compositionstart');
    send('compositionend', false);
    send('blur', false);
    expect(watcher.composing).toBe(true);
  });

  it('are none where a field is left that composes nothing', () => {
    const { page, send, told } = watched();
    send('blur');
    send('compositionend');
    page.frame();
    expect(told()).toBe(0);
  });

  it('are no longer told of to one who has gone, nor of a field that has', () => {
    const { page, watcher, listening, life, told } = watched();
    let others = 0;
    watcher.add(() => others++, new AbortController().signal);
    listening.abort();
    watcher.changed();
    page.frame();
    expect([told(), others]).toEqual([0, 1]);
    watcher.changed();
    life.abort();
    page.frame();
    expect(others).toBe(1);
  });

  it('of a field that has gone are heard by nobody who comes later', () => {
    const { page, watcher, life, told } = watched();
    life.abort();
    let others = 0;
    watcher.add(() => others++, new AbortController().signal);
    watcher.changed();
    page.frame();
    expect([told(), others]).toEqual([0, 0]);
  });
});
