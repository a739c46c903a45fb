import { formatEdtf } from "../dates/edtf-format.ts";
import { type Cluster, clustered } from "./cluster.ts";
import { source } from "./conflicts.ts";
import { type Draft, draft } from "./draft.ts";
import { addTo, cosine } from "./lexicon.ts";
import { voiceOf } from "./sentence.ts";
import type { Telling } from "./telling.ts";

const day = 86_400_000;
/** Dates no farther apart than this, in days, may be two accounts of one event; months or years, if they are neighbours. */
const near = 3;
/** How alike two accounts must be to be of one event although their dates differ; a name has two keys. */
const sameAccount = { words: 0.6, nameKeys: 4 };

/** Every event that the tellings make, apart, in no order; accounts that disagree on the date are one, and say so. */
export function eachEvent(tellings: readonly Telling[], k: number): Draft[] {
  return foldedByDate(clustered(tellings)).map(({ cluster, conflicts }) => {
    const made = draft(cluster.tellings, cluster.centroid, k);
    return {
      ...made,
      conflicts: [...conflicts.map(({ words }) => words), ...made.conflicts],
      besides: [...conflicts.map(({ telling }) => telling.sentence), ...made.besides],
    };
  });
}

interface Folded {
  readonly cluster: Cluster;
  readonly conflicts: { words: string; telling: Telling }[];
}

/** Joins accounts of one event that date it differently: the date that more voices give stands, the other is shown. */
function foldedByDate(clusters: readonly Cluster[]): Folded[] {
  const folded: Folded[] = [];
  for (const cluster of clusters.toSorted((a, b) => voicesIn(b).size - voicesIn(a).size)) {
    const other = folded.find((known) => datedApart(known.cluster, cluster));
    if (!other) {
      folded.push({ cluster, conflicts: [] });
      continue;
    }
    const [ours, theirs] = [other.cluster.tellings[0]!, cluster.tellings[0]!];
    other.conflicts.push({
      words: `${source(ours)} dates it ${formatEdtf(ours.dating.date)}, ${source(theirs)} ${formatEdtf(theirs.dating.date)}.`,
      telling: theirs,
    });
    other.cluster.tellings.push(...cluster.tellings);
    addTo(other.cluster.centroid, cluster.centroid);
  }
  return folded;
}

function datedApart(a: Cluster, b: Cluster): boolean {
  const [x, y] = [a.tellings[0]!.dating, b.tellings[0]!.dating];
  const breadths = [x, y].map(
    ({ earliest, latest }) => (Date.parse(latest) - Date.parse(earliest)) / day + 1,
  );
  if (Math.abs(breadths[0]! - breadths[1]!) > 3) return false;
  const gap =
    (Math.max(Date.parse(x.earliest), Date.parse(y.earliest)) -
      Math.min(Date.parse(x.latest), Date.parse(y.latest))) /
    day;
  if (gap <= 0 || gap > (breadths[0] === 1 ? near : 1)) return false;
  if (!voicesIn(a).isDisjointFrom(voicesIn(b))) return false;
  return (
    cosine(a.centroid, b.centroid) >= sameAccount.words &&
    a.names.intersection(b.names).size >= sameAccount.nameKeys
  );
}

function voicesIn({ tellings }: Cluster): Set<string> {
  return new Set(tellings.map(({ sentence }) => voiceOf(sentence.article)));
}
