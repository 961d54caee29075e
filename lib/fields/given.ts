/**
 * A property of a node as the browser gives it. A form has the names of its inputs in front of its own properties, also
 * towards an extension's scripts (HTML standard, `LegacyOverrideBuiltIns`): with an input named `parentElement` a walk
 * upwards would never end. To be used where a node may be any ancestor of a field.
 */
export function given<T extends Node, K extends keyof T>(node: T, name: K): T[K] {
  return Reflect.get(Object.getPrototypeOf(node), name, node);
}
