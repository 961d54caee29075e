import type { ComponentChildren } from 'preact';
import { say } from '../../../components/say.ts';

interface Props {
  readonly done: boolean;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One step, ticked when done. */
export function Step({ done, title, children }: Props) {
  return (
    <li class={done ? 'done' : ''}>
      <h3>
        {title}
        {done && <span class="tick">{say('　已完成', ' – done')}</span>}
      </h3>
      {children}
    </li>
  );
}
