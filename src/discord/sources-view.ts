import { badges, nameOf } from "../corpus/citation.ts";
import type { Source } from "../desk.ts";
import { provenance } from "./citation-view.ts";
import { dateWords } from "./date-words.ts";
import { webAddress } from "./link.ts";
import { blockLimit, page } from "./pages.ts";
import { inline, pieces, plain, quoted } from "./quote.ts";
import { colours, note, type Reply, section, separator, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** Every article of the corpus, newest first, each with a button to see what is known of it. */
export function sourcesView(sources: readonly Source[], wanted: number, strings: Strings): Reply {
  if (sources.length === 0) return note(strings.noSources, colours.refusal);
  const newest = sources.toSorted((a, b) => published(b).localeCompare(published(a)));
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  const lines = newest.map((source) => titleLines(source, strings));
  return page(
    {
      colour: colours.sources,
      heading: `### ${strings.sources(sources.length, passages)}`,
      blocks: newest.map((source, at) =>
        section(lines[at]!.join("\n"), { id: `source:${source.article.id}`, label: strings.button.open }),
      ),
      footer: [],
      buttons: [],
      turn: (to) => `sources:${to}`,
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

/** One article: what it is, how that is known, in the words that prove it, and how it begins. */
export function sourceView(source: Source, wanted: number, strings: Strings): Reply {
  const { article, passages } = source;
  const proofs = [
    ...article.provenance.evidence.map(({ quote }) => quote),
    ...(article.published ? [article.published.evidence] : []),
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
        text(titleLines(source, strings).join("\n")),
        text(
          `-# ${facts.map(inline).join(" · ")}${address ? ` · [${strings.button.article}](${address})` : ""}`,
        ),
        separator(),
        ...(evidence.length > 0 ? [text(`**${strings.evidence}**`), ...evidence.map(text)] : []),
        ...(beginning.length > 0 ? [text(`**${strings.beginning}**`), ...beginning.map(text)] : []),
      ],
      footer: [],
      buttons: [],
      turn: (to) => `article:${to}:${article.id}`,
      whole: { name: "article.txt", data: article.text, type: "text/plain" },
    },
    wanted,
    strings,
  );
}

/** Characters of an article's text that show how it begins. */
const shownOfText = 700;

function titleLines({ article }: Source, strings: Strings): string[] {
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

function published({ article }: Source): string {
  return article.published?.date ?? "";
}
