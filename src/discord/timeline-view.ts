import type { APIComponentInContainer } from "discord.js";
import type { Citation } from "../corpus/citation.ts";
import type { Event, Timeline } from "../timeline/event.ts";
import { citationMarkdown } from "./citation-view.ts";
import { dateWords } from "./date-words.ts";
import { blockLimit, type Paged, page } from "./pages.ts";
import { withPicture } from "./picture.ts";
import { inline, pieces, plain } from "./quote.ts";
import { colours, note, type Reply, type ReplyFile, section, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** Dated events, earliest first, each with a button to read its reports; the picture, where given, on the first page. */
export function timelineView(
  timeline: Timeline,
  key: string,
  wanted: number,
  strings: Strings,
  picture?: ReplyFile,
): Reply {
  if (timeline.events.length === 0)
    return note([strings.noEvents, ...(timeline.notes ?? [])].join("\n"), colours.refusal);
  const paged: Paged = {
    colour: colours.timeline,
    heading: `### ${inline(headline(timeline, strings))}`,
    blocks: timeline.events.flatMap((event, at) => eventBlocks(event, at, key, strings)),
    footer: [strings.extractive],
    buttons: [],
    turn: (to) => `timeline:${key}:${to}`,
    whole: { name: "timeline.md", data: timelineMarkdown(timeline, strings), type: "text/markdown" },
  };
  const reply = page(paged, wanted, strings);
  return picture ? withPicture(reply, picture, headline(timeline, strings)) : reply;
}

function headline({ topic }: Timeline, strings: Strings): string {
  return topic === null
    ? strings.timeline
    : strings.timelineOf(topic.length > 300 ? `${topic.slice(0, 300)} …` : topic);
}

function eventBlocks(event: Event, at: number, key: string, strings: Strings): APIComponentInContainer[] {
  // The number is the event's mark in the picture.
  const head = [
    `**${at + 1} · ${inline(dateWords(event.date, strings))}**`,
    ...(event.status === "announced" ? [`*${strings.announced}*`] : []),
  ].join(" · ");
  const told = event.sentences.length > 0 ? event.sentences : [event.text];
  const [first = "", ...rest] = told.flatMap((sentence) => pieces(sentence, blockLimit - 400, plain));
  const conflicts = event.conflicts.flatMap((each) => pieces(each, blockLimit - 10, inline));
  return [
    section(`${head}\n${first}\n-# ${voicesOf(event, strings)}`, {
      id: `event:${key}:${at}`,
      label: strings.button.reports,
    }),
    ...rest.map(text),
    ...conflicts.map((conflict) => text(`-# ⚠️ ${conflict}`)),
  ];
}

/** Who reports it: by name where that is short, as a number where not. */
function voicesOf({ citations, voices }: Event, strings: Strings): string {
  const names = [...new Set(citations.map(({ publisher, name }) => publisher ?? name))];
  const named = names.length <= 3 ? names.map((name) => inline(name)).join(", ") : "";
  return named.length > 0 && named.length <= 200 ? named : strings.voices(voices);
}

/** The citations of an event as a list of their own, numbered from 1. */
export function reportsOf(event: Event, strings: Strings): { heading: string; citations: Citation[] } {
  return {
    heading: `${strings.button.reports}: ${dateWords(event.date, strings)}`,
    citations: event.citations.map((citation, at) => ({ ...citation, n: at + 1 })),
  };
}

function timelineMarkdown(timeline: Timeline, strings: Strings): string {
  const events = timeline.events.map((event) =>
    [
      `## ${dateWords(event.date, strings)}`,
      ...(event.sentences.length > 0 ? event.sentences : [event.text]),
      ...event.conflicts,
      ...event.citations.map((citation) => citationMarkdown(citation, strings)),
    ].join("\n\n"),
  );
  return [`# ${headline(timeline, strings)}`, ...events].join("\n\n");
}
