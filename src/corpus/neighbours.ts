import { levelOf, type Terms } from "./terms.ts";

/** How many of a document's rarest terms look for others, and up to which level of frequency a term counts as rare. */
const rarest = 40;
const rareUpTo = levelOf(511);
/** How many neighbours are found; whoever wants fewer takes the first of them. */
export const mostNeighbours = 60;

/** Documents that share rare terms with another, those that share most weight first. */
export interface Neighbourhood {
  readonly near: Uint32Array;
  /** The least weight that one of as many as are kept shares; 0 where there are fewer, and any joins them. */
  readonly least: number;
}

export const isRare = (frequency: number): boolean => frequency > 1 && levelOf(frequency) <= rareUpTo;

/** Finds documents that share rare terms with others. */
export class NeighbourFinder {
  readonly #terms: Terms;
  /** Weight shared with the document in hand, by document; zero between calls. */
  readonly #weights: Float64Array;

  constructor(terms: Terms) {
    this.#terms = terms;
    this.#weights = new Float64Array(terms.docs.length);
  }

  of(doc: number): Neighbourhood {
    const { docs, idf, frequency, postings } = this.#terms;
    const weights = this.#weights;
    const rare = [...docs[doc]!.ids]
      .filter((id) => isRare(frequency[id]!))
      .sort((a, b) => idf[b]! - idf[a]!)
      .slice(0, rarest);
    const touched: number[] = [];
    for (const id of rare) {
      for (const other of postings(id)) {
        if (other === doc) continue;
        if (weights[other] === 0) touched.push(other);
        weights[other]! += idf[id]!;
      }
    }
    const best = heaviest(touched, weights);
    const least = best.length < mostNeighbours ? 0 : weights[best.at(-1)!]!;
    for (const other of touched) weights[other] = 0;
    return { near: Uint32Array.from(best), least };
  }

  /** The documents that share rare terms with another, and no less weight with it than they may have as neighbours. */
  *touchedBy(doc: number): Generator<readonly [other: number, weight: number]> {
    const { docs, idf, frequency, postings } = this.#terms;
    const weights = this.#weights;
    const touched: number[] = [];
    for (const id of docs[doc]!.ids) {
      if (!isRare(frequency[id]!)) continue;
      for (const other of postings(id)) {
        if (weights[other] === 0) touched.push(other);
        weights[other]! += idf[id]!;
      }
    }
    const found = touched.map((other) => [other, weights[other]!] as const);
    for (const other of touched) weights[other] = 0;
    yield* found;
  }
}

/** The documents of most weight, heaviest first, by insertion: nearly all are lighter than the least of the best. */
function heaviest(docs: readonly number[], weights: Float64Array): number[] {
  const best: number[] = [];
  for (const doc of docs) {
    const weight = weights[doc]!;
    if (best.length === mostNeighbours && weight <= weights[best.at(-1)!]!) continue;
    let at = best.length;
    while (at > 0 && weights[best[at - 1]!]! < weight) at--;
    best.splice(at, 0, doc);
    if (best.length > mostNeighbours) best.pop();
  }
  return best;
}
