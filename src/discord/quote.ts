import { printable } from "../text/printable.ts";

/**
 * Text of others (articles, askers, models) as Discord shall show it: the same words, and nothing but words.
 *
 * Discord lets a backslash stand before any punctuation mark and shows the mark alone, so the reader sees, and
 * copies, the text as it was; no markup, mention, link, emoji or invite comes of it. Only `@everyone` and `@here`
 * get an invisible character too, for their sake who read them in a notification.
 */
export function plain(text: string): string {
  return printable(text)
    .replace(/\t/g, " ")
    .replace(/[\\`*_~|<>[\]]/g, "\\$&")
    .replace(/@(everyone|here)/gi, "@\u200b$1")
    .replace(/(?<!\\)@/g, "\\@")
    .replace(/:(?=\/\/|[A-Za-z0-9_\\+-]+:)/g, "\\:")
    .replace(invite, (match) => match.replace(/\./g, "\\."))
    .replace(/^(\s*)(#{1,3}|[-+]|-#)(?=\s)/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, "$1\\$2");
}

const invite = /\b(?:discord|dsc|invite)(?:app)?\.(?:gg|com|me|io|li|link)\b|\bwww\.(?=\S)/gi;

/** {@link plain} on one line, for titles and names. */
export function inline(text: string): string {
  return plain(text.replace(/\s+/g, " ").trim());
}

/** {@link plain} as a quotation: every line of it is set off. */
export function quoted(text: string): string {
  return plain(text)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

/** {@link plain} in bold, line by line, since bold ends with a paragraph. */
export function bold(text: string): string {
  return plain(text).replace(/\S(?:.*\S)?/g, "**$&**");
}

/**
 * Cuts a text at white space, or where there is none between characters, into pieces whose `render`ed form is at
 * most `limit` UTF-16 code units long. Nothing but the white space at a cut is lost.
 */
export function pieces(text: string, limit: number, render: (piece: string) => string): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    let length = Math.min(rest.length, limit);
    while (render(rest.slice(0, length)).length > limit) length = Math.floor(length * 0.9);
    if (length < rest.length) {
      const space = rest.slice(0, length + 1).search(/\s\S*$/);
      if (space > length / 2) length = space;
      else if (/[\uD800-\uDBFF]$/.test(rest.slice(0, length))) length--;
    }
    found.push(render(rest.slice(0, length).trimEnd()));
    rest = rest.slice(length).trim();
  }
  return found;
}
