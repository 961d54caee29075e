/** Key in session storage of the frame of a tab whose field was used last. */
export const lastFrameKey = (tabId: number) => `frame:${tabId}`;
/** Key in session storage of the numbers of findings in the frames of a tab. */
export const countsKey = (tabId: number) => `counts:${tabId}`;
/** Key in session storage that is set while nothing is marked in a tab. */
export const hiddenKey = (tabId: number) => `hidden:${tabId}`;
