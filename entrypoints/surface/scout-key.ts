/**
 * The key of the global symbol under which a frame's scout is registered; surfaces look it up to see whether
 * it runs.
 */
export const scoutKey = 'gaozhun-scout';
