#!/usr/bin/env node
import { existsSync } from "node:fs";
import { inspect } from "node:util";
import { type Config, readConfig } from "./config.ts";
import { type Terminal, terminal } from "./console/terminal.ts";
import { wrongUse } from "./console/verb.ts";
import { type DeskOptions, openDesk } from "./desk.ts";
import type { CorpusOptions } from "./index/open-corpus.ts";
import { UserError } from "./ops/user-error.ts";
import { printable } from "./text/printable.ts";
import { verbs } from "./verbs.ts";

async function main([name, ...words]: readonly string[], signal: AbortSignal): Promise<void> {
  const screen = terminal(process.stdout, process.stderr);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    screen.print(await help());
    return;
  }
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!load) throw wrongUse(`There is no verb "${name}"`, `${Object.keys(verbs).join("|")} …`);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const verb = await load(config);
  if (words.includes("--help") || words.includes("-h")) {
    screen.print(`attache ${verb.usage}\n${verb.about}`);
    return;
  }
  await verb.run(words, ({ corpus = config.CORPUS, data = config.DATA }) => {
    const { EMBEDDINGS: embeddings, INDEX_URL: url } = config;
    const openai = { apiKey: config.OPENAI_API_KEY, baseUrl: config.OPENAI_BASE_URL };
    const corpusOptions = { corpus, data, url, embeddings, openai, signal, ...reporting(screen) };
    const deskOptions = { ...corpusOptions, refuseBelow: config.REFUSE_BELOW, model: modelOf(config) };
    return {
      terminal: screen,
      signal,
      corpusOptions,
      openDesk: (more) => openDesk({ ...deskOptions, ...more }),
    };
  });
}

function modelOf({ MODEL, OPENAI_API_KEY, OPENAI_BASE_URL, MODEL_TIMEOUT }: Config): DeskOptions["model"] {
  if (!MODEL) return undefined;
  return {
    model: MODEL,
    apiKey: OPENAI_API_KEY,
    baseUrl: OPENAI_BASE_URL,
    bounds: { totalMs: MODEL_TIMEOUT * 1000 },
  };
}

/** Problems and notes go to the user as they arise; progress is drawn where someone watches. */
function reporting(screen: Terminal): Pick<CorpusOptions, "onProblem" | "onNote" | "onProgress"> {
  return {
    onProblem: ({ file, line, message }) =>
      screen.note(`${file}${line === null ? "" : `, line ${line}`}: ${message}`.replace(/\s+/g, " ")),
    onNote: (note) => screen.note(note),
    onProgress: ({ articles, passages }) =>
      screen.progress(`${articles} articles, ${passages} passages indexed`),
  };
}

async function help(): Promise<string> {
  const config = readConfig({});
  const lines = await Promise.all(
    Object.values(verbs).map(async (load) => {
      const { usage, about } = await load(config);
      return `  ${usage}\n      ${about}`;
    }),
  );
  return `attache VERB [--corpus PATH] [--data DIR] [--json]\n\n${lines.join("\n")}`;
}

/** Tells the user what went wrong. @returns the exit code. */
function failed(error: unknown): number {
  if (error instanceof UserError) {
    process.stderr.write(`attache: ${printable(error.message)}\n`);
    return error.exitCode;
  }
  if (error instanceof Error && error.name === "AbortError") return 1;
  if (ofTheSystem(error)) {
    process.stderr.write(`attache: ${printable(error.message)}\n`);
    return 1;
  }
  process.stderr.write(`attache: a fault of the program, not yours.\n${inspect(error)}\n`);
  return 1;
}

/** A file or a socket that the system refused: its message names the reason and the path. */
function ofTheSystem(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && ("path" in error || "address" in error);
}

const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
// Whoever reads our output may stop early (`| head`); that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.exit(failed(new UserError("output", `The output could not be written (${error.message}).`)));
});

try {
  await main(process.argv.slice(2), stopping.signal);
} catch (error) {
  process.exitCode = failed(error);
}
