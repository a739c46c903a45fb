import type { Test } from "./sought.ts";

/** Facts that are told in words of their own, or not at all: a sentence about the same people is no answer. */
const facts: readonly (readonly [asks: RegExp, holds: RegExp])[] = [
  [/\b(?:born|birth\p{L}*)\b/iu, /\b(?:born|birth\p{L}*|native)\b/iu],
  [
    /\b(?:die|died|buried)\b|(?:['’]s|\b(?:his|her|their)) death\b|\bdeath of\b/iu,
    /\b(?:die[ds]?|dead|deaths?|killed|buried|late)\b/iu,
  ],
  [/\b(?:cost|price[ds]?|worth)\b/iu, /\b(?:costs?|price[ds]?|worth|expens\p{L}+|paid|pay)\b/iu],
  [
    /\b(?:earn\p{L}*|salar\p{L}+|wages?|revenues?|paid)\b|['’]s income\b|\bincome of\b/iu,
    /\b(?:earn\p{L}*|salar\p{L}+|wages?|incomes?|revenues?|paid|pays?)\b/iu,
  ],
  [
    /\b(?:what|which) (?:universit\p{L}+|college|school)\b|\b(?:study|studied|graduate[ds]?|degree|educated)\b/iu,
    /\b(?:universit\p{L}+|colleges?|schools?|stud(?:y|ied|ent|ies)|graduate[ds]?|degree|educat\p{L}+|academy)\b/iu,
  ],
  [/\bcapital (?:city )?of\b/iu, /\bcapitals?\b/iu],
  [/\b(?:currency|anthem)\b/iu, /\b(?:currenc\p{L}+|anthem)\b/iu],
  [
    /\bpopulation of\b|\b(?:what|how (?:large|big|many)) .*\b(?:population|inhabitants)\b/iu,
    /\b(?:population|inhabitants|residents|people live)\b|\p{N}{1,3}(?:,\p{N}{3})+|\p{N} ?(?:%|per ?cent)/iu,
  ],
  [
    /\b(?:sentenced|sentence of|convicted)\b/iu,
    /\b(?:sentenc\p{L}+|convict\p{L}+|jail(?:ed)? (?:for|term)|term)\b/iu,
  ],
  [/\b(?:weigh\p{L}*|weight)\b/iu, /\b(?:weigh\p{L}*|kilos?|kilograms?|pounds?|tonn?es?)\b/iu],
  [
    /\b(?:religion|faith)\b/iu,
    /\b(?:religio\p{L}+|faith|church|christian\p{L}*|orthodox\p{L}*|catholic\p{L}*|protestant\p{L}*|muslim|islam\p{L}*|jewish|judaism|hindu\p{L}*|buddhis\p{L}+)\b/iu,
  ],
  [/\bhotels?\b/iu, /\bhotels?\b/iu],
];

/** For a fact of a life or a price list, a word for it. */
export function fact(question: string): Test | null {
  const found = facts.filter(([asks]) => asks.test(question));
  return found.length > 0 ? (sentence) => found.every(([, told]) => told.test(sentence)) : null;
}
