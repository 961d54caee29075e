import type { Field } from '../../lib/fields/types.ts';
import type { CreatePainter } from '../../lib/marks/types.ts';
import type { Frame } from './frame.ts';
import type { Session } from './session.ts';
import type { SessionOptions } from './session-options.ts';

/** What the script that reads canvases uses of the content script of its frame. */
export interface CanvasHost {
  readonly frame: Frame;
  /** What the frame's sessions are given; its signal ends the content script. */
  readonly options: SessionOptions;
  /** Starts checking a field, until the signal. */
  start(
    frame: Frame,
    options: SessionOptions,
    field: Field,
    place: string,
    signal: AbortSignal,
    paint: CreatePainter,
  ): Session;
}

/** The global of the extension's scripts in a frame. Each of the two scripts may come first. */
interface World {
  gaozhunHost?: CanvasHost;
  gaozhunCanvas?: (host: CanvasHost) => void;
}

/** Offers the content script to the other one, which may be there already or comes later. */
export function offerCanvasHost(host: CanvasHost): void {
  const world = globalThis as World;
  world.gaozhunHost = host;
  world.gaozhunCanvas?.(host);
}

/** Takes the content script of this frame, now or once it begins, and each that replaces it. */
export function takeCanvasHost(take: (host: CanvasHost) => void): void {
  const world = globalThis as World;
  world.gaozhunCanvas = take;
  if (world.gaozhunHost !== undefined && !world.gaozhunHost.options.signal.aborted) take(world.gaozhunHost);
}
