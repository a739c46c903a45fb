import type { Source } from "../../desk.ts";
import { UserError } from "../../ops/user-error.ts";
import { showSource, showSources } from "../show.ts";
import { verb } from "../verb.ts";

export const sources = verb({
  usage: "sources [ID] [--json]",
  about: "the articles and what kind of source each is",
  options: {},
  words: { min: 0, max: 1 },
  async run([id], { json }, { openDesk, terminal }) {
    await using desk = await openDesk();
    if (id === undefined) {
      const all = await desk.sources();
      if (json) terminal.json({ articles: all.map(listed) });
      else showSources(all, terminal);
      return;
    }
    const source = await desk.source(id);
    if (!source)
      throw new UserError("source.unknown", `No article has the id "${id}"; \`sources\` lists them.`);
    if (json) terminal.json({ articles: [{ ...listed(source), text: source.article.text }] });
    else showSource(source, terminal);
  },
});

/** A source as the command-line contract prints it. */
export function listed({ article, passages }: Source) {
  const { id, title, publisher, byline, published, language, provenance, story, file, url } = article;
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
    passages,
    file,
    url,
  };
}
