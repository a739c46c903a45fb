import type { Test } from "./expected.ts";

/** Facts that are told in words of their own, or not at all: a sentence about the same people is no answer. */
const facts: readonly (readonly [asks: RegExp, holds: RegExp])[] = [
  [/\b(?:born|birth\p{L}*)\b/iu, /\b(?:born|birth\p{L}*|native)\b/iu],
  [/\b(?:die|died|death|buried)\b/iu, /\b(?:die[ds]?|dead|deaths?|killed|buried|late)\b/iu],
  [/\b(?:cost|price[ds]?|worth)\b/iu, /\b(?:costs?|price[ds]?|worth|expens\p{L}+|paid|pay)\b/iu],
  [
    /\b(?:earn\p{L}*|salar\p{L}+|wages?|income|revenues?|paid)\b/iu,
    /\b(?:earn\p{L}*|salar\p{L}+|wages?|incomes?|revenues?|paid|pays?)\b/iu,
  ],
  [
    /\b(?:universit\p{L}+|college|school|study|studied|graduate[ds]?|degree|educated)\b/iu,
    /\b(?:universit\p{L}+|colleges?|schools?|stud(?:y|ied|ent|ies)|graduate[ds]?|degree|educat\p{L}+|academy)\b/iu,
  ],
  [/\bcapital (?:city )?of\b/iu, /\bcapitals?\b/iu],
  [/\b(?:currency|anthem)\b/iu, /\b(?:currenc\p{L}+|anthem)\b/iu],
  [/\b(?:population|inhabitants)\b/iu, /\b(?:population|inhabitants|residents|people live)\b/iu],
  [
    /\b(?:sentenced|sentence of|convicted)\b/iu,
    /\b(?:sentenc\p{L}+|convict\p{L}+|jail(?:ed)? (?:for|term)|term)\b/iu,
  ],
  [/\b(?:weigh\p{L}*|weight)\b/iu, /\b(?:weigh\p{L}*|kilos?|kilograms?|pounds?|tonn?es?)\b/iu],
  [
    /\b(?:religion|faith)\b/iu,
    /\b(?:religio\p{L}+|faith|church|christian|orthodox|catholic|muslim|jewish)\b/iu,
  ],
  [/\bhotels?\b/iu, /\bhotels?\b/iu],
];

/** For a fact of a life or a price list, a word for it. */
export function fact(question: string): Test | null {
  const found = facts.filter(([asks]) => asks.test(question));
  return found.length > 0 ? (sentence) => found.every(([, told]) => told.test(sentence)) : null;
}
