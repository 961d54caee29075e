/** A pattern of the number of a term: 十九, 二十, 十四. */
export const term = '二?十[一二三四五六七八九]?';

/** A pattern of the number of a session within a term: 三 in 二十届三中全会, in 十四届三次会议. */
export const session = '[一二三四五六七八九]';
