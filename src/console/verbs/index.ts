import { updateIndex } from "../../index/open-corpus.ts";
import { verb } from "../verb.ts";

export const index = verb({
  usage: "index [--json]",
  about: "build or update the index; unchanged articles cost nothing",
  options: {},
  words: { min: 0, max: 0 },
  async run(_words, { json }, { terminal, corpusOptions }) {
    const built = await updateIndex(corpusOptions);
    terminal.progress(null);
    if (json) terminal.json(built);
    else if (!built.changed)
      terminal.print(`Up to date: ${built.articles} articles, ${built.passages} passages.`);
    else {
      const { articles, passages, added, removed } = built;
      terminal.print(
        `${articles} articles, ${passages} passages: ${added} added or changed, ${removed} removed.`,
      );
    }
  },
});
