import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { FixPreview } from '../../components/fix-preview.tsx';
import { say } from '../../components/say.ts';
import { editsOfKind } from '../../lib/checking/certain-edits.ts';
import type { Finding } from '../../lib/rules/types.ts';
import type { PanelState } from './panel-state.ts';

interface Props {
  readonly state: PanelState;
  /** Names the button among those of the view. */
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The words of the button, which takes the number of changes. */
  readonly words: (changes: number) => string;
  /** What stands before the button. */
  readonly children?: ComponentChildren;
}

/**
 * Changes findings of one kind together: a button, and the preview that it opens. Without the button where fewer than
 * two of the findings can be changed so.
 */
export function BulkFixes({ state, name, text, findings, words, children }: Props) {
  /** The draft whose preview is open; null: none is. */
  const openFor = useSignal<string | null>(null);
  const draftKey = state.field.value?.draftKey ?? '';
  const changes = findings.length < 2 ? [] : editsOfKind(findings, say);
  const open = openFor.value === draftKey && changes.length > 0;
  const opener = useRef<HTMLButtonElement>(null);
  const preview = useRef<HTMLDivElement>(null);
  /** True once the preview was left without a change, which leads back to the button. */
  const left = useRef(false);
  const close = (): void => {
    openFor.value = null;
  };
  useLayoutEffect(() => {
    if (open) preview.current?.querySelector('input')?.focus();
    else if (left.current) opener.current?.focus();
    left.current = false;
  }, [open]);
  return (
    <>
      <div class="row between wrap together">
        {children}
        {changes.length > 0 && !open && (
          <button
            ref={opener}
            type="button"
            class="button"
            data-together={name}
            onClick={() => {
              openFor.value = draftKey;
            }}
          >
            {words(changes.length)}
          </button>
        )}
      </div>
      {open && (
        <div ref={preview} class="together-preview">
          <FixPreview
            changes={changes}
            text={text}
            busy={state.busy.value}
            onApply={async (kept) => {
              if (!(await state.applyTogether(kept, text))) return;
              state.moveFocus('.finding .place');
              close();
            }}
            onClose={() => {
              left.current = true;
              close();
            }}
          />
        </div>
      )}
    </>
  );
}
