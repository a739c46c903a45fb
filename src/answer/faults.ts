import { type Aligned, equal, type Place, type Reading } from "./align.ts";
import { lexicon } from "./lexicon.ts";
import type { Token } from "./reading.ts";

/** What is compared: one sentence of a claim, aligned with the sentences quoted for it. */
export interface Comparison {
  readonly claim: Reading;
  readonly quotes: readonly Reading[];
  readonly aligned: readonly Aligned[];
}

/** Denials and reserves of the source that the claim leaves out, and the other way round. */
export function* polarityFaults({ claim, quotes, aligned }: Comparison): Generator<string> {
  for (const { token, at, same, near } of aligned) {
    const places = same.length > 0 ? same : near;
    const negated = claim.negated[at]!;
    // What is denied without a sure counterpart must at least be denied of something.
    if (places.length === 0 || (negated && same.length === 0 && !sure(token, near))) {
      if (negated && !quotes.some((quote) => quote.negated.some(Boolean)))
        yield `The claim denies “${token.raw}”, and no quote denies anything.`;
      continue;
    }
    if (places.every((place) => place.reading.negated[place.at] !== negated)) {
      yield negated
        ? `The claim denies “${token.raw}”, the quotes do not.`
        : `The quotes deny “${places[0]!.token.raw}”, the claim does not.`;
    } else if (
      token.kind === "word" &&
      (same.length > 0 || sure(token, near)) &&
      !claim.hedged[at] &&
      !claim.unreal[at] &&
      places.every(({ reading, at: there }) => reading.unreal[there] && !reading.negated[there])
    ) {
      yield `The quotes tell “${places[0]!.token.raw}” as planned, wanted or possible, the claim as fact.`;
    }
  }
}

/** Whether words of the quotes stand for a verb of the claim, rather than merely resemble it. */
function sure(token: Token, near: readonly Place[]): boolean {
  const lex = lexicon();
  return (
    lex.verb(token.lemma) &&
    near.every(({ token: other }) => lex.verb(other.lemma) && lex.stands(token.lemma, other.lemma))
  );
}

/** Words whose contrary stands in the quotes where they themselves do not. */
export function* oppositeFaults({ claim, quotes, aligned }: Comparison): Generator<string> {
  const lex = lexicon();
  for (const { token, same } of aligned) {
    if (token.kind !== "word" || same.length > 0) continue;
    for (const { tokens } of quotes) {
      const contrary = tokens.find((other) => other.kind === "word" && lex.opposed(token.lemma, other.lemma));
      // "not closed" is how some say "open".
      if (contrary && !claim.tokens.some((other) => other.lemma === contrary.lemma))
        yield `The claim says “${token.raw}”, the quotes “${contrary.raw}”.`;
    }
  }
}

/** A number or date that the quotes give to something else: "14 prisoners" of "14 foreigners and 123 prisoners". */
export function* slotFaults({ claim, aligned }: Comparison): Generator<string> {
  for (const { token, at, same } of aligned) {
    if (token.kind !== "number" || same.length === 0) continue;
    const head = claim.tokens.slice(at + 1, at + 4).find(({ glue }) => !glue);
    if (head?.kind !== "word") continue;
    const bound = same.some((place) => following(place, 6).some((other) => equal(head, other)));
    if (bound) continue;
    const readings = new Set(same.map(({ reading }) => reading));
    for (const { tokens } of readings) {
      const rival = tokens.find(
        (other, i) =>
          other.kind === "number" &&
          !equal(other, token) &&
          tokens.slice(i + 1, i + 5).some((next) => equal(next, head)),
      );
      if (rival) yield `The quotes say “${rival.raw}” of “${head.raw}”, the claim “${token.raw}”.`;
    }
  }
}

/** A name where the quotes have another: "a meeting with Trump" of "a meeting with Lukashenko". */
export function* placeFaults({ claim, quotes }: Comparison): Generator<string> {
  for (const [i, token] of claim.tokens.entries()) {
    const lead = leading(claim.tokens, i);
    if (!lead) continue;
    const rivals = quotes.flatMap(({ tokens }) =>
      tokens.flatMap((_, j) => {
        const there = leading(tokens, j);
        return there && there.form === lead.form && equal(there.head, lead.head) ? [nameRun(tokens, j)] : [];
      }),
    );
    const ours = nameRun(claim.tokens, i);
    if (
      rivals.length > 0 &&
      rivals.every((run) => !run.some((other) => ours.some((own) => equal(own, other))))
    )
      yield `The quotes say “${lead.head.raw} ${lead.form} ${rivals[0]![0]!.raw}”, the claim “${token.raw}”.`;
  }
}

/** What leads to the first word of a name: a word of content and a preposition, "meeting with". */
function leading(tokens: readonly Token[], i: number): { head: Token; form: string } | null {
  if (tokens[i]!.kind !== "name" || tokens[i - 1]?.kind === "name") return null;
  const at = tokens[i - 1]?.form === "the" ? i - 2 : i - 1;
  const head = tokens[at - 1];
  if (!prepositions.has(tokens[at]?.form ?? "") || !head || head.glue || head.kind === "date") return null;
  return { head, form: tokens[at]!.form };
}

/** The words of a name from `i` on, titles among them. */
function nameRun(tokens: readonly Token[], i: number): Token[] {
  let end = i;
  while (adjoins(tokens, end)) end++;
  return tokens.slice(i, end + 1).filter(({ kind }) => kind === "name");
}

