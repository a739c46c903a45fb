import { lemma, lexicon } from "../src/answer/lexicon.ts";
import { read, type Token } from "../src/answer/reading.ts";

/** A sentence with one thing in it altered, so that the sentence itself no longer carries it. */
export interface Mutation {
  readonly kind: "number" | "name" | "date" | "negation" | "modality" | "contrary";
  readonly claim: string;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);
const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const parts = ["early", "mid", "late"];
const seasons = ["winter", "spring", "summer", "autumn"];
const numbers =
  "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty".split(" ");
const strangers = [
  "Angela Merkel",
  "Emmanuel Macron",
  "Poland",
  "Turkish",
  "Berlin",
  "Nauseda",
  "Zelensky",
  "Japan",
];

/** Every alteration of a sentence; `names` are those of the whole corpus. */
export function mutations(sentence: string, names: readonly string[]): Mutation[] {
  const tokens = read(sentence);
  const put = (token: { start: number; end: number }, text: string): string =>
    sentence.slice(0, token.start) + text + sentence.slice(token.end);
  const out: Mutation[] = [];
  for (const token of tokens) {
    if (token.kind === "number") {
      for (const other of otherNumbers(token))
        out.push({
          kind: token.value >= 1900 && token.value < 2100 ? "date" : "number",
          claim: put(token, other),
        });
    }
    if (token.kind === "date") {
      for (const other of otherDates(token)) out.push({ kind: "date", claim: put(token, other) });
    }
  }
  const runs = nameRuns(tokens);
  for (const run of runs) {
    const own = sentence.slice(run.start, run.end);
    const inside = runs.map(({ start, end }) => sentence.slice(start, end));
    const pool = [...new Set([...inside, ...names, ...strangers])].filter((name) => !alike(name, own));
    // A different one for each run, spread over the pool, the sentence's own first.
    const chosen = [...pool.filter((name) => inside.includes(name)), ...spread(pool, own.length, 7)];
    for (const other of new Set(chosen)) out.push({ kind: "name", claim: put(run, other) });
  }
  out.push(...negations(sentence, tokens).map((claim) => ({ kind: "negation" as const, claim })));
  out.push(...certainties(sentence).map((claim) => ({ kind: "modality" as const, claim })));
  out.push(...contraries(tokens, put).map((claim) => ({ kind: "contrary" as const, claim })));
  return out.filter(({ claim }) => claim !== sentence);
}

