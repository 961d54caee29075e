/**
 * Feature names joined of two words. Each is joined once, since a new string must be hashed anew at every lookup of
 * its weight, which took longer than finding the feature. Their number is bounded by the kinds, roles and groups.
 */
export class JoinedNames {
  private readonly cache = new Map<string, Map<string, string>>();

  constructor(private readonly join: (first: string, second: string) => string) {}

  of(first: string, second: string): string {
    let bySecond = this.cache.get(first);
    if (bySecond === undefined) {
      bySecond = new Map();
      this.cache.set(first, bySecond);
    }
    let name = bySecond.get(second);
    if (name === undefined) {
      name = this.join(first, second);
      bySecond.set(second, name);
    }
    return name;
  }
}

/** A word with its mark. */
export const marked = new JoinedNames((word, mark) => word + mark);
