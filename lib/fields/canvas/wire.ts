/**
 * How the two worlds of a frame speak: by events whose type is a random name, with strings as their detail. A request
 * is dispatched on a canvas and answered on it before `dispatchEvent` returns.
 */

/** The event by which the extension's world hands the name over, before any script of the page has run. */
export const nameEvent = 'gaozhun-canvas-name';
/** The event by which the page's world asks for it. */
export const readyEvent = 'gaozhun-canvas-ready';

/** What is added to the name for each kind of event. */
export const kinds = { ask: 'q', answer: 'a', watch: 'w', drawn: 'd', seen: 's' } as const;

/** The key of the symbol under which the extension's world of a frame keeps the name. */
export const nameKey = 'gaozhun-canvas-name';

/** Between the records of an answer. */
export const recordEnd = '\u001e';
/** Between the values of a record. */
export const valueEnd = '\u001f';

/** The longest text of one run that is recorded, in UTF-16 units. */
export const longestRun = 2_000;
/** The most records of one canvas. */
export const mostRecords = 20_000;
