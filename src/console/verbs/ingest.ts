import type { Article } from "../../corpus/article.ts";
import { nameOf } from "../../corpus/citation.ts";
import { keepIngesting } from "../../corpus/ingest/keep.ts";
import {
  type IngestEvent,
  ingest as ingesting,
  reingest,
  removeArticles,
  summarise,
} from "../../corpus/ingest.ts";
import { relate } from "../../corpus/relate.ts";
import { updateIndex } from "../../index/open-corpus.ts";
import { UserError } from "../../ops/user-error.ts";
import { bar, type Terminal } from "../terminal.ts";
import { type Context, verb, wrongUse } from "../verb.ts";

const usage =
  "ingest PATH|URL… [--dry-run] [--watch] [--every 15m] | ingest --again ID… | ingest --remove ID…  [--json]";

export const ingest = verb({
  usage,
  about: "add files, folders, pages, feeds and sitemaps to the corpus; --dry-run changes nothing",
  options: {
    "dry-run": { type: "boolean" },
    watch: { type: "boolean" },
    every: { type: "string" },
    again: { type: "boolean" },
    remove: { type: "boolean" },
  },
  words: { min: 0, max: Number.POSITIVE_INFINITY },
  async run(targets, { "dry-run": dryRun, watch, every, again, remove, json }, context) {
    if ([dryRun, watch || every, again, remove].filter(Boolean).length > 1) {
      throw wrongUse("--dry-run, --watch or --every, --again and --remove do not go together", usage);
    }
    if (targets.length === 0) throw wrongUse("ingest what? Name a file, a folder or an address", usage);
    const { terminal, signal, corpusOptions } = context;
    if (corpusOptions.corpus.endsWith(".jsonl")) {
      throw new UserError(
        "ingest.jsonl",
        "The corpus is one .jsonl file; ingest adds to a folder: name one with --corpus.",
      );
    }
    const options = { ...corpusOptions, dryRun, signal };
    if (dryRun)
      await showWhatWouldCome(await gathered(ingesting(targets, options), terminal), json, terminal);
    else if (remove) await takeOut(targets, json, context);
    else if (watch || every !== undefined) {
      await keepUp(keepIngesting(targets, { ...options, watch, every: milliseconds(every) }), context);
    } else await takeIn(again ? reingest(targets, options) : ingesting(targets, options), json, context);
  },
});

/** Adds what comes, and brings the index up to date. */
async function takeIn(
  events: AsyncIterable<IngestEvent>,
  json: boolean | undefined,
  context: Context,
): Promise<void> {
  const { terminal, corpusOptions } = context;
  const told = await gathered(events, terminal);
  const sum = summarise(told);
  await updateIndex(corpusOptions);
  terminal.progress(null);
  if (json) terminal.json(sum);
  else
    terminal.print(
      `${sum.added} added, ${sum.updated} updated, ${sum.unchanged} unchanged, ${sum.skipped} skipped.`,
    );
  if (sum.added + sum.updated + sum.unchanged === 0 && sum.skipped > 0) throw nothing();
}

/** Adds what comes, round by round, until the signal ends it. */
async function keepUp(
  events: AsyncIterable<IngestEvent | { kind: "rest" }>,
  { terminal, corpusOptions }: Context,
): Promise<void> {
  let round: IngestEvent[] = [];
  for await (const event of events) {
    if (event.kind !== "rest") {
      round.push(event);
      say(event, terminal);
      continue;
    }
    const { added, updated } = summarise(round);
    if (added + updated > 0) await updateIndex(corpusOptions);
    round = [];
  }
}

async function takeOut(
  ids: readonly string[],
  json: boolean | undefined,
  { terminal, corpusOptions }: Context,
): Promise<void> {
  const removed = await removeArticles(ids, corpusOptions);
  await updateIndex(corpusOptions);
  terminal.progress(null);
  if (json) terminal.json({ removed: Object.fromEntries(removed) });
  else for (const [id, file] of removed) terminal.print(`Removed ${id} (${file}).`);
  const unknown = ids.filter((id) => !removed.has(id));
  if (unknown.length > 0) {
    throw new UserError(
      "ingest.unknown",
      `No article has the id ${unknown.join(", ")}; \`sources\` lists them.`,
    );
  }
}

/** Prints the articles that would be added, as they would stand among each other. */
async function showWhatWouldCome(
  events: readonly IngestEvent[],
  json: boolean | undefined,
  terminal: Terminal,
): Promise<void> {
  const articles = events.flatMap((event): Article[] => ("article" in event ? [event.article] : []));
  for (const article of relate(articles)) {
    if (json) terminal.json(article);
    else terminal.print(`${article.id}  ${nameOf(article)}  (${article.text.length} characters)`);
  }
  if (articles.length === 0 && events.some(({ kind }) => kind === "skipped")) throw nothing();
}

function nothing(): UserError {
  return new UserError("ingest.nothing", "Nothing could be added; the reasons stand above.");
}

/** Runs the events to their end, showing how far they are and what was passed over. */
async function gathered(events: AsyncIterable<IngestEvent>, terminal: Terminal): Promise<IngestEvent[]> {
  const told: IngestEvent[] = [];
  let found = 0;
  let done = 0;
  for await (const event of events) {
    told.push(event);
    if (event.kind === "found") found += event.count;
    else done++;
    say(event, terminal);
    terminal.progress(bar(done, Math.max(found, done), "documents"));
  }
  terminal.progress(null);
  return told;
}

function say(event: IngestEvent, terminal: Terminal): void {
  if (event.kind !== "skipped") return;
  terminal.progress(null);
  terminal.note(`${event.source}: ${event.reason}`.replace(/\s+/g, " "));
}

function milliseconds(every: string | undefined): number | undefined {
  if (every === undefined) return undefined;
  const [, number, unit] = /^(\d+)\s*(s|m|h|d)$/.exec(every) ?? [];
  if (!number || !unit || Number(number) === 0) {
    throw wrongUse(`--every takes a time such as 30s, 15m, 2h or 1d, not "${every}"`, usage);
  }
  return Number(number) * { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit as "s" | "m" | "h" | "d"];
}
