/** The phrases that the author keeps at hand, by their ids. */
export interface KeptPhrases {
  /** In the order in which they were starred, the latest first. */
  readonly starred: readonly string[];
  /** Inserted or copied, the latest first. */
  readonly recent: readonly string[];
}

export const noKeptPhrases: KeptPhrases = { starred: [], recent: [] };

/** How many are kept; those kept longest go first. */
export const keptLimits = { starred: 300, recent: 40 } as const;

/** Notes that a phrase was used. */
export function withUse({ starred, recent }: KeptPhrases, id: string): KeptPhrases {
  return { starred, recent: [id, ...recent.filter((other) => other !== id)].slice(0, keptLimits.recent) };
}

/** Stars a phrase, or takes its star away. */
export function withStar({ starred, recent }: KeptPhrases, id: string, on: boolean): KeptPhrases {
  const others = starred.filter((other) => other !== id);
  return { starred: on ? [id, ...others].slice(0, keptLimits.starred) : others, recent };
}
