/**
 * The words of one index version: an inverted index over stems and a forward index over forms.
 * Passages are numbered from 0 in the order they were added; forms and stems have numbers of their own.
 * All arrays are views that stay valid until the index is closed; nobody writes to them.
 */
export interface WordIndex {
  /** How many passages there are; passage numbers are below it. */
  readonly passages: number;
  /** Mean passage length, in words. */
  readonly averageLength: number;
  /** A passage's length, in words. */
  length(passage: number): number;
  /** The number of a stem, or -1. */
  stem(stem: string): number;
  /** In which passages a stem stands, ascending, and how often (capped at 255). */
  postings(stem: number): { readonly passages: Uint32Array; readonly counts: Uint8Array };
  /** In how many passages a stem stands: `postings(stem).passages.length`, without reading them. */
  frequency(stem: number): number;
  /** A passage's words in order of text, as form numbers; its context (headings) comes first, `contextLength` words of it. */
  forward(passage: number): { readonly forms: Uint32Array; readonly contextLength: number };
  /** The folded form of a form number. */
  form(form: number): string;
  /** The stem number of a form. A form that stands in two languages has a number, and a stem, for each. */
  stemOf(form: number): number;
  /** How many forms there are; form numbers are below it. */
  readonly forms: number;
}
