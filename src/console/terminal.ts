import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import { printable, unprintable } from "../text/printable.ts";

type Style = Parameters<typeof styleText>[0];

/** Where a verb writes: data on one stream, and words about the work on another. */
export interface Terminal {
  /** Data: what the user asked for. One line break is added. */
  print(line: string): void;
  /** Data as one line of JSON, in which nothing stands that a terminal obeys. */
  json(value: unknown): void;
  /** A word to the user that is no data: on stderr, so that a pipe carries data only. */
  note(line: string): void;
  /** Styles a text where the terminal shows colour; else the text as it is. */
  style(style: Style, text: string): string;
  /** Wraps to the terminal's width, with a hanging indent; one line where output is piped. */
  wrap(text: string, indent?: string): string;
  /** Whether someone watches, so that progress may be drawn. */
  readonly interactive: boolean;
  /** Draws over the last progress line; null wipes it. */
  progress(line: string | null): void;
}

export function terminal(out: NodeJS.WriteStream, err: NodeJS.WriteStream): Terminal {
  const interactive = Boolean(err.isTTY);
  return {
    print: (line) => void out.write(`${line}\n`),
    json: (value) => void out.write(`${JSON.stringify(value).replace(unprintable, escaped)}\n`),
    note: (line) => void err.write(`${printable(line)}\n`),
    style: (style, text) => (out.isTTY ? styleText(style, text, { stream: out }) : text),
    wrap(text, indent = "") {
      const plain = printable(text).replace(/\s+/g, " ").trim();
      if (!out.isTTY) return indent + plain;
      const width = Math.max(40, Math.min(out.columns ?? 80, 100)) - indent.length;
      return wrapAnsi(plain, width, { hard: true }).replace(/^/gm, indent);
    },
    interactive,
    progress(line) {
      if (interactive) err.write(`\r\u001b[2K${line ?? ""}`);
    },
  };
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** `████████░░░░  42 of 100 passages`, 30 cells wide. */
export function bar(done: number, total: number, what: string): string {
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const cells = Math.round(share * 30);
  return `${"█".repeat(cells)}${"░".repeat(30 - cells)} ${done} of ${total} ${what}`;
}
