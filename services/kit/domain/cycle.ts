/** Of names of which each waits for at most one other: the first who wait for one another, each before whom it waits for. */
export function firstCycle(waitsFor: ReadonlyMap<string, string>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const first of waitsFor.keys()) {
    const chain = new Map<string, number>();
    for (let name: string | undefined = first; name !== undefined && !done.has(name); name = waitsFor.get(name)) {
      const begun = chain.get(name);
      if (begun !== undefined) return [...chain.keys()].slice(begun);
      chain.set(name, chain.size);
    }
    for (const name of chain.keys()) done.add(name);
  }
  return undefined;
}
