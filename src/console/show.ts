import type { Answer } from "../answer/answer.ts";
import { oneVoice } from "../answer/one-voice.ts";
import type { Citation } from "../corpus/citation.ts";
import { badges, linkOnly, nameOf } from "../corpus/citation.ts";
import { formatEdtf } from "../dates/edtf-format.ts";
import type { Source } from "../desk.ts";
import type { Hit } from "../index/hit.ts";
import type { Event, Timeline } from "../timeline/event.ts";
import type { Terminal } from "./terminal.ts";

/** Writes an answer: its claims with their numbers, then who said it, when, and what kind of source that is. */
export function showAnswer(answer: Answer, to: Terminal): void {
  if (answer.refused) to.print(to.style("yellow", to.wrap("The corpus does not say.")));
  for (const { text, citations, linkOnly } of answer.claims) {
    const said = answer.mode === "extractive" && !linkOnly ? `“${text}”` : text;
    to.print(to.wrap(`${said} ${citations.map((n) => `[${n}]`).join("")}`));
    to.print("");
  }
  for (const note of answer.notes) to.print(to.style("dim", to.wrap(note)));
  if (answer.refused && answer.nearest.length > 0)
    to.print("\nThe nearest passages, which do not answer it:\n");
  for (const citation of [...answer.citations, ...answer.nearest]) {
    to.print(to.style("cyan", sourceLine(citation)));
    if (citation.cut && citation.url) to.print(to.wrap(citation.url, "    "));
    if (answer.mode === "generated" || answer.refused) showQuote(citation, to);
  }
}

export function showTimeline(timeline: Timeline, to: Terminal): void {
  if (timeline.events.length === 0) to.print("The corpus dates no event of that kind.");
  for (const note of timeline.notes ?? []) to.print(to.style("dim", to.wrap(note)));
  for (const [i, event] of timeline.events.entries()) {
    to.print(
      to.style(
        "bold",
        `${i + 1}. ${formatEdtf(event.date)}${event.status === "announced" ? " (announced)" : ""}`,
      ),
    );
    for (const sentence of event.sentences.length > 0 ? event.sentences : [event.text]) {
      to.print(to.wrap(event.linkOnly ? sentence : `“${sentence}”`, "   "));
    }
    for (const conflict of event.conflicts) to.print(to.style("yellow", to.wrap(conflict, "   ")));
    to.print(to.style("cyan", `   ${reporters(event)}`));
  }
}

export function showSources(sources: readonly Source[], to: Terminal): void {
  for (const source of sources) {
    to.print(to.style("bold", source.article.id));
    to.print(`   ${describe(source)}`);
  }
}

export function showSource(source: Source, to: Terminal): void {
  const { article } = source;
  to.print(to.style("bold", nameOf(article)));
  to.print(describe(source));
  if (article.byline) to.print(`By ${article.byline}`);
  if (article.url) to.print(article.url);
  if (article.published) {
    const { basis, evidence } = article.published;
    to.print(to.wrap(`Date ${basis}${evidence ? `, by the words “${evidence}”` : ""}`));
  }
  for (const { of, quote } of article.provenance.evidence) to.print(to.wrap(`${of}: “${quote}”`));
  to.print("");
  if (article.quoteLimit !== undefined) to.print(to.style("yellow", allowed(article.quoteLimit)));
  for (const paragraph of article.text.split("\n")) to.print(to.wrap(paragraph));
}

export function showHits(hits: readonly Hit[], to: Terminal): void {
  if (hits.length === 0) to.print("No passage shares anything with that.");
  for (const [i, { article, text, score, passage, cut, copies }] of hits.entries()) {
    to.print(
      to.style("cyan", `${i + 1}. ${score.toFixed(3)}  ${article.id} ${passage.start}–${passage.end}`),
    );
    to.print(to.wrap(text === "" ? linkOnly(article) : `${text}${cut ? " …" : ""}`, "   "));
    if (cut && article.url) to.print(to.wrap(article.url, "   "));
    if (copies && copies.length > 0)
      to.print(to.style("dim", to.wrap(oneVoice([{ article, copies }]).join(" "), "   ")));
  }
}

function showQuote({ quote, cut }: Citation, to: Terminal): void {
  if (quote !== "") to.print(to.wrap(`“${quote}${cut ? " …" : ""}”`, "    "));
}

function allowed(words: number): string {
  return words === 0
    ? "Its licence allows a link only."
    : `Its licence allows no more than ${words} words to be quoted. It begins:`;
}

function sourceLine(citation: Citation): string {
  const { n, name, publisher, published, badges, provenance } = citation;
  const when = published === null ? "" : formatEdtf(published);
  const kind = provenance === "original" && badges.length === 0 ? "original" : badges.join(", ");
  return `[${n}] ${[publisher ?? "publisher unknown", name, when, kind].filter(Boolean).join(" · ")}`;
}

function describe({ article, passages }: Source): string {
  return [
    nameOf(article),
    article.publisher ?? "publisher unknown",
    article.published ? formatEdtf(article.published.date) : "",
    article.provenance.kind,
    ...badges(article),
    `${passages} passages`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function reporters({ citations, voices }: Event): string {
  const names = [...new Set(citations.map((c) => c.publisher ?? c.name))];
  return `${names.join("; ")} · ${voices} independent ${voices === 1 ? "voice" : "voices"}`;
}
