import type { Article } from "../corpus/article.ts";
import { nameOf } from "../corpus/citation.ts";

/** An article that is cited, and others that repeat it: one report, however often it is printed. */
export interface Repeated {
  readonly article: Article;
  readonly copies?: readonly Article[] | undefined;
}

/** So many copies are named; a reader who wants them all finds them in the story's tree. */
const mostNamed = 3;

/** What a reader must know of cited articles that are one voice: who repeats one, and which sums up another. */
export function oneVoice(cited: readonly Repeated[]): string[] {
  const articles = new Map(cited.map(({ article }) => [article.id, article]));
  return [...articles.values()].flatMap((article) => {
    const notes: string[] = [];
    const { kind, of } = article.provenance;
    const source = kind === "summary" && of ? articles.get(of) : undefined;
    if (source) notes.push(`“${nameOf(article)}” sums up “${nameOf(source)}”: the two are one voice.`);
    const all = cited.flatMap((each) => (each.article.id === article.id ? (each.copies ?? []) : []));
    const copies = [...new Map(all.map((copy) => [copy.id, copy])).values()].filter(
      ({ id }) => !articles.has(id),
    );
    if (copies.length > 0) notes.push(repeats(copies, article));
    return notes;
  });
}

function repeats(copies: readonly Article[], article: Article): string {
  const names = copies.slice(0, mostNamed).map(named);
  if (copies.length > mostNamed) names.push(`${copies.length - mostNamed} more`);
  const last = names.pop();
  const who = names.length > 0 ? `${names.join(", ")} and ${last}` : last;
  const count = copies.length === 1 ? "the two" : `all ${copies.length + 1}`;
  return `${who} ${copies.length === 1 ? "repeats" : "repeat"} ${named(article)}: ${count} are one voice.`;
}

function named(article: Article): string {
  const { publisher } = article;
  return `“${nameOf(article)}”${publisher ? ` (${publisher})` : ""}`;
}
