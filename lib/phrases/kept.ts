/** The phrases that the author keeps at hand, by their ids. */
export interface KeptPhrases {
  /** The latest starred first. */
  readonly starred: readonly string[];
  /** The latest inserted or copied first. */
  readonly recent: readonly string[];
}

export const noKeptPhrases: KeptPhrases = { starred: [], recent: [] };

/** How many are kept; the oldest are dropped. */
export const keptLimits = { starred: 300, recent: 40 } as const;

/** Records that a phrase was used. */
export function withUse({ starred, recent }: KeptPhrases, id: string): KeptPhrases {
  return { starred, recent: [id, ...recent.filter((other) => other !== id)].slice(0, keptLimits.recent) };
}

/** Stars a phrase, or takes its star away. */
export function withStar({ starred, recent }: KeptPhrases, id: string, on: boolean): KeptPhrases {
  const others = starred.filter((other) => other !== id);
  return { starred: on ? [id, ...others].slice(0, keptLimits.starred) : others, recent };
}
