/** A half-open range of UTF-16 code units, `[start, end)`, into a text that the holder names. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without the white space at its edges; empty spans stay empty. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}
