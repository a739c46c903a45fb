import type { Citation } from "../corpus/citation.ts";
import { attribution, citationMarkdown, quoteOf } from "./citation-view.ts";
import { blockLimit, page } from "./pages.ts";
import { inline, pieces, quoted } from "./quote.ts";
import { colours, note, type Reply, section, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** Passages as they were found, quoted, each with a button to read it where it stands. */
export interface Passages {
  readonly heading: string;
  readonly citations: readonly Citation[];
}

/** A list of passages; `key` recalls it for its buttons. */
export function passagesView(
  { heading, citations }: Passages,
  key: string,
  wanted: number,
  strings: Strings,
): Reply {
  if (citations.length === 0) return note(strings.noMoreEvidence, colours.refusal);
  return page(
    {
      colour: colours.answer,
      heading: `### ${inline(heading)}`,
      blocks: citations.flatMap((citation, at) => {
        const head = `[${citation.n}] ${attribution(citation, strings)}`;
        const [first = "", ...rest] = pieces(
          quoteOf(citation, strings),
          blockLimit - head.length - 1,
          quoted,
        );
        const opens = { id: `found:${key}:${at}`, label: strings.button.passage(citation.n) };
        return [section(`${head}\n${first}`, opens), ...rest.map(text)];
      }),
      footer: [],
      buttons: [],
      turn: (to) => `passages:${key}:${to}`,
      whole: {
        name: "passages.md",
        data: [`# ${heading}`, ...citations.map((each) => citationMarkdown(each, strings))].join("\n\n"),
        type: "text/markdown",
      },
    },
    wanted,
    strings,
  );
}
