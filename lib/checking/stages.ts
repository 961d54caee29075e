/** `early`: paragraphs with ambiguous words still wait for the segmenter. `decided`: nothing does. */
export const checkStages = ['early', 'decided'] as const;
export type CheckStage = (typeof checkStages)[number];
