import type { APIComponentInContainer } from "discord.js";
import type { Article } from "../corpus/article.ts";
import { badges, nameOf } from "../corpus/citation.ts";
import { reportsIn, type StoryTree } from "../corpus/story-tree.ts";
import type { Source } from "../desk.ts";
import { provenance } from "./citation-view.ts";
import { dateWords } from "./date-words.ts";
import { webAddress } from "./link.ts";
import { blockLimit, page } from "./pages.ts";
import { inline, pieces, plain, quoted } from "./quote.ts";
import { colours, note, type Reply, section, separator, text } from "./reply.ts";
import { storyBlocks } from "./story-view.ts";
import type { Strings } from "./strings.ts";

/** What the list of sources shows. */
export interface SourcesList {
  readonly sources: readonly Source[];
  /** The stories among them that several articles tell. */
  readonly trees: readonly StoryTree[];
  /** The publisher whose articles alone are listed. */
  readonly publisher?: string | undefined;
}

/** Every article of the corpus, newest first, those of one story as its tree; each with a button to see what is known of it. */
export function sourcesView(
  { sources, trees, publisher }: SourcesList,
  wanted: number,
  strings: Strings,
): Reply {
  if (sources.length === 0) return note(strings.noSources, colours.refusal);
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  const inTree = new Set(trees.flatMap((tree) => articlesIn(tree).map(({ id }) => id)));
  const entries = [
    ...trees.map((tree) => ({ date: latest(articlesIn(tree)), blocks: treeBlocks(tree, strings) })),
    ...sources
      .filter(({ article }) => !inTree.has(article.id))
      .map(({ article }) => ({ date: latest([article]), blocks: [listed(article, strings)] })),
  ].sort((a, b) => b.date.localeCompare(a.date));
  const lines = sources.map(({ article }) => titleLines(article, strings));
  return page(
    {
      colour: colours.sources,
      heading: `### ${strings.sources(sources.length, passages)}`,
      blocks: entries.flatMap(({ blocks }) => blocks),
      footer: [],
      buttons: [],
      turn: (to) => turnId(to, publisher),
      whole: {
        name: "sources.md",
        data: lines.map((each) => each.join("\n\n")).join("\n\n"),
        type: "text/markdown",
      },
    },
    wanted,
    strings,
  );
}

/** Discord takes a custom id of a hundred characters: as much of the publisher's name goes with it as tells it apart. */
function turnId(page: number, publisher: string | undefined): string {
  return publisher === undefined ? `sources:${page}` : `sources:${page}:${publisher.slice(0, publisherInId)}`;
}

export const publisherInId = 80;

function treeBlocks(tree: StoryTree, strings: Strings): APIComponentInContainer[] {
  const head = `**${strings.story.count(tree.articles, tree.voices)}**`;
  return [
    section(head, { id: `tree:0:${tree.id}`, label: strings.button.tree }),
    ...storyBlocks(tree, strings),
  ];
}

function listed(article: Article, strings: Strings): APIComponentInContainer {
  return section(titleLines(article, strings).join("\n"), {
    id: `source:${article.id}`,
    label: strings.button.open,
  });
}

function articlesIn({ roots }: StoryTree): Article[] {
  return [...reportsIn(roots)].flatMap(({ report }) => report.article ?? []);
}

function latest(articles: readonly Article[]): string {
  return articles.map(({ published }) => published?.date ?? "").reduce((a, b) => (a > b ? a : b), "");
}

/** One article: what it is, its story's tree where others tell it too, how that is known, in the words that prove it, and how it begins. */
export function sourceView(
  source: Source,
  tree: StoryTree | undefined,
  wanted: number,
  strings: Strings,
): Reply {
  const { article, passages } = source;
  const proofs = [
    ...article.provenance.evidence.map(({ quote }) => quote),
    ...(article.published?.evidence ? [article.published.evidence] : []),
  ];
  const evidence = proofs.flatMap((proof) => pieces(proof, blockLimit, quoted));
  const address = webAddress(article.url);
  const facts = [article.language, strings.passages(passages), article.id];
  const beginning = pieces(article.text.slice(0, shownOfText), blockLimit, plain);
  return page(
    {
      colour: colours.sources,
      heading: "",
      blocks: [
        text(titleLines(article, strings).join("\n")),
        text(
          `-# ${facts.map(inline).join(" · ")}${address ? ` · [${strings.button.article}](${address})` : ""}`,
        ),
        separator(),
        ...(evidence.length > 0 ? [text(`**${strings.evidence}**`), ...evidence.map(text)] : []),
        ...(article.quoteLimit === undefined ? [] : [text(licence(article.quoteLimit, strings))]),
        ...(beginning.length > 0 ? [text(`**${strings.beginning}**`), ...beginning.map(text)] : []),
      ],
      footer: [],
      buttons: tree ? [{ id: `tree:0:${tree.id}`, label: strings.button.tree }] : [],
      turn: (to) => `article:${to}:${article.id}`,
      whole: { name: "article.txt", data: article.text, type: "text/plain" },
    },
    wanted,
    strings,
  );
}

function licence(limit: number, strings: Strings): string {
  return `-# ${limit === 0 ? strings.linkOnly : strings.quoteAlone}`;
}

/** Characters of an article's text that show how it begins. */
const shownOfText = 700;

function titleLines(article: Article, strings: Strings): string[] {
  const { publisher } = article;
  const facts = [
    publisher && inline(publisher),
    article.published && inline(dateWords(article.published.date, strings)),
    provenance({ provenance: article.provenance.kind, badges: badges(article) }, strings),
  ];
  return [
    pieces(nameOf(article), blockLimit / 2, (piece) => `**${inline(piece)}**`)[0]!,
    `-# ${facts.filter(Boolean).join(" · ")}`,
  ];
}
