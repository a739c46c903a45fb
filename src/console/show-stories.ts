import type { Article } from "../corpus/article.ts";
import { nameOf } from "../corpus/citation.ts";
import {
  countOf,
  nameOfStory,
  otherBadges,
  type Report,
  type StoryTree,
  type Tie,
} from "../corpus/story-tree.ts";
import { formatEdtf } from "../dates/edtf-format.ts";
import type { Terminal } from "./terminal.ts";

const ties: Readonly<Record<Tie, string>> = {
  relay: "relays it",
  summary: "sums it up",
  copy: "copies it",
  excerpt: "excerpts it",
};
/** Characters of what shows a tie: enough to recognise it by. */
const shownWords = 160;

/** Draws a story as a tree: under each report what repeats it, with the words that show it. `marked` stands out. */
export function showStory(tree: StoryTree, to: Terminal, marked?: string): void {
  to.print(to.style("bold", to.wrap(`${nameOfStory(tree)} (${countOf(tree)})`)));
  showReports(tree.roots, "", marked, to);
}

function showReports(
  reports: readonly Report[],
  indent: string,
  marked: string | undefined,
  to: Terminal,
): void {
  for (const [i, report] of reports.entries()) {
    const last = i === reports.length - 1;
    const under = `${indent}${last ? "   " : "│  "}`;
    const beside = `${under}${report.made.length > 0 ? "│  " : "   "}`;
    const head = report.article?.id ?? `${report.outlet}: its own report is not in the corpus`;
    const style = report.article?.id === marked ? "green" : "cyan";
    to.print(`${indent}${last ? "└─" : "├─"} ${to.style(style, to.wrap(head))}`);
    if (report.article) {
      to.print(to.wrap(describe(report, report.article), beside));
      for (const words of report.words) to.print(to.style("dim", to.wrap(`“${cut(words)}”`, beside)));
    }
    showReports(report.made, under, marked, to);
  }
}

function describe(report: Report, article: Article): string {
  const { publisher, published, provenance } = article;
  return [
    nameOf(article),
    publisher ?? "publisher unknown",
    published ? `${formatEdtf(published.date)}, ${published.basis}` : "",
    report.tie ? ties[report.tie] : provenance.kind,
    ...otherBadges(report),
  ]
    .filter(Boolean)
    .join(" · ");
}

function cut(words: string): string {
  if (words.length <= shownWords) return words;
  return `${words.slice(0, shownWords).replace(/\s+\S*$/u, "")} …`;
}

/** A story as the command-line contract prints it. */
export function listedStory(tree: StoryTree) {
  return {
    id: tree.id,
    title: nameOfStory(tree),
    sources: tree.articles,
    voices: tree.voices,
    roots: tree.roots.map(listedReport),
  };
}

interface ListedReport {
  readonly articleId: string | null;
  readonly outlet: string | null;
  readonly tie: Tie | null;
  readonly words: readonly string[];
  readonly made: readonly ListedReport[];
}

function listedReport({ article, outlet, tie, words, made }: Report): ListedReport {
  return { articleId: article?.id ?? null, outlet, tie, words, made: made.map(listedReport) };
}
