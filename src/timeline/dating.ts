import { bounds, timexToEdtf } from "../dates/edtf.ts";
import type { Timex } from "../dates/timex.ts";
import type { Span } from "../text/span.ts";
import { type Told, toldAs } from "./told.ts";

/** That a sentence, or a part of it, tells of a date. */
export interface Dating {
  /** EDTF. */
  readonly date: string;
  /** First and last day it can mean, `YYYY-MM-DD`. */
  readonly earliest: string;
  readonly latest: string;
  readonly told: Told;
  /** It names a day of the calendar, or a month or year, where others count from the publication: "Tuesday", "last week". */
  readonly spelled: boolean;
  /** The part of the sentence that the date governs. */
  readonly scope: Span;
  /** Where the date is said, when it is another sentence than the one dated. */
  readonly saidIn: Span | null;
}

/** What an expression dates, by days; null where it names no period of the calendar. */
export function periodOf(timex: Timex): Pick<Dating, "date" | "earliest" | "latest"> | null {
  const date = timexToEdtf(timex);
  if (date === null) return null;
  const { earliest, latest } = bounds(date);
  return earliest === null || latest === null ? null : { date, earliest, latest };
}

/** The datings of one sentence: every period its expressions name, each with the part of the sentence it governs. */
export function datings(
  text: string,
  sentence: Span,
  timexes: readonly Timex[],
  published: { readonly earliest: string; readonly latest: string } | null,
  language: string,
): Dating[] {
  const found: Dating[] = [];
  const dated = timexes.flatMap((timex) => {
    const period = isClock(timex) || isTimestamp(text, timex) ? null : periodOf(timex);
    return period ? [{ timex, period }] : [];
  });
  for (const [i, { timex, period }] of dated.entries()) {
    if (found.some(({ date }) => date === period.date)) continue;
    const scope = {
      start: i === 0 ? sentence.start : cut(text, dated[i - 1]!.timex.end, timex.start),
      end: i === dated.length - 1 ? sentence.end : cut(text, timex.end, dated[i + 1]!.timex.start),
    };
    found.push({
      ...period,
      told: told(text, scope, sentence, period, published, language),
      spelled: /\d/.test(timex.text),
      scope,
      saidIn: null,
    });
  }
  return found;
}

/** A time of day alone ("10pm") does not say on which day. */
function isClock({ type, text }: Timex): boolean {
  return (
    type === "TIME" && /^[^\p{L}]*(?:\d[\d:. ]*|noon|midnight)(?:\s*[ap]\.?\s?m\.?)?[^\p{L}]*$/iu.test(text)
  );
}

/** A page's own clock: a date beside a bar, or with a time and its zone, says when something was posted, not when it happened. */
function isTimestamp(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 32);
  return (
    /\|\s*(?:\p{L}{3},?\s*)?$/u.test(before) ||
    /^\s*(?:,\s*)?(?:at\s+)?(?:\d{1,2}[:.]\d{2}\s*)?(?:[ap]\.?m\.?\s*)?(?:\||(?:GMT|BST|UTC|CES?T|E[SD]?T|P[SD]?T)\b)/.test(
      after,
    )
  );
}

/** A day after publication is a plan, one before it is past; of days around it, the verb tells. */
function told(
  text: string,
  scope: Span,
  sentence: Span,
  { earliest, latest }: { earliest: string; latest: string },
  published: { readonly earliest: string; readonly latest: string } | null,
  language: string,
): Told {
  if (published && earliest > published.latest) return "announced";
  const said = toldAs(text.slice(scope.start, scope.end), language);
  if (!published || latest >= published.earliest) return said;
  // What is past was no mere plan; where a noun tells it ("the invasion in 2022"), the sentence around it must tell of deeds.
  if (said === "announced") return "happened";
  return said === "state" ? toldAs(text.slice(sentence.start, sentence.end), language) : said;
}

/** Where the part governed by one date ends and that of the next begins: at the last comma or "and" between them. */
function cut(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const joints = [...between.matchAll(/[,;:–—]["”’']?\s+|\s(?=(?:and|but|while|when|after|before)\s)/g)];
  const last = joints.at(-1);
  return last ? from + last.index + last[0].length : to;
}
