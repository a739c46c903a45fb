import type { Span } from "../text/span.ts";
import { type Word, words } from "../text/words.ts";

/** A shorter run of words is found in articles that have nothing to do with each other. */
const least = 5;

/**
 * The longest run of words of a text that stands in another one too, as a span of the text: what shows best that it
 * was taken over. Case, punctuation and spaces may differ. Null where they share no run of {@link least} words.
 */
export function sharedWords(text: string, other: string): Span | null {
  const [own, others] = [words(text), words(other)];
  const places = new Map<string, number[]>();
  for (let i = 0; i + least <= others.length; i++) {
    const key = keyAt(others, i);
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  let longest = { from: 0, length: 0 };
  for (let from = 0; from + least <= own.length; from++) {
    for (const at of places.get(keyAt(own, from)) ?? []) {
      // A run that could go on before was measured from there.
      if (from > 0 && at > 0 && own[from - 1]!.form === others[at - 1]!.form) continue;
      let length = least;
      while (own[from + length] && own[from + length]!.form === others[at + length]?.form) length++;
      if (length > longest.length) longest = { from, length };
    }
  }
  if (longest.length === 0) return null;
  return { start: own[longest.from]!.start, end: own[longest.from + longest.length - 1]!.end };
}

function keyAt(all: readonly Word[], from: number): string {
  return all
    .slice(from, from + least)
    .map(({ form }) => form)
    .join(" ");
}
