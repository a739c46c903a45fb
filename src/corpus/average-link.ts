/**
 * Average-link agglomerative clustering by nearest-neighbour chains (Murtagh 1983), over likenesses of which most are
 * none at all. Merges while two clusters are, averaged over their pairs, at least `least` alike.
 * @param likeness by item, its likeness to others, symmetric; used up by the run
 * @returns by item, the number of its cluster, from 0 in order of first items
 */
export function averageLink(likeness: Map<number, number>[], least: number): number[] {
  // Of each cluster, named by one of its items: the sum of its items' likenesses to another cluster's, and its size.
  const sums = likeness;
  const size = sums.map(() => 1);
  const into = sums.map((_, i) => i);

  /** The cluster most like `one`; among equals the preferred one, so that chains end. */
  const nearest = (one: number, preferred: number | undefined): number | undefined => {
    let best: number | undefined;
    let most = least;
    for (const [other, sum] of sums[one]!) {
      const average = sum / (size[one]! * size[other]!);
      if (average > most || (average === most && (best === undefined || other === preferred))) {
        [best, most] = [other, average];
      }
    }
    return best;
  };

  const merge = (from: number, to: number): void => {
    for (const [other, sum] of sums[from]!) {
      sums[other]!.delete(from);
      if (other === to) continue;
      const total = sum + (sums[to]!.get(other) ?? 0);
      sums[to]!.set(other, total);
      sums[other]!.set(to, total);
    }
    sums[from]!.clear();
    size[to]! += size[from]!;
    into[from] = to;
  };

  for (let first = 0; first < sums.length; first++) {
    const chain = into[first] === first ? [first] : [];
    while (chain.length > 0) {
      const tip = chain.at(-1)!;
      const before = chain.at(-2);
      const next = nearest(tip, before);
      if (next === undefined) chain.pop();
      else if (next !== before) chain.push(next);
      else {
        chain.length -= 2;
        merge(tip, next);
        if (chain.length === 0) chain.push(next);
      }
    }
  }

  const numbers = new Map<number, number>();
  return into.map((_, item) => {
    let root = item;
    while (into[root] !== root) root = into[root]!;
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}
