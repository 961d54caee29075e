/**
 * Names of features that are put together of two words, each made once: a string that is joined anew has to be hashed
 * anew wherever its weight is asked for, and that took longer than to find the feature. There are as many as kinds, roles
 * and groups allow.
 */
export class JoinedNames {
  private readonly made = new Map<string, Map<string, string>>();

  constructor(private readonly join: (first: string, second: string) => string) {}

  of(first: string, second: string): string {
    let own = this.made.get(first);
    if (own === undefined) {
      own = new Map();
      this.made.set(first, own);
    }
    let name = own.get(second);
    if (name === undefined) {
      name = this.join(first, second);
      own.set(second, name);
    }
    return name;
  }
}

/** A word, and what marks it. */
export const marked = new JoinedNames((word, mark) => word + mark);
