import { useRef, useState } from 'preact/hooks';
import type { Topic } from '../lib/phrases/topics.ts';
import { say } from './say.ts';
import { topicInWords } from './topic-names.ts';
import './topic-row.css';

/** Topics shown while the row is folded. */
const few = 8;

interface Props {
  topics: readonly Topic[];
  chosen: string | null;
  onChoose: (topic: string | null) => void;
  onLeave: () => void;
}

/** A toolbar of topics that narrow a search, with one tab stop; the arrow keys move along it. */
export function TopicRow({ topics, chosen, onChoose, onLeave }: Props) {
  const [open, setOpen] = useState(false);
  const [stop, setStop] = useState(0);
  const row = useRef<HTMLDivElement>(null);
  if (topics.length === 0) return null;
  const first = topics.slice(0, few);
  const beyond = topics.slice(few).find(({ name }) => name === chosen);
  const shown = open ? topics : beyond ? [...first, beyond] : first;
  const choose = (name: string): void => {
    const off = name === chosen;
    onChoose(off ? null : name);
    setOpen(false);
    // The folded row shows a chosen topic from further on at its end, and drops it when it is released.
    const place = topics.findIndex((one) => one.name === name);
    setStop(place < few ? place : off ? 0 : few);
    if (off && place >= few) onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = Array.from(row.current?.querySelectorAll('button') ?? []);
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const count = buttons.length;
    const places: Record<string, number> = {
      ArrowRight: (at + 1) % count,
      ArrowLeft: (at - 1 + count) % count,
      Home: 0,
      End: count - 1,
    };
    const to = places[event.key];
    if (to !== undefined) buttons[to]?.focus();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <div class="topics" role="toolbar" aria-label={say('按主题', 'By topic')} ref={row} onKeyDown={onKeyDown}>
      {shown.map(({ name, count }, index) => {
        const words = topicInWords(name);
        return (
          <button
            key={name}
            type="button"
            class="topic"
            lang={words.lang}
            aria-pressed={name === chosen}
            tabIndex={index === Math.min(stop, shown.length) ? 0 : -1}
            title={say(`${count} 条`, `“${name}”: ${count} phrases`)}
            onFocus={() => setStop(index)}
            onClick={() => choose(name)}
          >
            {words.name}
          </button>
        );
      })}
      {topics.length > few && (
        <button
          type="button"
          class="topic more"
          aria-expanded={open}
          tabIndex={stop >= shown.length ? 0 : -1}
          onFocus={() => setStop(shown.length)}
          onClick={() => {
            setStop(open ? 0 : shown.length);
            setOpen(!open);
          }}
        >
          {open ? say('收起', 'Fewer') : say('更多', 'More')}
        </button>
      )}
    </div>
  );
}
