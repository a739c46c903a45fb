import type { APIComponentInContainer } from "discord.js";
import type { Answer } from "../answer/answer.ts";
import type { Citation } from "../corpus/citation.ts";
import { attribution, citationMarkdown, quoteOf, titleLine } from "./citation-view.ts";
import { blockLimit, type Paged, page } from "./pages.ts";
import { inline, pieces, plain, quoted } from "./quote.ts";
import { type ButtonWords, colours, container, type Reply, section, separator, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** An answer: its claims with the numbers of their citations, then who said it, each with a button to read it there. */
export function answerView(answer: Answer, key: string, wanted: number, strings: Strings): Reply {
  const citations = cited(answer);
  const paged: Paged = {
    colour: answer.refused ? colours.refusal : colours.answer,
    heading: `### ${headline(answer.question)}`,
    blocks: [
      ...claims(answer, strings),
      ...answer.notes
        .flatMap((note) => pieces(note, blockLimit - 4, inline))
        .map((note) => text(`-# ⚠️ ${note}`)),
      ...(citations.length > 0 ? [separator()] : []),
      ...citations.flatMap((citation, at) => source(citation, at, key, !tells(answer, citation), strings)),
    ],
    footer: answer.refused ? [] : [answer.mode === "generated" ? strings.generated : strings.extractive],
    buttons: buttons(answer, key, strings),
    turn: (to) => `answer:${key}:${to}`,
    whole: { name: "answer.md", data: answerMarkdown(answer, strings), type: "text/markdown" },
  };
  return page(paged, wanted, strings);
}

/** The passages an answer shows: what it cites, or what a refusal offers. */
export function cited({ refused, nearest, citations }: Answer): readonly Citation[] {
  return refused ? nearest : citations;
}

/** What is ready of an answer that is still being written: whole claims only, so that no markup is ever half. */
export function progressView(
  question: string,
  partial: Pick<Answer, "claims" | "citations">,
  strings: Strings,
): Reply {
  const written = partial.claims.map((claim) => claimText(claim.text, claim.citations)).join("\n");
  const shown = pieces(written, blockLimit, (piece) => piece)[0];
  return {
    components: [
      container(colours.answer, [
        text(`### ${headline(question)}`),
        ...(shown ? [text(shown)] : []),
        text(`-# ✍️ ${strings.writing}`),
      ]),
    ],
  };
}

function claims(answer: Answer, strings: Strings): APIComponentInContainer[] {
  if (answer.refused) {
    const offer = answer.nearest.length > 0 ? strings.nearest : strings.none;
    return [text(`**${strings.refused}**\n${offer}`)];
  }
  return answer.claims.flatMap(({ text: claim, citations }) => {
    const marks = citations.map((n) => ` [${n}]`).join("");
    const parts = pieces(claim, blockLimit - marks.length, plain);
    return parts.map((part, at) => text(at === parts.length - 1 ? part + marks : part));
  });
}

function claimText(claim: string, citations: readonly number[]): string {
  return plain(claim) + citations.map((n) => ` [${n}]`).join("");
}

/** Where the claims are a source's own words, its quote has been read already, and is not said twice. */
function tells(answer: Answer, citation: Citation): boolean {
  return !answer.refused && answer.claims.some((claim) => claim.text.includes(citation.quote.trim()));
}

function source(
  citation: Citation,
  at: number,
  key: string,
  withQuote: boolean,
  strings: Strings,
): APIComponentInContainer[] {
  const opens: ButtonWords = { id: `passage:${key}:${at}`, label: strings.button.passage(citation.n) };
  const titles = titleLine(citation);
  const head = [`[${citation.n}] ${attribution(citation, strings)}`, ...titles.splice(0, 1)].join("\n");
  const quotes = withQuote ? pieces(quoteOf(citation, strings), blockLimit - head.length - 1, quoted) : [];
  const first = titles.length === 0 ? [head, ...quotes.splice(0, 1)].join("\n") : head;
  return [section(first, opens), ...titles.map(text), ...quotes.map(text)];
}

function buttons({ refused }: Answer, key: string, strings: Strings): ButtonWords[] {
  return [
    { id: `follow:${key}`, label: strings.button.followUp, emoji: "💬" },
    { id: `more:${key}:0`, label: strings.button.more },
    ...(refused ? [] : [{ id: `when:${key}`, label: strings.button.timeline }]),
    { id: `vote:${key}:1`, emoji: "👍" },
    { id: `vote:${key}:-1`, emoji: "👎" },
  ];
}

/** The first words of a long question; the rest of it stands in the question itself, which the asker wrote. */
function headline(question: string): string {
  const parts = pieces(question.replace(/\s+/g, " "), 300, inline);
  return parts.length > 1 ? `${parts[0]} …` : (parts[0] ?? "");
}

/** The whole answer as Markdown, word for word. */
export function answerMarkdown(answer: Answer, strings: Strings): string {
  const said = answer.refused
    ? [strings.refused]
    : answer.claims.map((claim) => `${claim.text}${claim.citations.map((n) => ` [${n}]`).join("")}`);
  return [
    `# ${answer.question.replace(/\s+/g, " ")}`,
    ...said,
    ...cited(answer).map((citation) => citationMarkdown(citation, strings)),
    ...answer.notes,
  ].join("\n\n");
}
