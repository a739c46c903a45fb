import type { Article } from "../corpus/article.ts";
import type { Citation } from "../corpus/citation.ts";
import { shortened } from "../corpus/quote-limit.ts";
import type { Source } from "../desk.ts";
import { attribution, citationMarkdown, quoteOf, titleLine } from "./citation-view.ts";
import { blockLimit, page } from "./pages.ts";
import { bold, pieces, plain, quoted } from "./quote.ts";
import { colours, type Reply, separator, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** Characters of an article shown before and after a quote. */
const around = 500;

/** A quote where it stands: the words around it, itself in bold, and what is known of its source. */
export function passageView(
  given: Citation,
  source: Source | undefined,
  turn: (page: number) => string,
  wanted: number,
  strings: Strings,
): Reply {
  const citation = limited(given, source?.article);
  const head = [attribution(citation, strings), ...titleLine(citation)].join("\n");
  return page(
    {
      colour: colours.answer,
      heading: `### ${strings.button.passage(citation.n)} · ${strings.inContext}`,
      blocks: [text(head), separator(), ...inPlace(citation, source?.article, strings).map(text)],
      footer: [],
      buttons: [],
      turn,
      whole: { name: "passage.md", data: citationMarkdown(citation, strings), type: "text/markdown" },
    },
    wanted,
    strings,
  );
}

function inPlace(citation: Citation, article: Article | undefined, strings: Strings): string[] {
  const { start, end, quote } = citation;
  if (article?.quoteLimit !== undefined) return alone(citation, strings);
  const body = article?.text;
  if (body?.slice(start, end) !== quote) {
    return [strings.notInCorpus, ...pieces(quote, blockLimit, quoted)];
  }
  const from = back(body, start);
  const to = forth(body, end);
  const before = `${from > 0 ? "… " : ""}${plain(body.slice(from, start))}`;
  const after = `${plain(body.slice(end, to))}${to < body.length ? " …" : ""}`;
  const parts = pieces(quote, blockLimit, bold);
  const whole = before + parts.join("") + after;
  // In one piece where there is room, so that a sentence runs on through its quote.
  const shown = parts.length === 1 && whole.length <= blockLimit ? [whole] : [before, ...parts, after];
  return shown.filter((part) => part.trim() !== "");
}

/** A citation as the limit that holds now has it: it may have been made under another. */
function limited(citation: Citation, article: Article | undefined): Citation {
  const quote = shortened(citation.quote, article?.quoteLimit);
  const end = citation.start + quote.length;
  return end < citation.end ? { ...citation, quote, end, cut: true } : citation;
}

/** A quote without what stands around it, as its licence has it. */
function alone(citation: Citation, strings: Strings): string[] {
  const words = pieces(quoteOf(citation, strings), blockLimit, quoted);
  return citation.quote === "" ? words : [...words, `-# ${strings.quoteAlone}`];
}

/** Where to begin: at the first sentence of the stretch before a quote, or else at its first word. */
function back(body: string, start: number): number {
  const from = start - around;
  if (from <= 0) return 0;
  const before = body.slice(from, start);
  const sentence = before.search(/(?<=[.!?。！？]["”’)]?\s+|\n)\S/u);
  return from + Math.max(sentence >= 0 ? sentence : before.search(/(?<=\s)\S/), 0);
}

/** Where to end: behind the last sentence of the stretch after a quote, or else behind its last word. */
function forth(body: string, end: number): number {
  if (end + around >= body.length) return body.length;
  const after = body.slice(end, end + around);
  const ends = [...after.matchAll(/[.!?。！？]["”’)]?(?=\s|$)/gu)].map(
    ({ 0: mark, index }) => index + mark.length,
  );
  return end + (ends.at(-1) ?? Math.max(after.lastIndexOf(" "), 0));
}
