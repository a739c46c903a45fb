import { padded } from "./calendar.ts";
import { bounds, parseEdtf, timexToEdtf } from "./edtf.ts";
import { languageOf } from "./languages/index.ts";
import type { Timex } from "./timex.ts";
import { timexes } from "./timexes.ts";

export interface InferOptions {
  readonly language?: string | undefined;
  /** Other articles known to tell of the same events, a source and its summary for instance: what they say of the year counts too. */
  readonly anchors?: readonly Anchor[] | undefined;
}

export interface Anchor {
  readonly text: string;
  readonly language?: string | undefined;
  /** EDTF, where that article's own date is known. */
  readonly published?: string | null | undefined;
}

/** When a text was published, as far as it shows, and the words that show it, joined by ` … `. */
export interface Inferred {
  /** EDTF: a year, a month, an interval of months, or one open to the future where no year is certain. */
  readonly date: string;
  readonly evidence: string;
}

/** What a text lets one know: the months of its year it can be of, that year, or what it cannot precede. */
interface Clues {
  readonly first: number;
  readonly last: number;
  /** The time of year itself is told, whatever the year. */
  readonly told: boolean;
  readonly year: number | null;
  /** EDTF of the latest date that it treats as past. */
  readonly notBefore: string | null;
  readonly words: readonly string[];
}

/**
 * When a text that states no date was published, from what it treats as past and present: months that it names without
 * a year are over ("In September, he announced"), "this month" is none of them, "as the year nears its end" is December,
 * "Throughout 2025" is a year not over yet; the latest other date is a lower bound. Null where the text shows too little.
 */
export function inferPublished(text: string, options: InferOptions = {}): Inferred | null {
  const own = cluesOf(text, options.language);
  const all = (options.anchors ?? []).reduce((clues, anchor) => joined(clues, anchorClues(anchor)), own);
  const { first, last, told, year, notBefore, words } = all;
  const evidence = [...new Set(words)].join(" … ");
  if (year !== null) {
    const [from, to] = [`${year}-${padded(first, 2)}`, `${year}-${padded(last, 2)}`];
    const date = first === 1 && last === 12 ? String(year) : from === to ? from : `${from}/${to}`;
    return { date, evidence };
  }
  if (notBefore === null) return null;
  return { date: `${told ? `${notBefore.slice(0, 4)}-${padded(first, 2)}` : notBefore}/..`, evidence };
}

function cluesOf(text: string, language?: string): Clues {
  const { tellings = [], runningYear, deadline, tense } = languageOf(language);
  const { named, thisMonth, past } = deictics(text, language, (timex) => {
    const before = text.slice(Math.max(0, timex.start - 40), timex.start);
    return !deadline?.test(before) && tense(text, timex.start, timex.end) !== "future";
  });
  const running = runningYear?.exec(text) ?? null;
  const told = tellings.flatMap(({ pattern, months }) => {
    const cue = pattern.exec(text)?.[0];
    return cue === undefined ? [] : [{ cue, months }];
  });
  const over = named ? Number(named.value.slice(5, 7)) : 0;
  // A month is called by its name when it is not the present one.
  const first = Math.max(1, named && thisMonth ? over + 1 : over, ...told.map(({ months }) => months[0]));
  return {
    first: Math.min(first, 12),
    last: Math.max(Math.min(12, ...told.map(({ months }) => months[1])), first),
    told: told.length > 0,
    year: running ? Number(running.groups!.year) : null,
    notBefore: past ? timexToEdtf(past) : null,
    words: [named?.text, thisMonth?.text, ...told.map(({ cue }) => cue), running?.[0] ?? past?.text].filter(
      (word) => word !== undefined,
    ),
  };
}

/** Published on these two dates, an expression that hangs on the publication has two values; any other has one. */
const probes = ["2001-12", "2012-06"] as const;

/** The latest month named without a year, the first word for the month of publication, and the latest date that is over. */
function deictics(text: string, language: string | undefined, isOver: (timex: Timex) => boolean) {
  const [december, june] = probes.map((published) => timexes(text, { published, language }));
  const found: { named?: Timex; thisMonth?: Timex; past?: Timex } = {};
  const later = (timex: Timex, than?: Timex) => than === undefined || timex.value >= than.value;
  december!.forEach((timex, i) => {
    const { value } = timex;
    const other = june![i]!.value;
    if (timex.type !== "DATE") return;
    if (value === other) {
      if (/^(?:19|20)\d\d/.test(value) && later(timex, found.past) && isOver(timex)) found.past = timex;
    } else if (value === probes[0] && other === probes[1]) found.thisMonth ??= timex;
    else if (/^2001-\d\d/.test(value) && later(timex, found.named)) found.named = timex;
  });
  return found;
}

/** An anchor whose date is known lends its year alone: it need not be of the same month. */
function anchorClues({ text, language, published }: Anchor): Clues {
  const known = published && parseEdtf(published) ? bounds(published) : null;
  const year = known?.earliest?.slice(0, 4);
  if (!year || year !== known?.latest?.slice(0, 4)) return cluesOf(text, language);
  const words = [`published ${published}`];
  return { first: 1, last: 12, told: false, year: Number(year), notBefore: null, words };
}

/** What two texts on the same events say together; the first keeps its own where they disagree. */
function joined(own: Clues, other: Clues): Clues {
  const possible = other.year !== null && other.year >= Number(own.notBefore?.slice(0, 4) ?? 0);
  const [first, last] = [Math.max(own.first, other.first), Math.min(own.last, other.last)];
  const agree = first <= last;
  return {
    first: agree ? first : own.first,
    last: agree ? last : own.last,
    told: own.told || other.told,
    year: own.year ?? (possible ? other.year : null),
    notBefore: own.notBefore,
    words: [...own.words, ...other.words],
  };
}
