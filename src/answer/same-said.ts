import { byStanding, directness, reportOf } from "../corpus/originality.ts";
import type { Sentence } from "./sentence.ts";

/** From this overlap of words on (Jaccard), two sentences say the same. */
const same = 0.5;
/** A summary repeats its source's sentence where they share this many words, and this share of the shorter one. */
const summed = { words: 4, share: 0.6 };

/**
 * Sentences that say the same, together, with whoever else says it, once for each article; the first of each
 * group is the one to show: a source before its summary.
 */
export function grouped(chosen: readonly Sentence[], all: readonly Sentence[]): Sentence[][] {
  const groups: Sentence[][] = [];
  for (const sentence of chosen) {
    if (!groups.some((group) => repeats(group[0]!, sentence))) groups.push([sentence]);
  }
  for (const sentence of all) {
    const group = groups.find(([first]) => repeats(first!, sentence));
    const heard = group?.some(({ hit }) => hit.article.id === sentence.hit.article.id);
    if (group && !heard && sentence.stems.size > 1) group.push(sentence);
  }
  return groups.map((group) => group.sort((x, y) => directness(x.hit.article) - directness(y.hit.article)));
}

/** Whether two sentences say the same: by their words, or, of a summary and its source, by those of the shorter one. */
function repeats(a: Sentence, b: Sentence): boolean {
  const shared = a.stems.intersection(b.stems).size;
  const [shorter, longer] = [a.stems.size, b.stems.size].sort((x, y) => x - y) as [number, number];
  if (shared / (shorter + longer - shared) >= same) return true;
  return sums(a, b) && shared >= summed.words && shared / shorter >= summed.share;
}

const sums = ({ hit: { article: a } }: Sentence, { hit: { article: b } }: Sentence): boolean =>
  (a.provenance.kind === "summary" && a.provenance.of === b.id) ||
  (b.provenance.kind === "summary" && b.provenance.of === a.id);

/** Sentences by whose report they are of: of each the one to cite first. */
export function onceEachReport(said: readonly Sentence[]): [Sentence, ...Sentence[]][] {
  return [...Map.groupBy(said, ({ hit }) => reportOf(hit.article)).values()].map(
    (prints) => prints.sort((x, y) => byStanding(x.hit.article, y.hit.article)) as [Sentence, ...Sentence[]],
  );
}