function following({ reading, at }: Place, n: number): readonly Token[] {
  const rest = reading.tokens.slice(at + 1, at + 1 + n);
  const next = rest.findIndex(({ kind }) => kind === "number");
  return next < 0 ? rest : rest.slice(0, next);
}

/** What two sides do to each other alike: who comes first says nothing. */
const mutual = new Set(
  "talk meet speak spoke discuss agre negoti phone call deal relat tie trade war convers dialogu between with".split(
    " ",
  ),
);

/** Who did what to whom, told the other way round. */
export function* roleFaults({ claim, aligned }: Comparison): Generator<string> {
  for (const { token, at, same } of aligned) {
    if (token.kind !== "word" || mutual.has(token.lemma) || !verbal(claim.tokens, at)) continue;
    const ours = roles(claim.tokens, at);
    for (const { reading, at: there } of same) {
      if (!verbal(reading.tokens, there)) continue;
      const theirs = roles(reading.tokens, there);
      const swapped =
        (differ(ours.agent, theirs.agent) && alike(ours.agent, theirs.patient)) ||
        (differ(ours.patient, theirs.patient) && alike(ours.patient, theirs.agent));
      if (swapped && same.length === 1)
        yield `In the quotes it is ${theirs.agent?.raw ?? "another"} that “${token.raw}”${theirs.patient ? ` ${theirs.patient.raw}` : ""}, not the other way round.`;
    }
  }
}

/** Whether a word does a verb's work where it stands: not "the release of", "Lukashenko's praise". */
function verbal(tokens: readonly Token[], at: number): boolean {
  const { lemma, form } = tokens[at]!;
  if (!lexicon().verb(lemma) || /(?:ly|ing|ions?|ment)$/.test(form)) return false;
  return (
    !/^(?:the|a|an|of|its|his|her|their|this|that)$/.test(tokens[at - 1]?.form ?? "") &&
    tokens[at + 1]?.form !== "of" &&
    !/['’]s$/.test(tokens[at - 1]?.raw ?? "")
  );
}

interface Roles {
  readonly agent: Token | undefined;
  readonly patient: Token | undefined;
}

/** The nearest names before and after a verb, as agent and patient; the other way round in the passive. */
function roles(tokens: readonly Token[], verb: number): Roles {
  const left = tokens.slice(Math.max(0, verb - 10), verb).findLast((_, i, part) => acts(part, i));
  const after = tokens.slice(verb + 1, verb + 9);
  const passive =
    /(?:ed|en|wn|nt|lt|ld|ught|id|made|put|set)$/.test(tokens[verb]!.form) &&
    tokens
      .slice(Math.max(0, verb - 3), verb)
      .some(({ form }) => /^(?:was|were|been|being|is|are|be)$/.test(form));
  if (passive) {
    const by = after.findIndex(({ form }) => form === "by");
    return { agent: by < 0 ? undefined : run(after.slice(by + 1)), patient: left };
  }
  const clause = tokens[verb]!.clause;
  const first = after.findIndex((_, i) => acts(after, i));
  return {
    agent: left,
    patient: first >= 0 && after[first]!.clause === clause ? run(after.slice(first)) : undefined,
  };
}

const prepositions = new Set(
  "in on at of from to with by for into over between among about after before under".split(" "),
);

/** Whether a name can be subject or object where it stands: neither whose something is, nor where. */
function acts(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind !== "name" || /['’]s?$/.test(token.raw)) return false;
  let before = i - 1;
  while (
    tokens[before] &&
    (/^(?:the|a|an)$/.test(tokens[before]!.form) || /^\p{Lu}/u.test(tokens[before]!.raw))
  )
    before--;
  return !prepositions.has(tokens[before]?.form ?? "");
}

/** The last word of the first name among tokens: "Trump" of "President Donald Trump". */
function run(tokens: readonly Token[]): Token | undefined {
  const first = tokens.findIndex(({ kind }) => kind === "name");
  if (first < 0) return undefined;
  let last = first;
  while (tokens[last + 1]?.kind === "name" && adjoins(tokens, last)) last++;
  return tokens[last];
}

function alike(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && equal(a, b);
}

function differ(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && !equal(a, b);
}

const quantifiers: readonly (readonly [string, RegExp])[] = [
  ["all", /^(?:all|every|each|everyone|everybody|everything|entire|whole|always|any|both)$/],
  ["most", /^(?:most|much|majority|mostly|largely|mainly)$/],
  ["only", /^(?:only|sole|solely|exclusively|alone|just|merely)$/],
  ["few", /^(?:few|rarely|seldom|minority)$/],
  ["half", /^(?:half|quarter|twice|double|doubled|triple|tripled)$/],
];

/** "All", "most", "only", "few": a claim may not count more closely than its quotes. */
export function* quantifierFaults({ claim, quotes }: Comparison): Generator<string> {
  const said = quotes.flatMap(({ tokens }) => tokens.map(({ form }) => form));
  for (const [name, pattern] of quantifiers) {
    // "most prominent" is a superlative, "a few" is some.
    const ours = claim.tokens.find(
      ({ form }, i) => pattern.test(form) && !(name === "few" && claim.tokens[i - 1]?.form === "a"),
    );
    if (ours && !said.some((form) => pattern.test(form))) yield `The quotes do not say “${ours.raw}”.`;
  }
}

/** Whether the word after `i` goes on with a name: capitalised, and nothing but a space between. */
function adjoins(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i]!, tokens[i + 1]];
  return next !== undefined && !next.glue && next.start - token.end === 1 && /^\p{Lu}/u.test(next.raw);
}
