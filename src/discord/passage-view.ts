import type { Citation } from "../corpus/citation.ts";
import type { Source } from "../desk.ts";
import { attribution } from "./citation-view.ts";
import { blockLimit } from "./pages.ts";
import { bold, inline, pieces, plain, quoted } from "./quote.ts";
import { colours, container, type Reply, separator, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** Characters of an article shown before and after a quote. */
const around = 500;

/** A quote where it stands: the words around it, itself in bold, and what is known of its source. */
export function passageView(citation: Citation, source: Source | undefined, strings: Strings): Reply {
  const title = citation.title === null ? "" : `\n-# ${pieces(citation.title, 600, inline)[0] ?? ""}`;
  const head = `### ${strings.button.passage(citation.n)} · ${strings.inContext}\n${attribution(citation, strings)}${title}`;
  const { start, end, quote } = citation;
  const body = source?.article.text;
  if (body?.slice(start, end) !== quote) {
    const whole = pieces(quote, blockLimit, quoted);
    return view(head, [`${strings.notInCorpus}`, whole[0] ?? ""]);
  }
  const before = body.slice(back(body, start), start);
  const after = body.slice(end, forth(body, end));
  const [first = "", ...rest] = pieces(quote, 1_600, bold);
  return view(head, [
    `${back(body, start) > 0 ? "… " : ""}${plain(before)}${first}`,
    ...rest,
    `${plain(after)}${forth(body, end) < body.length ? " …" : ""}`,
  ]);
}

function view(head: string, parts: string[]): Reply {
  return {
    components: [
      container(colours.answer, [
        text(head),
        separator(),
        ...parts.filter((part) => part.trim() !== "").map(text),
      ]),
    ],
  };
}

/** Where to begin so that no word is cut, and no sentence where one begins nearby. */
function back(body: string, start: number): number {
  if (start <= around) return 0;
  const from = start - around;
  const sentence = body.slice(from, start).search(/(?<=[.!?。！？]["”’)]?\s+|\n)\S/u);
  return from + (sentence >= 0 ? sentence : body.slice(from, start).search(/(?<=\s)\S/) + 0);
}

function forth(body: string, end: number): number {
  if (body.length - end <= around) return body.length;
  const ahead = body.slice(end, end + around);
  const sentence = Math.max(
    ...[...ahead.matchAll(/[.!?。！？]["”’)]?(?=\s|$)/gu)].map((m) => m.index + m[0].length),
    -1,
  );
  return end + (sentence >= 0 ? sentence : Math.max(ahead.lastIndexOf(" "), 0));
}
