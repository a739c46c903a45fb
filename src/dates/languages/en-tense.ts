import type { Tense } from "../rule.ts";
import { nearestTense } from "../tense.ts";

const irregular =
  "was|were|had|did|said|told|went|came|took|made|got|gave|found|thought|saw|knew|became|left|felt|put|brought|began|kept|held|wrote|stood|heard|let|meant|set|met|ran|paid|sat|spoke|lay|led|grew|lost|fell|sent|built|understood|drew|broke|spent|cut|rose|drove|bought|wore|chose|hit|won|fought|caught|taught|sold|shot|shut|struck|swore|threw|flew|hurt|sought|dealt|bid|quit|beat|blew|woke|swept|fled|bound|forced|stole|sank|sang|read";
const past = new RegExp(
  `^(?:${irregular}|\\p{L}{2,}ed|(?:have|has|['’]ve)|(?:was|were|did|had)n['’]t)$`,
  "iu",
);
const future =
  /^(?:will|shall|won['’]t|would|expects?|plans?|hopes?|intends?|aims?|pledges?|vows?|threatens?|expected|scheduled|slated|due|planned|likely|set|ready|poised|upcoming|begins?|starts?|opens?|resumes?|convenes?|expires?|meets|arrives|['’]ll)$/iu;
/** After these an infinitive tells of what is to come, whatever tense they have: "was scheduled to begin Monday". */
const announcing =
  /^(?:expected|scheduled|slated|due|planned|set|likely|going|ready|poised|plans?|hopes?|intends?|wants?|expects?|is|are|agreed|decided|vowed|promised|about)$/iu;
/** Before a date, these make it one to come: "as early as Tuesday", "ahead of Sunday's vote", "a rally for Friday". */
const awaiting =
  /\b(?:as (?:soon|early) as|ahead of|in time for|no later than|planned for|(?:march|rally|meeting|protest|vote|hearing|talks|election|strike)s? (?:\p{L}+ ){0,3}for) $/iu;
/** So do these, but where they open a sentence: "Until Thursday, they had not called". */
const pending = /\b(?:until|till|by) $/u;

/** The tense of the clause around an expression, in English. */
export function tense(text: string, start: number, end: number): Tense {
  const next = text.slice(end, end + 40);
  if (/^\s*(?:at the )?earliest\b/iu.test(next)) return "future";
  const lead = text.slice(Math.max(0, start - 40), start).replace(/\s+/g, " ");
  if (awaiting.test(lead) || (pending.test(lead) && !/^ ?,/.test(next))) return "future";
  // "Thursday's ruling" is known already.
  if (/^\s?['’]s\b(?!.*\bwill\b)/iu.test(next)) return "past";
  return nearestTense(text, start, end, tenseOf);
}

function tenseOf(words: readonly string[], i: number): Tense {
  const [word, last = ""] = [words[i]!, words[i - 1]];
  // "had been scheduled to expire Friday" tells of a Friday gone by.
  const hadBeen = (at: number) => /^been$/iu.test(words[at - 1] ?? "") && /^had$/iu.test(words[at - 2] ?? "");
  if (future.test(word)) return hadBeen(i) ? "past" : "future";
  if (/^to$/iu.test(word) && announcing.test(last)) return hadBeen(i - 1) ? "past" : "future";
  if (/^be$/iu.test(word) && /^to$/iu.test(last)) return "future";
  // "will be released", "to be released": the participle is not the finite verb.
  return past.test(word) && !/^(?:be|been|being|get)$/iu.test(last) ? "past" : null;
}
