import { compiled, type Match } from "./compile.ts";
import { grainOfEdtf } from "./edtf.ts";
import type { Grain } from "./grain.ts";
import { languageOf } from "./languages/index.ts";
import type { Context } from "./rule.ts";
import type { Timex } from "./timex.ts";

export interface TimexOptions {
  /** EDTF of the text's publication, as near as it is known; years that nothing tells are `XXXX` without it. */
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
  const published = options.published === undefined ? null : grainOfEdtf(options.published);
  let anchor: Grain | null = null;
  const found: Timex[] = [];
  for (const { start, end, parts, means } of longest(compiled(language)(text))) {
    const words = text.slice(start, end);
    const context: Context = { published, anchor, words, tense: () => language.tense(text, start, end) };
    const reading = means(parts, context);
    if (!reading) continue;
    const { grain, aside, ...attributes } = reading;
    if (grain && !aside) anchor = grain;
    found.push({ start, end, text: words, ...attributes });
  }
  return found;
}

/** Of matches that overlap, the longest; of equals, that of the earlier rule. In order of text. */
function longest(matches: Match[]): Match[] {
  matches.sort((a, b) => b.end - b.start - (a.end - a.start) || a.order - b.order);
  const kept: Match[] = [];
  for (const match of matches) {
    if (!kept.some(({ start, end }) => match.start < end && start < match.end)) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
