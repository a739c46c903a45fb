import type { Article } from "./article.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { sameOutlet } from "./relay.ts";
import { containments, neighbours, type Terms } from "./terms.ts";
import { type Runs, runsOf, shareOf } from "./word-runs.ts";

/** Two texts are copies where one holds this share of the other's runs of five words; looked for among so many. */
const copied = { share: 0.4, run: 5, words: 0.5, candidates: 8 };

/**
 * Groups articles that speak with one voice: copies of one text, a summary and its source, and what relays the same
 * outlet's report of one story. `stories` and `sources` (index of the article summed up, or -1) are by article.
 * Returns, by article, the index of the first article that speaks with its voice.
 */
export function voices(
  articles: readonly Article[],
  terms: Terms,
  stories: readonly number[],
  sources: readonly number[],
): number[] {
  const sets = new DisjointSets(articles.length);
  sources.forEach((source, i) => {
    if (source >= 0) sets.join(i, source);
  });
  const heard = new Map<string, number>();
  const runs = runsOf(articles, copied.run);
  articles.forEach((article, i) => {
    const outlet = article.provenance.kind === "original" ? article.publisher : article.provenance.of;
    if (outlet && article.provenance.kind !== "summary") {
      const report = `${stories[i]} ${sameOutlet(outlet)}`;
      const relays = article.provenance.kind === "relay";
      const earlier = heard.get(report);
      // Two articles that an outlet wrote itself are two reports: a relay may repeat either.
      if (earlier !== undefined && (relays || articles[earlier]!.provenance.kind === "relay"))
        sets.join(i, earlier);
      else heard.set(report, i);
    }
    for (const other of copiesOf(runs, terms, i)) sets.join(i, other);
  });
  return articles.map((_, i) => sets.nameOf(i));
}

function copiesOf(runs: Runs, terms: Terms, article: number): number[] {
  const near = neighbours(terms, article, copied.candidates);
  const shares = containments(terms, article, near);
  return near.filter(
    (other, i) => shares[i]! >= copied.words && shareOf(runs(article), runs(other)) >= copied.share,
  );
}
