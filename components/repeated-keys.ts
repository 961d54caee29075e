/**
 * Keys for items that are known by names which may repeat: each name with how often it stood before. The key of an item
 * stays the same while items with other names come and go.
 */
export function repeatedKeys(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return `${name}:${times}`;
  });
}