/** Runs of capitalised names, longest first to last, as spans. */
export function nameRuns(tokens: readonly Token[]): { start: number; end: number }[] {
  const runs: { start: number; end: number; last: number }[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "name" || (token.first && token.raw.length < 4)) continue;
    const end = token.raw.replace(/['’]s$/, "").length + token.start;
    const open = runs.at(-1);
    if (open && open.last === i - 1 && token.start - open.end === 1) Object.assign(open, { end, last: i });
    else runs.push({ start: token.start, end, last: i });
  }
  return runs;
}

function alike(a: string, b: string): boolean {
  const stem = (name: string): string =>
    name
      .toLowerCase()
      .replace(/[^\p{L} ]/gu, "")
      .split(" ")
      .at(-1)!
      .slice(0, 5);
  const us = /^(?:U\.?S\.?|United States|American?|Washington|White House)$/;
  return stem(a) === stem(b) || (us.test(a) && us.test(b)) || a.includes(b) || b.includes(a);
}

function spread(pool: readonly string[], seed: number, count: number): string[] {
  return Array.from(
    { length: Math.min(count, pool.length) },
    (_, i) => pool[(seed * 13 + i * 17) % pool.length]!,
  );
}

function otherNumbers({ raw, value, form }: Token): string[] {
  if (form.startsWith("#")) return ["second", "third", "fourth"].filter((word) => word !== raw.toLowerCase());
  if (!/\d/.test(raw))
    return spread(
      numbers.filter((word) => word !== raw.toLowerCase()),
      raw.length,
      4,
    );
  const swapped = raw.replace(/(\d)(\d)(?!\d)/, "$2$1");
  const year = value >= 1900 && value < 2100;
  const others = year
    ? [value - 1, value + 1, value - 3, value + 10]
    : [value + 1, value - 1, value * 10, Math.round(value / 2), value + 100];
  return [...new Set([...others.filter((n) => n > 0).map(String), ...(year ? [] : [swapped])])].filter(
    (text) => Number(text) !== value,
  );
}

function otherDates({ unit, raw, value }: Token): string[] {
  const lists = { month: months, weekday: weekdays, part: parts, season: seasons } as Record<
    string,
    string[]
  >;
  const list = lists[unit ?? ""] ?? [];
  const others = list.filter((_, i) => i + 1 !== value);
  return spread(others, raw.length, 4);
}

const auxiliary =
  /\b(is|are|was|were|has|have|had|will|would|might|may|could|can|should|must|did|does|do)\b(?! not|n['’]t)/g;

/** Denials put in and taken out. */
function negations(sentence: string, tokens: readonly Token[]): string[] {
  const out: string[] = [];
  for (const match of sentence.matchAll(auxiliary)) {
    const end = match.index + match[0].length;
    const next = sentence.slice(end).trimStart().split(/\s/)[0] ?? "";
    if (!/^[a-z]/.test(next)) continue;
    out.push(`${sentence.slice(0, end)} not${sentence.slice(end)}`);
    out.push(`${sentence.slice(0, end)} never${sentence.slice(end)}`);
  }
  for (const [i, { raw, start, first, glue }] of tokens.entries()) {
    const before = tokens[i - 1];
    const verb = /ed$/.test(raw) && !first && !glue && lexicon().verb(lemma(raw)) && before?.form !== "the";
    if (
      verb &&
      before &&
      (before.kind !== "word" || before.glue || /s$/.test(before.form)) &&
      !/^(?:a|an|and|of|by|from|with|on)$/.test(before.form)
    )
      out.push(`${sentence.slice(0, start)}never ${sentence.slice(start)}`);
  }
  for (const [pattern, put] of [
    [/\b(did|does|do|is|are|was|were|has|have|had|would|could) not\b/g, "$1"],
    [/\b(did|does|do|is|are|was|were|has|have|had|would|could)n['’]t\b/g, "$1"],
    [/\bnever /g, ""],
    [/\bwithout\b/g, "while"],
    [/\bhad no\b/g, "had a"],
    [/\brefused to\b/g, "agreed to"],
    [/\bunwilling\b/gi, "willing"],
  ] as const) {
    if (sentence.search(pattern) >= 0) out.push(sentence.replace(pattern, put));
  }
  return out;
}

/** What may be, told as what is. */
function certainties(sentence: string): string[] {
  const out: string[] = [];
  for (const [pattern, put] of [
    [/\bwould (?=[a-z]+ )/g, "did "],
    [/\bmight (?:soon )?(?=[a-z]+ )/g, "did "],
    [/\bcould (?=[a-z]+ )/g, "did "],
    [/\bmay (?=[a-z]+ )/g, "did "],
    [/\bseeks to\b/g, "did"],
    [/\bwanted to\b/g, "did"],
    [/\bplans to\b/g, "did"],
  ] as const) {
    if (pattern.test(sentence)) out.push(sentence.replace(pattern, put));
  }
  return out;
}

const opposites = new Map(
  "released jailed|freed imprisoned|lift impose|praised criticised|increased decreased|rise fall|reduce increase|improve worsen|ally enemy|publicly privately|opposition ruling|ease tighten|open close|reopen close|accepted refused|closer looser|high low|positive negative|foreign domestic|benefits drawbacks|husband brother|small large|following before|another no|last first|normalize freeze|strategic tactical|relief pressure|allies enemies|respect contempt|western eastern|longest shortest|deeper shallower"
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);

function contraries(tokens: readonly Token[], put: (token: Token, text: string) => string): string[] {
  return tokens.flatMap((token) => {
    const other = token.raw === token.raw.toLowerCase() ? opposites.get(token.form) : undefined;
    return other ? [put(token, other)] : [];
  });
}
