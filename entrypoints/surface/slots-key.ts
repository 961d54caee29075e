/** The key of the function on a frame's global object that goes to the slots of a phrase; see `phrase-slots`. */
export const slotsKey = 'gaozhun-fill-slots';
