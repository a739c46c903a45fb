import type { APIComponentInContainer } from "discord.js";
import { nameOf } from "../corpus/citation.ts";
import { nameOfStory, otherBadges, type Report, reportsIn, type StoryTree } from "../corpus/story-tree.ts";
import { provenance } from "./citation-view.ts";
import { dateWords } from "./date-words.ts";
import { blockLimit, page } from "./pages.ts";
import { withPicture } from "./picture.ts";
import { inline, pieces, quoted } from "./quote.ts";
import { colours, type Reply, type ReplyFile, section, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** Room for the words that show a tie, and how many of them are shown. */
const proofLimit = 300;
const mostProofs = 2;
/** No deeper step is shown: a phone has no room for it. */
const deepest = 4;

/** The family tree of one story: each report with what repeats it, by which words; the picture on the first page. */
export function storyView(tree: StoryTree, wanted: number, strings: Strings, picture?: ReplyFile): Reply {
  const heading = `### ${storyName(tree)}\n${strings.story.count(tree.articles, tree.voices)}`;
  const reply = page(
    {
      colour: colours.sources,
      heading,
      blocks: storyBlocks(tree, strings, mostProofs),
      footer: [],
      buttons: [],
      turn: (to) => `story:${to}:${tree.id}`,
      whole: { name: "story.md", data: storyMarkdown(tree, strings), type: "text/markdown" },
    },
    wanted,
    strings,
  );
  if (!picture || wanted > 0) return reply;
  const lines = [
    nameOfStory(tree),
    strings.story.count(tree.articles, tree.voices),
    ...outline(tree, strings),
  ];
  return withPicture(reply, picture, lines.join("\n"));
}

/** What a story is called, short enough for a heading. */
function storyName(tree: StoryTree): string {
  return pieces(nameOfStory(tree), 300, inline)[0] ?? "";
}

/** A block for each report of a story, in order of the tree, with a button to read what is known of it. */
export function storyBlocks(tree: StoryTree, strings: Strings, proofs = 0): APIComponentInContainer[] {
  return [...reportsIn(tree.roots)].map(({ report, depth }) => {
    const { article, words } = report;
    const step = "┆ ".repeat(Math.min(Math.max(depth - 1, 0), deepest)) + (depth > 0 ? "└ " : "");
    const [name = ""] = pieces(nameIn(report), blockLimit / 4, inline);
    const [facts = ""] = pieces(factsOf(report, strings).join(" · "), blockLimit / 4, inline);
    const kind = article
      ? provenance({ provenance: article.provenance.kind, badges: otherBadges(report) }, strings)
      : "";
    const head = `${step}**${name}**\n-# ${[facts, kind].filter(Boolean).join(" · ")}`;
    if (!article) return text(head);
    const shown = words.slice(0, proofs).map((each) => pieces(each, proofLimit, quoted)[0] ?? "");
    const opens = { id: `source:${article.id}`, label: strings.button.open };
    return section([head, ...shown].join("\n"), opens);
  });
}

function nameIn({ article, outlet }: Report): string {
  return article ? nameOf(article) : (outlet ?? "");
}

/** Who published it, when, how that is known, and what it is to the report above it. */
function factsOf({ article, tie }: Report, strings: Strings): string[] {
  if (!article) return [strings.story.notHere];
  const { publisher, published } = article;
  return [
    publisher ?? "",
    published ? `${dateWords(published.date, strings)} (${strings.story.basis[published.basis]})` : "",
    tie ? strings.story.tie[tie] : "",
  ].filter(Boolean);
}

/** The tree in words, for those who do not see the picture, and for the file. */
function outline(tree: StoryTree, strings: Strings): string[] {
  return [...reportsIn(tree.roots)].map(
    ({ report, depth }) =>
      `${"  ".repeat(depth)}- ${[nameIn(report), ...factsOf(report, strings)].join(" · ")}`,
  );
}

function storyMarkdown(tree: StoryTree, strings: Strings): string {
  const told = outline(tree, strings);
  const lines = [...reportsIn(tree.roots)].flatMap(({ report, depth }, i) => [
    told[i]!,
    ...report.words.map((each) => `${"  ".repeat(depth)}  > ${each.replace(/\s+/g, " ")}`),
  ]);
  return [`# ${nameOfStory(tree)}`, strings.story.count(tree.articles, tree.voices), lines.join("\n")].join(
    "\n\n",
  );
}
