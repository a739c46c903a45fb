import { compiled, type Match } from "./compile.ts";
import { grainOfEdtf } from "./edtf.ts";
import type { Grain } from "./grain.ts";
import { languageOf } from "./languages/index.ts";
import type { Context } from "./rule.ts";
import type { Timex } from "./timex.ts";

export interface TimexOptions {
  /**
   * EDTF of the text's publication, as near as it is known; a day in ISO 8601's other spellings is taken too (`20130322`,
   * `2013-03-22 10:00`). Without it, years that nothing tells are `XXXX`.
   */
  readonly published?: string | undefined;
  /** BCP 47 tag; English where left out. Of languages without rules, numeric dates alone are read. */
  readonly language?: string | undefined;
}

/**
 * The temporal expressions of a text, in order, none overlapping, as TIMEX3 by the guidelines of TempEval-3.
 * Dates without a year are resolved against the publication, by the tense of their clause, towards the past in doubt;
 * "a month later" against the date named before it.
 */
export function timexes(text: string, options: TimexOptions = {}): Timex[] {
  const language = languageOf(options.language);
  const published = publication(options.published ?? "");
  let anchor: Grain | null = null;
  let day: { grain: Grain; at: number } | null = null;
  let quarter: { grain: Grain; at: number } | null = null;
  const found: Timex[] = [];
  for (const { start, end, parts, means } of longest(compiled(language)(text), text.length)) {
    const sameDay = day && !/[.!?](?:\s|$)|\n\s*\n/.test(text.slice(day.at, start)) ? day.grain : null;
    const near = quarter && start - quarter.at < quarterReach ? quarter.grain : null;
    const context: Context = {
      published,
      anchor,
      day: sameDay,
      quarter: near,
      tense: () => language.tense(text, start, end),
    };
    const reading = means(parts, context);
    if (!reading) continue;
    const { grain, aside, ...attributes } = reading;
    if (grain && !aside) anchor = grain;
    if (grain?.unit === "day" && !aside) day = { grain, at: end };
    if (grain?.unit === "quarter" && !aside) quarter = { grain, at: end };
    found.push({ start, end, text: text.slice(start, end), ...attributes });
  }
  return found;
}

function publication(published: string): Grain | null {
  const [, ...day] = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$/.exec(published) ?? [];
  return grainOfEdtf(day.length > 0 ? day.join("-") : published);
}

/** How far, in characters, figures can stand from the quarter that they are of. */
const quarterReach = 400;

/** Of matches that overlap, the longest; of equals, that of the earlier rule. In order of text. */
function longest(matches: Match[], length: number): Match[] {
  const taken = new Uint8Array(length);
  return matches
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.order - b.order)
    .filter(({ start, end }) => {
      // Whatever covers part of this match is at least as long, and so covers one of its ends.
      if (taken[start] || taken[end - 1]) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}
