/** The first item that stands earlier in a list already, or undefined. */
export function firstRepeated<A>(items: readonly A[]): A | undefined {
  const seen = new Set<A>();
  return items.find((item) => seen.size === seen.add(item).size);
}
