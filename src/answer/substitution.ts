import { type Aligned, equal, type Reading } from "./align.ts";
import { lexicon } from "./lexicon.ts";
import type { Token } from "./reading.ts";

/** A claim of which this share stands in one quote in the same order is a copy of it, and compared word by word. */
const copied = 0.55;

/**
 * Where a claim copies a quote but for a few words, each word that it puts in place of another must be able to stand
 * for it. Finds names, numbers and dates that swapped places, too: they are carried, but not where they stand.
 */
export function* substitutionFaults(
  claim: Reading,
  quotes: readonly Reading[],
  aligned: readonly Aligned[],
): Generator<string> {
  const carried = new Map(aligned.map((item) => [item.at, item]));
  const compared = quotes.map((quote) => ({ quote, ...compare(claim.tokens, quote.tokens) }));
  if (jumbled(claim, compared)) yield "The words are the quote's, but not in an order that says the same.";
  for (const { quote, common, hunks } of compared) {
    if (common / claim.tokens.length < copied) continue;
    yield* repeated(claim, quote);
    for (const { ours, theirs } of hunks) {
      const mine = ours.filter((at) => !claim.tokens[at]!.glue);
      const others = theirs.map((at) => quote.tokens[at]!).filter(({ glue }) => !glue);
      // Something put into a copy must be carried from elsewhere.
      const added =
        others.length > 0
          ? []
          : mine.filter((at) => carried.get(at)!.carried === 0 && claim.tokens[at]!.kind === "word");
      if (added.length > 0)
        yield `The quote does not say ${added.map((at) => `“${claim.tokens[at]!.raw}”`).join(", ")}.`;
      if (others.length === 0) continue;
      for (const at of mine) {
        const reason = misplaced(claim.tokens[at]!, others, carried.get(at)!, mine.length === others.length);
        if (reason) yield reason;
      }
    }
  }
}

/** A name that the claim has more often than its quote stands in another's place, unless the claim has more names. */
function* repeated({ tokens }: Reading, quote: Reading): Generator<string> {
  const ours = tokens.filter(({ kind }) => kind === "name");
  const theirs = quote.tokens.filter(({ kind }) => kind === "name");
  const count = (list: readonly Token[], form: string): number =>
    list.filter((other) => other.form === form).length;
  const resolved = Math.max(0, ours.length - theirs.length);
  for (const { raw, form } of new Map(ours.map((token) => [token.form, token])).values()) {
    const there = count(theirs, form);
    if (there > 0 && count(ours, form) > there + resolved)
      yield `The claim says “${raw}” more often than its quote.`;
  }
}

function misplaced(
  token: Token,
  others: readonly Token[],
  { carried, same, near }: Aligned,
  even: boolean,
): string | null {
  const lex = lexicon();
  const instead = others
    .slice(0, 4)
    .map(({ raw }) => raw)
    .join(" ");
  const fault = `Where the quote says “${instead}”, the claim says “${token.raw}”.`;
  if (others.some((other) => equal(token, other) || lex.stands(token.lemma, other.lemma))) return null;
  if (same.some((place) => others.includes(place.token))) return null;
  if (token.kind !== "word") return others.some(({ kind }) => kind === token.kind) ? fault : null;
  // A common word that begins the sentence may be a name all the same.
  if (carried === 0 && token.first && others.every(({ kind }) => kind === "name")) return fault;
  if (!even || others.length > 4 || light.has(token.lemma) || carried === 1) return null;
  // Vectors hold embassies and consulates for much the same; of qualities they are the better judges.
  return near.length > 0 && lex.attribute(token.lemma) ? null : fault;
}

/** Verbs that say little without their object: "was put back in prison". */
const light = new Set("put get go come bring take make do have becom".split(" "));

interface Hunk {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

interface Compared {
  /** How many words stand in both, in the same order. */
  readonly common: number;
  readonly hunks: readonly Hunk[];
}

/** Words that are nearly all a quote's, in next to nothing of its order: turned round, shuffled. */
function jumbled({ tokens }: Reading, compared: readonly (Compared & { quote: Reading })[]): boolean {
  if (tokens.length < 8) return false;
  const forms = new Set(compared.flatMap(({ quote }) => quote.tokens.map(({ form }) => form)));
  const known = tokens.filter(({ form }) => forms.has(form)).length;
  const longest = Math.max(...compared.map(({ common }) => common));
  return known / tokens.length > 0.8 && longest / tokens.length < 0.34;
}

/** The longest common subsequence of two sentences, and what lies between its words. */
function compare(a: readonly Token[], b: readonly Token[]): Compared {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = matches(a[i]!, b[j]!)
        ? table[(i + 1) * width + j + 1]! + 1
        : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const hunks: Hunk[] = [];
  let ours: number[] = [];
  let theirs: number[] = [];
  const close = (): void => {
    if (ours.length > 0) hunks.push({ ours, theirs });
    ours = [];
    theirs = [];
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && matches(a[i]!, b[j]!)) {
      close();
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!))
      ours.push(i++);
    else theirs.push(j++);
  }
  close();
  return { common: table[0]!, hunks };
}

function matches(a: Token, b: Token): boolean {
  return a.glue || b.glue ? a.form === b.form : equal(a, b);
}
