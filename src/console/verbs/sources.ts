import { reportsIn, type StoryTree } from "../../corpus/story-tree.ts";
import type { Desk, Source } from "../../desk.ts";
import { UserError } from "../../ops/user-error.ts";
import { imageFormat, saveImage } from "../image.ts";
import { showSource, showSources } from "../show.ts";
import { listedStory, showStory } from "../show-stories.ts";
import { verb } from "../verb.ts";

const usage = "sources [ID] [--image FILE.svg|FILE.png] [--json]";

export const sources = verb({
  usage,
  about:
    "the articles, what kind of source each is, and the family tree of each story that several tell; --image draws it",
  options: { image: { type: "string" } },
  words: { min: 0, max: 1 },
  async run([id], { image, json }, { openDesk, terminal }) {
    const format = imageFormat(image, usage);
    await using desk = await openDesk();
    const all = id === undefined ? await desk.sources() : [await sourceNamed(id, desk)];
    const trees = await desk.stories();
    const stories = trees.filter(id === undefined ? severalTell : (tree) => tells(tree, id));
    if (image !== undefined && format) {
      if (stories.length === 0)
        throw new UserError(
          "stories.none",
          "No story is told by several articles: there is no tree to draw.",
        );
      const largest = stories.toSorted((a, b) => b.articles - a.articles);
      await saveImage(image, await desk.draw(largest, format));
    }
    if (json) {
      const articles = all.map((source) =>
        id === undefined ? listed(source) : { ...listed(source), text: source.article.text },
      );
      terminal.json({ articles, stories: stories.map(listedStory) });
      return;
    }
    for (const tree of stories.filter(severalTell)) {
      showStory(tree, terminal, id);
      terminal.print("");
    }
    if (id === undefined)
      showSources(
        all.filter(({ article }) => !stories.some((tree) => tells(tree, article.id))),
        terminal,
      );
    else showSource(all[0]!, terminal);
  },
});

async function sourceNamed(id: string, desk: Desk): Promise<Source> {
  const source = await desk.source(id);
  if (source) return source;
  throw new UserError("source.unknown", `No article has the id "${id}"; \`sources\` lists them.`);
}

function severalTell({ articles }: StoryTree): boolean {
  return articles > 1;
}

function tells({ roots }: StoryTree, id: string): boolean {
  return reportsIn(roots).some(({ report }) => report.article?.id === id);
}

/** A source as the command-line contract prints it. */
export function listed({ article, passages }: Source) {
  const {
    id,
    title,
    publisher,
    byline,
    published,
    language,
    provenance,
    story,
    voice,
    file,
    url,
    quoteLimit,
  } = article;
  return {
    id,
    title,
    publisher,
    byline,
    published: published?.date ?? null,
    publishedBasis: published?.basis ?? "unknown",
    publishedEvidence: published?.evidence ?? null,
    language,
    provenance,
    story,
    voice,
    passages,
    file,
    url,
    quoteLimit,
  };
}
