/** Under the symbol of this name the scout of a frame stands in its world; a surface asks there whether it runs. */
export const scoutKey = 'gaozhun-scout';
