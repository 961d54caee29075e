/**
 * The lifetime of what runs once in a frame: it ends when the same is started again there, and the page cannot end it. Takes
 * the name that it goes by among the extension's scripts of the frame.
 */
export function ownLife(name: string): AbortController {
  const key = Symbol.for(name);
  // The global object of this extension's scripts; the page has another.
  const world = globalThis as typeof globalThis & { [key: symbol]: AbortController | undefined };
  world[key]?.abort();
  const life = new AbortController();
  world[key] = life;
  return life;
}
