import { date } from "../named.ts";
import type { Language, Rule } from "../rule.ts";

const digits = (source: string) => ({ source, read: Number });

/** ISO 8601 dates, with slashes too, and day before month with dots: 2025-09-05, 2025/9/5, 5.09.2025. */
export const numericRules: readonly Rule[] = [
  ["(?<year>(?:1\\d|20)\\d\\d)-(?<month>1[0-2]|0[1-9])(?:-(?<day>3[01]|[12]\\d|0[1-9]))?(?!-?\\d)", date],
  ["(?<day>3[01]|[12]\\d|0?[1-9])\\.(?<month>1[0-2]|0?[1-9])\\.(?<year>(?:1\\d|20)\\d\\d)", date],
  ["(?<year>(?:1\\d|20)\\d\\d)/(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\\d|0?[1-9])", date],
];

/** Day before month with slashes, as most of the world but the United States writes: 5/09/2025. */
export const dayFirst: Rule = [
  "(?<day>3[01]|[12]\\d|0?[1-9])/(?<month>1[0-2]|0?[1-9])/(?<year>(?:1\\d|20)\\d\\d)",
  date,
];

/** Any language, of which dates in figures are read and no more. */
export const numeric: Language = {
  classes: {
    year: digits("(?:1\\d|20)\\d\\d"),
    month: digits("1[0-2]|0?[1-9]"),
    day: digits("3[01]|[12]\\d|0?[1-9]"),
  },
  groups: [{ near: /\d[./-]\d/g, rules: [...numericRules, dayFirst] }],
  tense: () => null,
};
