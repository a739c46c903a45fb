import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Timex } from "../../src/dates/timex.ts";

/** A document with the temporal expressions that annotators marked in its text. */
export interface Gold {
  readonly name: string;
  readonly published: string;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

/** The TimeML documents of some folders (TempEval-3 layout), in order of name. */
export async function readTimeml(...folders: string[]): Promise<Gold[]> {
  const documents: Gold[] = [];
  for (const folder of folders) {
    for (const name of (await readdir(folder)).sort()) {
      if (name.endsWith(".tml")) documents.push(parse(name, await readFile(path.join(folder, name), "utf8")));
    }
  }
  return documents;
}

function parse(name: string, xml: string): Gold {
  const stamp = /<DCT>\s*<TIMEX3[^>]*\svalue="([^"]*)"/.exec(xml)?.[1];
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1];
  if (stamp === undefined || body === undefined) throw new Error(`${name} is not TimeML: no DCT or no TEXT`);
  const timexes: Timex[] = [];
  let text = "";
  const open: { start: number; attributes: string }[] = [];
  for (const [, tag, closing, attributes, run] of body.matchAll(
    /<(?=(\/?TIMEX3))(\/?)[A-Za-z0-9]+([^>]*)>|<[^>]*>|([^<]+)/g,
  )) {
    if (run !== undefined) text += unescaped(run);
    else if (tag && !closing) open.push({ start: text.length, attributes: attributes! });
    else if (tag) {
      const { start, attributes: written } = open.pop()!;
      const attribute = (key: string) => new RegExp(`\\s${key}="([^"]*)"`).exec(written)?.[1];
      timexes.push({
        start,
        end: text.length,
        text: text.slice(start),
        type: attribute("type") as Timex["type"],
        value: attribute("value")!,
        mod: attribute("mod"),
      });
    }
  }
  return { name, published: stamp, text, timexes: timexes.sort((a, b) => a.start - b.start) };
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
