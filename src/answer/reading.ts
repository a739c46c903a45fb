import { isFunctionWord } from "../text/function-words.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { lemma, lexicon } from "./lexicon.ts";
import { phrases } from "./names.ts";
import { quantities } from "./numbers.ts";

/** A word of a sentence as a verifier reads it. Offsets are UTF-16, into the text that was read. */
export interface Token extends Span {
  /** As it stands in the text. */
  readonly raw: string;
  /** Folded; several words that are one name are one form (`us` for "United States"). */
  readonly form: string;
  readonly lemma: string;
  readonly kind: "word" | "name" | "number" | "date";
  /** Of a number, its value; of a date, the number of the month, weekday or part in its own list. */
  readonly value: number;
  /** Of a number, see {@link Quantity}; of a date, the list that it belongs to. */
  readonly unit: string | null;
  /** It holds the sentence together and says nothing by itself. */
  readonly glue: boolean;
  /** The clause that it stands in, from 0: clauses end at punctuation and before conjunctions. */
  readonly clause: number;
  /** It denies by its prefix: "unwilling", whose lemma is that of "willing". */
  readonly denied: boolean;
  /** First of its sentence: its capital letter tells nothing. */
  readonly first: boolean;
}

const calendar: Readonly<Record<string, readonly string[]>> = {
  month: "january february march april may june july august september october november december".split(" "),
  weekday: "monday tuesday wednesday thursday friday saturday sunday".split(" "),
  season: "winter spring summer autumn".split(" "),
  part: "early mid late".split(" "),
  day: "yesterday today tomorrow".split(" "),
};
const dates = new Map<string, { unit: string; value: number }>();
for (const [unit, list] of Object.entries(calendar)) {
  for (const [i, word] of list.entries()) {
    dates.set(word, { unit, value: i + 1 });
    if (unit === "month" && word.length > 4) dates.set(word.slice(0, 3), { unit, value: i + 1 });
  }
}
dates.set("sept", { unit: "month", value: 9 });
dates.set("fall", { unit: "season", value: 4 });
dates.set("middle", { unit: "part", value: 2 });
dates.set("beginning", { unit: "part", value: 1 });
/** Month names that are common words too count as months only where they are capitalised; so do short ones. */
const ambiguous = /^(?:march|may|august|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|fall|spring)$/;

/** Adverbs and the like that carry no fact of their own. */
const discourse = new Set(
  "however meanwhile moreover furthermore therefore thereby later then now soon again together away back once well rather quite yet still first finally recently currently previously already indeed overall apparently like got get having let also thus amid made make makes making new including include includes included several another various number group part way thing things sir mr mrs ms dr prof".split(
    " ",
  ),
);
const titles = new Set(
  "president prime minister chancellor king queen prince princess senator governor mayor general colonel chief secretary judge justice professor doctor pope representative deputy assistant special envoy ambassador spokesman spokeswoman spokesperson director chairman chairwoman leader opposition western eastern northern southern central".split(
    " ",
  ),
);

/** Reads a text: its words, with what each is. Punctuation only divides. */
export function read(text: string): Token[] {
  const numbers = quantities(text);
  const lex = lexicon();
  const tokens: Token[] = [];
  let clause = 0;
  let last = 0;
  let first = true;
  let n = 0;
  for (const word of words(text)) {
    if (word.start < last) continue;
    const gap = text.slice(last, word.start);
    if (/[.!?…]["”’)]*\s|[\r\n|•]/u.test(gap)) first = true;
    if (/[,;:()–—|\n]|\s-\s|[.!?]\s/u.test(gap)) clause++;
    while (numbers[n] && numbers[n]!.end <= word.start) n++;
    const quantity = numbers[n];
    const raw = text.slice(word.start, word.end);
    if (quantity && quantity.start <= word.start && word.start < quantity.end) {
      const form = `${quantity.ordinal ? "#" : ""}${quantity.value}`;
      const span = { start: quantity.start, end: quantity.end };
      const { value, unit } = quantity;
      tokens.push({
        ...span,
        raw: text.slice(span.start, span.end),
        form,
        lemma: form,
        kind: "number",
        value,
        unit,
        glue: false,
        clause,
        denied: false,
        first,
      });
      last = quantity.end;
      first = false;
      continue;
    }
    if (/^(?:and|but|while|whereas|although|because|which|who|that)$/.test(word.form)) clause++;
    const capital = /^\p{Lu}/u.test(raw);
    const date = dates.get(word.form);
    const isDate =
      date !== undefined && (capital || !ambiguous.test(word.form)) && !(first && word.form === "may");
    const positive = /^un(\p{L}{4,})$/u.exec(word.form)?.[1];
    const denied = positive !== undefined && lex.common(lemma(positive));
    const base = lemma(denied ? positive : word.form);
    const glue =
      !isDate && !/^U\.?S\.?(?:['’]s)?$/.test(raw) && (isFunctionWord(word.form) || discourse.has(word.form));
    const name =
      !isDate &&
      !glue &&
      capital &&
      !titles.has(word.form) &&
      !(first && lex.common(base) && !/\p{Lu}.*\p{Lu}/u.test(raw));
    tokens.push({
      start: word.start,
      end: word.end,
      raw,
      form: word.form,
      lemma: base,
      kind: isDate ? "date" : name ? "name" : "word",
      value: date?.value ?? Number.NaN,
      unit: isDate ? date.unit : null,
      glue,
      clause,
      denied,
      first,
    });
    last = word.end;
    first = false;
  }
  return joined(tokens);
}

/** Several words that are one name become one token. */
function joined(tokens: Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const phrase = phrases.find(([forms]) => forms.every((form, j) => tokens[i + j]?.form === form));
    if (!phrase) {
      out.push(tokens[i]!);
      continue;
    }
    const [forms, form] = phrase;
    const end = tokens[i + forms.length - 1]!;
    const raw = tokens.slice(i, i + forms.length).map((token) => token.raw);
    out.push({
      ...tokens[i]!,
      end: end.end,
      raw: raw.join(" "),
      form,
      lemma: form,
      kind: "name",
      glue: false,
    });
    i += forms.length - 1;
  }
  return out;
}
