import { UserError } from "../../ops/user-error.ts";

/** Characters: the longest novels have some three million. */
const LONGEST_TEXT = 4_000_000;
/** No one writes so much without a break; what does is data, and reading it as prose takes memory many times its size. */
const LONGEST_PARAGRAPH = 1_000_000;

/**
 * A text, where it is no longer than a person's would be.
 *
 * @throws UserError `document.too-long`
 */
export function ofReadableLength(text: string): string {
  if (text.length > LONGEST_TEXT) throw tooLong(`it has ${millions(text.length)}`, LONGEST_TEXT);
  let start = 0;
  while (text.length - start > LONGEST_PARAGRAPH) {
    const end = text.indexOf("\n", start);
    const length = (end < 0 ? text.length : end) - start;
    if (length > LONGEST_PARAGRAPH) throw tooLong(`it has a line of ${millions(length)}`, LONGEST_PARAGRAPH);
    start = end + 1;
  }
  return text;
}

function tooLong(what: string, most: number): UserError {
  return new UserError(
    "document.too-long",
    `${what}; an article has ${most / 1e6} million at most. Split it.`,
  );
}

function millions(length: number): string {
  return `${(length / 1e6).toFixed(1)} million characters`;
}
