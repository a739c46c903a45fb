import { checkedPeriod } from "../dates/edtf.ts";
import type { Filter } from "../index/hit.ts";
import { UserError } from "../ops/user-error.ts";
import { printable } from "../text/printable.ts";
import type { Question } from "./answer.ts";

/** Characters. What is longer is no question, but a text pasted in by mistake. */
export const LONGEST = 2_000;

/**
 * A question as the desk takes it: control characters and white space at its edges are gone, its dates are dates.
 *
 * @throws {UserError} `question.empty`, `question.long`, `dates.edtf`, `dates.order`.
 */
export function asked(question: Question): Question {
  return { ...question, text: askable(question.text), filter: checkedFilter(question.filter) };
}

/** The text of a question or query. @throws {UserError} `question.empty`, `question.long`. */
export function askable(given: string): string {
  const text = printable(given).replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new UserError("question.empty", "There is no question in that: write it in words.");
  }
  if (text.length > LONGEST) {
    const told = `The question has ${text.length} characters, and at most ${LONGEST} are read`;
    throw new UserError("question.long", `${told}: ask one thing, in a sentence or two.`);
  }
  return text;
}

/** A filter whose dates are dates. @throws {UserError} `dates.edtf`, `dates.order`. */
export function checkedFilter(filter: Filter | undefined): Filter | undefined {
  checkedPeriod(filter ?? {});
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
