import { useState } from 'preact/hooks';
import { ignoreNames } from '../../components/ignore-names.ts';
import { say } from '../../components/say.ts';
import type { IgnoreScope } from '../../lib/checking/ignore.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { Button } from './card-button.tsx';

interface Props {
  readonly finding: Finding;
  /** A leftover in a draft that is judged on a chosen day: the choice can be undone here. */
  readonly isLeftOver: boolean;
  readonly actions: {
    ignore(scope: IgnoreScope): void;
    switchOff(): void;
    undoDay(): void;
  };
}

/** The ways of ignoring a finding. What reaches beyond this draft stands behind a button, away from a slip. */
export function Rest({ finding, isLeftOver, actions }: Props) {
  const [open, setOpen] = useState(false);
  const asks = finding.asks !== undefined;
  const ignoring = (scope: IgnoreScope) => (
    <Button onPress={() => actions.ignore(scope)}>{ignoreNames[scope]}</Button>
  );
  return (
    <>
      <div class="rest">
        {!asks && ignoring('here')}
        {!asks && ignoring('draft')}
        {isLeftOver && <Button onPress={actions.undoDay}>{say('恢复自动日期', 'Undo the day')}</Button>}
        <Button expanded={open} onPress={() => setOpen(!open)}>
          {say('更多', 'More')}
        </Button>
      </div>
      {open && (
        <div class="more">
          {!asks && finding.rule !== 'draft-date' && ignoring('always')}
          <Button onPress={actions.switchOff}>{say('关闭此规则', 'Switch this rule off')}</Button>
        </div>
      )}
    </>
  );
}
