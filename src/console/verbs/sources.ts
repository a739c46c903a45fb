import type { Source } from "../../desk.ts";
import { UserError } from "../../ops/user-error.ts";
import { imageFormat, saveImage } from "../image.ts";
import { listing, showListing } from "../listing.ts";
import { listedStory } from "../show-stories.ts";
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
    const found = await listing(desk, id);
    if (image !== undefined && format) {
      const largest = found.stories.toSorted((a, b) => b.articles - a.articles);
      if (largest.length === 0) throw new UserError("stories.none", nothingToDraw);
      await saveImage(image, await desk.draw(largest, format));
    }
    if (!json) {
      showListing(found, terminal);
      return;
    }
    const articles = found.sources.map((source) =>
      id === undefined ? listed(source) : { ...listed(source), text: source.article.text },
    );
    terminal.json({ articles, stories: found.stories.map(listedStory) });
  },
});

const nothingToDraw = "No story is told by several articles: there is no tree to draw.";

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
