/** `early`: paragraphs with ambiguous words still wait for the segmenter. `decided`: no paragraph waits. */
export const checkStages = ['early', 'decided'] as const;
export type CheckStage = (typeof checkStages)[number];
