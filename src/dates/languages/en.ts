import type { Language } from "../rule.ts";
import { dates } from "./en-dates.ts";
import { pieces } from "./en-pieces.ts";
import { relatives } from "./en-relative.ts";
import { spans } from "./en-spans.ts";
import { tense } from "./en-tense.ts";
import { classes } from "./en-words.ts";

/** English, by the habits of news. */
export const english: Language = {
  classes,
  pieces,
  groups: [...dates, ...relatives, ...spans],
  tense,
  deadline: /\b(?:by|until|till|through|before)\s+(?:the\s+\w+\s+of\s+)?$/iu,
  tellings: [
    {
      pattern:
        /\b(?:as|with) (?:the|this) year (?:nears its end|near(?:s|ing) an end|draw(?:s|ing) to (?:a|its) (?:close|end)|(?:comes|coming) to (?:an end|a close)|winds down|(?:almost|nearly) over)|in the (?:final|last|closing) (?:days|weeks) of the year\b/iu,
      months: [12, 12],
    },
    {
      pattern:
        /\b(?:as the (?:new )?year (?:begins|starts|gets under way)|at the start of the new year|so early in the year)\b/iu,
      months: [1, 1],
    },
  ],
  runningYear:
    /\b(?:throughout|so far in|all through|in the course of|since the (?:start|beginning) of) (?<year>20\d\d)\b/iu,
};
