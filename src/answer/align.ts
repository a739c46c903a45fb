import { lexicon } from "./lexicon.ts";
import { sameName } from "./names.ts";
import type { Polarity } from "./polarity.ts";
import type { Token } from "./reading.ts";

/** A sentence read once: its tokens, and how it holds each of them. */
export interface Reading extends Polarity {
  readonly tokens: readonly Token[];
}

/** A token of the quotes: of which sentence, and which of its tokens. */
export interface Place {
  readonly reading: Reading;
  readonly at: number;
  readonly token: Token;
}

/** A claim's token and what carries it in the quotes. */
export interface Aligned {
  readonly token: Token;
  readonly at: number;
  /** The same word, name, number or date. */
  readonly same: readonly Place[];
  /** Words that may stand for it; looked up only where the word itself is not there. */
  readonly near: readonly Place[];
  /** How well it is carried, 0 to 1. */
  readonly carried: number;
}

/** Likeness of two folded words, 0 to 1. */
export type Similarity = (a: string, b: string) => number;

/** Likeness from which a neighbour among word vectors counts as a counterpart. */
const neighbour = 0.62;

/** Finds for each word of content of a claim what carries it in the quotes. */
export function align(claim: Reading, quotes: readonly Reading[], similarity?: Similarity): Aligned[] {
  const places = quotes.flatMap((quote) =>
    quote.tokens
      .map((token, at): Place => ({ reading: quote, at, token }))
      .filter(({ token }) => !token.glue),
  );
  const lex = lexicon();
  return claim.tokens.flatMap((token, at): Aligned[] => {
    if (token.glue) return [];
    const same = places.filter((place) => equal(token, place.token));
    if (same.length > 0) return [{ token, at, same, near: [], carried: 1 }];
    if (token.kind === "name") {
      const spelled = initials(claim, at, quotes);
      return [{ token, at, same: spelled, near: [], carried: spelled.length > 0 ? 1 : 0 }];
    }
    if (token.kind !== "word") return [{ token, at, same: [], near: [], carried: 0 }];
    const words = places.filter(({ token: { kind } }) => kind === "word");
    const standing = words.filter((place) => lex.stands(token.lemma, place.token.lemma));
    if (standing.length > 0) return [{ token, at, same: [], near: standing, carried: 1 }];
    const alike = similarity
      ? words.filter(
          ({ token: other }) =>
            !lex.opposed(token.lemma, other.lemma) && similarity(token.form, other.form) >= neighbour,
        )
      : [];
    return [{ token, at, same: [], near: alike, carried: alike.length > 0 ? 0.8 : 0 }];
  });
}

/** Whether two tokens are the same word, name, number or date. */
export function equal(a: Token, b: Token): boolean {
  if (a.kind === "number" || b.kind === "number")
    return a.kind === b.kind && a.form === b.form && units(a, b);
  if (a.kind === "date" && b.kind === "date") return a.unit === b.unit && a.value === b.value;
  if (a.kind === "date" || b.kind === "date") return a.form === b.form;
  if (a.form === b.form || a.lemma === b.lemma) return true;
  return (a.kind === "name" || b.kind === "name") && sameName(a.form, b.form);
}

/** A percentage is not a count; a currency may go unsaid, not be another. */
function units(a: Token, b: Token): boolean {
  if (a.unit === b.unit) return true;
  return a.unit !== "percent" && b.unit !== "percent" && (a.unit === null || b.unit === null);
}

/** `FT` for the "Financial Times" of the quotes, and each word of "Financial Times" for their `FT`. */
function initials(claim: Reading, at: number, quotes: readonly Reading[]): Place[] {
  const { tokens } = claim;
  const token = tokens[at]!;
  const acronym = /^\p{Lu}{2,5}$/u;
  for (const reading of quotes) {
    const names = reading.tokens;
    for (let i = 0; i < names.length; i++) {
      const place = { reading, at: i, token: names[i]! };
      if (acronym.test(token.raw) && spells(names, i, token.raw)) return [place];
      if (acronym.test(names[i]!.raw)) {
        for (let j = Math.max(0, at - names[i]!.raw.length + 1); j <= at; j++) {
          if (spells(tokens, j, names[i]!.raw) && at < j + names[i]!.raw.length) return [place];
        }
      }
    }
  }
  return [];
}

function spells(tokens: readonly Token[], from: number, acronym: string): boolean {
  return [...acronym].every((letter, i) => {
    const token = tokens[from + i];
    return token?.raw.startsWith(letter) === true && token.raw !== acronym;
  });
}
