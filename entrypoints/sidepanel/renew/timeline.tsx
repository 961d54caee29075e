import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../components/say.ts';
import { shortened, verdictName } from '../../../components/screen-words.ts';
import type { AsOf } from '../../../lib/draft/types.ts';
import { type Axis, type DayLine, type Dot, layOut, type Tick } from './axis.ts';
import type { RenewRow } from './rows.ts';

interface Props {
  readonly rows: readonly RenewRow[];
  readonly asOf: AsOf;
  /** The key of the row that the author is at. */
  readonly current: string | null;
  readonly onChoose: (row: RenewRow) => void;
}

/** Width until the first measurement. CSS pixels. */
const usual = 360;

/** The width of an element, kept up to date. CSS pixels. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const wide = Math.floor(entry?.contentRect.width ?? 0);
      if (wide > 0) setWidth(wide);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

/** The mentions as dots over the years that they belong to. One tab stop; the arrow keys move between the dots. */
export function Timeline({ rows, asOf, current, onChoose }: Props) {
  const { element, width } = useWidth();
  // The tab stop is the dot that had the focus last, wherever the author is in the list.
  const [stop, setStop] = useState<string | null>(null);
  const writtenFor = asOf.writtenFor?.day;
  const axis = layOut(
    rows,
    { judgedOn: asOf.date, ...(writtenFor === undefined ? {} : { writtenFor }) },
    width,
  );
  if (axis.dots.length === 0) return null;
  const hasStop = axis.dots.some(({ row }) => row.key === stop);
  return (
    <div ref={element} class="timeline">
      <svg
        viewBox={`0 0 ${axis.width} ${axis.height}`}
        width={axis.width}
        height={axis.height}
        role="toolbar"
        aria-label={inWords(axis)}
        onKeyDown={(event) => moveAmongDots(event, axis.dots.length)}
      >
        <title>{say('时间轴', 'Timeline')}</title>
        <Scale axis={axis} />
        {axis.dots.map((dot, at) => (
          <DotMark
            key={dot.row.key}
            dot={dot}
            size={axis.pitch}
            isCurrent={dot.row.key === current}
            isStop={hasStop ? dot.row.key === stop : at === 0}
            onFocus={() => setStop(dot.row.key)}
            onChoose={onChoose}
          />
        ))}
      </svg>
      <p class="legend soft small" aria-hidden="true">
        {(['change', 'check', 'keep'] as const).map((verdict) => (
          <span key={verdict}>
            {/* biome-ignore lint/a11y/noSvgWithoutTitle: the words beside it say what it is. */}
            <svg width="12" height="12" viewBox="-6 -6 12 12">
              <Shape verdict={verdict} size={10} />
            </svg>
            {verdictName(verdict)}
          </span>
        ))}
        {axis.undated > 0 && (
          <span>{say(`另有 ${axis.undated} 处没有年份`, `${axis.undated} more without a year`)}</span>
        )}
      </p>
    </div>
  );
}

function tickName({ year, stands }: Tick): string {
  if (stands === 'for-earlier') return say(`${year}年及以前`, `${year} and before`);
  if (stands === 'for-later') return say(`${year}年及以后`, `${year} and later`);
  return say(`${year}年`, `${year}`);
}

/** The timeline in words, for a screen reader. */
function inWords({ ticks, undated }: Axis): string {
  const parts = ticks
    .filter(({ count }) => count > 0)
    .map((tick) => say(`${tickName(tick)}${tick.count}处`, `${tickName(tick)}: ${tick.count}`));
  if (undated > 0) parts.push(say(`没有年份的${undated}处`, `without a year: ${undated}`));
  return say(`时间轴：${parts.join('，')}。`, `Timeline: ${parts.join(', ')}.`);
}

/** Narrower years show two digits only. CSS pixels. */
const roomForYear = 34;
/** The same for a year with a sign before it. CSS pixels. */
const roomForSign = 46;

function Scale({ axis }: { axis: Axis }) {
  const base = axis.height - 20;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in SVG takes no focus.
    <g aria-hidden="true">
      <line class="axis" x1={0} x2={axis.width} y1={base} y2={base} />
      {axis.ticks.map((tick) => {
        const { year, from, to, stands } = tick;
        const room = stands === 'for-itself' ? roomForYear : roomForSign;
        const digits = to - from < room ? `’${String(year).slice(2)}` : String(year);
        const more = { 'for-itself': digits, 'for-earlier': `≤${digits}`, 'for-later': `≥${digits}` }[stands];
        return (
          <g key={year}>
            <line class="axis" x1={from} x2={from} y1={base} y2={base + 4} />
            <text class="year" x={(from + to) / 2} y={base + 14} text-anchor="middle">
              {more}
            </text>
          </g>
        );
      })}
      {axis.lines.map((line) => (
        <DayMark key={line.name} line={line} axis={axis} />
      ))}
    </g>
  );
}

function DayMark({ line: { name, x }, axis }: { line: DayLine; axis: Axis }) {
  const isRight = x > axis.width / 2;
  return (
    <g class={name}>
      <line x1={x} x2={x} y1={4} y2={axis.height - 20} />
      {/* The two names have a line each, since both days may be the same. */}
      <text
        x={isRight ? x - 4 : x + 4}
        y={name === 'judged-on' ? 12 : 26}
        text-anchor={isRight ? 'end' : 'start'}
      >
        {name === 'written-for' ? say('原稿', 'written') : say('核对日', 'judged on')}
      </text>
    </g>
  );
}

function Shape({ verdict, size }: { verdict: RenewRow['verdict']; size: number }) {
  const r = size * 0.4;
  if (verdict === 'change') return <rect class="change" x={-r} y={-r} width={2 * r} height={2 * r} />;
  if (verdict === 'check')
    return <path class="check" d={`M0 ${-1.15 * r}L${1.15 * r} ${0.85 * r}H${-1.15 * r}Z`} />;
  return <circle class="keep" r={r - 0.5} />;
}

interface DotProps {
  readonly dot: Dot;
  readonly size: number;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onChoose: (row: RenewRow) => void;
}

function DotMark({ dot, size, isCurrent, isStop, onFocus, onChoose }: DotProps) {
  const { row } = dot;
  const verdict = row.mention.kept ? 'keep' : row.verdict;
  const name = `“${shortened(row.words, 20)}”，${verdictName(verdict)}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG.
    <g
      class={isCurrent ? 'dot current' : 'dot'}
      transform={`translate(${dot.x} ${dot.y})`}
      role="button"
      // In SVG, attributes keep their case.
      tabindex={isStop ? 0 : -1}
      aria-label={name}
      onFocus={onFocus}
      onClick={() => onChoose(row)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(row);
      }}
    >
      <title>{name}</title>
      <rect class="room" x={-size / 2} y={-size / 2} width={size} height={size} />
      <Shape verdict={verdict} size={size} />
    </g>
  );
}

function moveAmongDots(event: KeyboardEvent, count: number): void {
  const svg = event.currentTarget;
  if (!(svg instanceof SVGElement)) return;
  const dots = [...svg.querySelectorAll<SVGElement>('.dot')];
  const at = event.target instanceof SVGElement ? dots.indexOf(event.target) : -1;
  if (at < 0) return;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: Math.min(at + 1, count - 1),
    ArrowUp: Math.min(at + 1, count - 1),
    ArrowLeft: Math.max(at - 1, 0),
    ArrowDown: Math.max(at - 1, 0),
    Home: 0,
    End: count - 1,
  };
  const to = steps[event.key];
  if (to === undefined) return;
  event.preventDefault();
  dots[to]?.focus();
}
