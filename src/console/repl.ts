import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Turn } from "../answer/answer.ts";
import type { Desk } from "../desk.ts";
import { UserError } from "../ops/user-error.ts";
import { printable } from "../text/printable.ts";
import { listing, showListing } from "./listing.ts";
import { showAnswer, showTimeline } from "./show.ts";
import type { Terminal } from "./terminal.ts";

const help = `Ask a question, or:
  /ask QUESTION        one cited answer
  /timeline [TOPIC]    dated events
  /sources [ID]        the articles, or one of them
  /help                this
  /quit                leave (or Ctrl-D)`;

/** How many turns of the conversation a follow-up may lean on. */
const REMEMBERED_TURNS = 8;
const HISTORY_LINES = 500;

export interface Repl {
  readonly desk: Desk;
  readonly terminal: Terminal;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** The data folder, where the history of lines is kept. */
  readonly data: string;
  readonly signal: AbortSignal;
}

/** The console: reads lines until the input ends, and answers each. What fails is said, and the console goes on. */
export async function repl({ desk, terminal, input, output, data, signal }: Repl): Promise<void> {
  const conversation: Turn[] = [];
  const historyFile = join(data, "console-history");
  const history = input.isTTY ? await lines(historyFile) : [];
  const prompt = createInterface({
    input,
    output: input.isTTY ? output : undefined,
    terminal: Boolean(input.isTTY),
    history: history.slice(0, HISTORY_LINES),
    historySize: HISTORY_LINES,
    prompt: terminal.style("cyan", "attaché> "),
    completer: (line: string) => [commands.filter((name) => name.startsWith(line)), line],
  } as Parameters<typeof createInterface>[0]);
  prompt.on("history", (kept: string[]) => {
    history.splice(0, history.length, ...kept);
  });
  signal.addEventListener("abort", () => prompt.close(), { once: true });
  prompt.on("SIGINT", () => prompt.close());

  if (input.isTTY) {
    terminal.note(help);
    prompt.prompt();
  }
  for await (const line of prompt) {
    if (line.trim() === "/quit" || line.trim() === "/exit") break;
    await answer(line.trim(), desk, terminal, conversation, signal);
    if (input.isTTY) prompt.prompt();
  }
  prompt.close();
  if (input.isTTY)
    await writeFile(historyFile, history.join("\n"), { mode: 0o600 }).catch(() => unsaved(terminal));
}

const commands = ["/ask ", "/timeline ", "/sources ", "/help", "/quit"];

async function answer(
  line: string,
  desk: Desk,
  terminal: Terminal,
  conversation: Turn[],
  signal: AbortSignal,
): Promise<void> {
  const [, name = "ask", rest = ""] = /^\/(\w+)\s*(.*)$/s.exec(line) ?? [null, "ask", line];
  try {
    if (line === "") return;
    else if (name === "ask") {
      const said = await desk.ask({ text: rest, history: conversation, signal });
      showAnswer(said, terminal);
      const reply = said.claims.map((claim) => claim.text).join(" ");
      conversation.push({ role: "user", text: rest }, { role: "assistant", text: reply });
      conversation.splice(0, conversation.length - REMEMBERED_TURNS);
    } else if (name === "timeline") {
      showTimeline(await desk.timeline({ topic: rest || undefined, signal }), terminal);
    } else if (name === "sources") showListing(await listing(desk, rest || undefined), terminal);
    else if (name === "help") terminal.print(help);
    else terminal.print(`There is no /${name}. /help lists what there is.`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    terminal.print(terminal.style("yellow", printable(error.message)));
  }
}

async function lines(file: string): Promise<string[]> {
  try {
    return (await readFile(file, "utf8")).split("\n").filter(Boolean);
  } catch {
    // No history yet, or none that can be read: the console starts with an empty one.
    return [];
  }
}

function unsaved(terminal: Terminal): void {
  terminal.note("The history of this console could not be saved: the data folder cannot be written.");
}
