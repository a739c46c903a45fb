import { LineCounter, parseDocument } from "yaml";
import { UserError } from "../ops/user-error.ts";
import { given } from "./given.ts";
import type { RawArticle } from "./raw.ts";

/** Past this many lines an opening `---` is a rule of the text, not front matter. */
const longest = 200;

/**
 * Parts a text from the YAML block it may begin with, which says what the text cannot: `title`, `publisher`, `author`,
 * `published`, `language`, `url`.
 * @throws {UserError} `corpus.front-matter` naming the line, where the block is not closed, not YAML, or not readable.
 */
export function frontMatter(text: string): { given: RawArticle["given"]; url: string | null; body: string } {
  const lines = text.split("\n", longest);
  if (!/^---\s*$/.test(lines[0] ?? "") || !/^\s*(?:#|["'\w-]+\s*:)/.test(lines[1] ?? "")) {
    return { given: {}, url: null, body: text };
  }
  const close = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (close < 0) throw problem(1, "it opens with --- and is never closed");
  const yaml = lines.slice(1, close).join("\n");
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, logLevel: "silent" });
  const error = document.errors[0];
  if (error) throw problem(counter.linePos(error.pos[0]).line + 1, error.message, error);
  let fields: unknown;
  try {
    fields = document.toJS({ maxAliasCount: 10 });
  } catch (cause) {
    throw problem(1, cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (fields === null || typeof fields !== "object" || Array.isArray(fields)) {
    throw problem(1, "it is not a list of `name: value` lines");
  }
  const known = given(new Map(Object.entries(fields)), (name, message) => {
    const at = yaml.split("\n").findIndex((line) => line.toLowerCase().startsWith(name));
    return problem(at + 2, message);
  });
  return {
    ...known,
    body: text
      .split("\n")
      .slice(close + 1)
      .join("\n"),
  };
}

function problem(line: number, message: string, cause?: unknown): UserError {
  return new UserError("corpus.front-matter", `line ${line}: the front matter does not parse: ${message}`, {
    cause,
  });
}
