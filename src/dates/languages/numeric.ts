import { date } from "../meanings.ts";
import type { Language, Rule } from "../rule.ts";

const digits = (source: string) => ({ source, read: Number });

/** Figures that mean the same in every language. */
export const figures = {
  year: digits("(?:1\\d|20)\\d\\d"),
  month: digits("1[0-2]|0?[1-9]"),
  day: digits("3[01]|[12]\\d|0?[1-9]"),
} as const;

/** ISO 8601 dates, and day before month with dots: 2025-09-05, 5.09.2025. */
export const numericRules: readonly Rule[] = [
  {
    pattern: "(?<year>(?:1\\d|20)\\d\\d)-(?<month>1[0-2]|0[1-9])(?:-(?<day>3[01]|[12]\\d|0[1-9]))?(?!-?\\d)",
    means: date,
  },
  {
    pattern: "(?<day>3[01]|[12]\\d|0?[1-9])\\.(?<month>1[0-2]|0?[1-9])\\.(?<year>(?:1\\d|20)\\d\\d)",
    means: date,
  },
];

export const numeric: Language = {
  classes: figures,
  trigger: /\d{4}/gu,
  rules: numericRules,
  tense: () => null,
};
