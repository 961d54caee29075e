import type { Recorder } from './recorder.ts';

type Method = (this: object, ...args: readonly unknown[]) => unknown;
type After = (self: object, args: readonly unknown[], result: unknown) => void;

/** Setters and methods of a context that change where and how wide text is drawn. */
const settings = [
  'font',
  'textAlign',
  'textBaseline',
  'direction',
  'letterSpacing',
  'wordSpacing',
  'fontKerning',
  'scale',
  'rotate',
  'translate',
  'transform',
  'setTransform',
  'resetTransform',
] as const;

/**
 * Wraps the drawing methods of a page's window, so that a recorder hears of each call after it. What is wrapped has the
 * name, the length, the errors and the source text (`[native code]`) that it had.
 */
export function wrapDrawing(view: typeof globalThis, recorder: Recorder): void {
  const natives = new WeakMap<object, Method>();
  const { apply } = Reflect;
  /** Stands for a function, and calls `after` once it has returned. */
  const standIn = (native: Method, after: After): Method => {
    const proxy = new Proxy(native, {
      apply(target, self: object, args: readonly unknown[]) {
        const result: unknown = apply(target, self, args);
        try {
          after(self, args, result);
        } catch {
          // A page must not notice that something was not recorded.
        }
        return result;
      },
    });
    natives.set(proxy, native);
    return proxy;
  };
  const wrap = (owner: { readonly prototype: object } | undefined, name: string, after: After) => {
    const found = owner && Object.getOwnPropertyDescriptor(owner.prototype, name);
    if (found === undefined) return;
    if (typeof found.value === 'function') found.value = standIn(found.value as Method, after);
    else if (found.set !== undefined)
      found.set = standIn(found.set as Method, after) as (value: unknown) => void;
    Object.defineProperty(owner?.prototype, name, found);
  };

  type Context = CanvasRenderingContext2D;
  for (const owner of [view.CanvasRenderingContext2D, view.OffscreenCanvasRenderingContext2D]) {
    const on = (name: string, after: (context: Context, args: readonly unknown[]) => void) =>
      wrap(owner, name, (self, args) => after(self as Context, args));
    on('fillText', (context, args) => recorder.wrote(context, args));
    on('strokeText', (context, args) => recorder.wrote(context, args));
    on('fillRect', (context, args) => recorder.filled(context, args, false));
    on('clearRect', (context, args) => recorder.filled(context, args, true));
    on('drawImage', (context, args) => recorder.drew(context, args));
    on('save', (context) => recorder.saved(context));
    on('restore', (context) => recorder.restored(context));
    on('beginPath', (context) => recorder.pathBegun(context));
    on('rect', (context, args) => recorder.boxAdded(context, args));
    on('roundRect', (context, args) => recorder.boxAdded(context, args));
    on('clip', (context, [path]) => {
      if (typeof path !== 'object') recorder.clipped(context);
    });
    on('fill', (context, [path]) => {
      if (typeof path !== 'object') recorder.pathFilled(context);
    });
    on('reset', ({ canvas }) => recorder.emptied(canvas));
    for (const name of settings) on(name, () => recorder.set());
  }
  for (const owner of [view.HTMLCanvasElement, view.OffscreenCanvas]) {
    for (const name of ['width', 'height']) wrap(owner, name, (surface) => recorder.emptied(surface));
  }
  wrap(view.OffscreenCanvas, 'transferToImageBitmap', (surface, _, bitmap) =>
    recorder.moved(surface, bitmap as object),
  );
  hideWrapping(view, natives, standInFor);

  /** `Function.prototype.toString` tells of each stand-in what it tells of the function behind it. */
  function standInFor(native: Method): Method {
    const proxy = new Proxy(native, {
      apply: (target, self: object, args: readonly unknown[]) =>
        apply(target, natives.get(self) ?? self, args),
    });
    natives.set(proxy, native);
    return proxy;
  }
}

function hideWrapping(
  view: typeof globalThis,
  natives: WeakMap<object, Method>,
  standInFor: (native: Method) => Method,
): void {
  const { prototype } = view.Function;
  const found = Object.getOwnPropertyDescriptor(prototype, 'toString');
  if (found === undefined || natives.has(prototype.toString)) return;
  found.value = standInFor(found.value as Method);
  Object.defineProperty(prototype, 'toString', found);
}
