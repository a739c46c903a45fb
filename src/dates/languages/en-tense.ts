import type { Tense } from "../rule.ts";

const irregular =
  "was|were|had|did|said|told|went|came|took|made|got|gave|found|thought|saw|knew|became|left|felt|put|brought|began|kept|held|wrote|stood|heard|let|meant|set|met|ran|paid|sat|spoke|lay|led|grew|lost|fell|sent|built|understood|drew|broke|spent|cut|rose|drove|bought|wore|chose|hit|won|fought|caught|taught|sold|shot|shut|struck|swore|threw|flew|hurt|sought|dealt|bid|quit|beat|blew|woke|swept|fled|bound|forced|stole|sank|sang|read|reported|posted";
const past = new RegExp(
  `^(?:${irregular}|\\p{L}{2,}ed|(?:have|has|['’]ve)|(?:was|were|did|had)n['’]t)$`,
  "iu",
);
const future =
  /^(?:will|shall|won['’]t|would|expects?|plans?|hopes?|intends?|aims?|pledges?|vows?|threatens?|expected|scheduled|slated|due|planned|likely|set|ready|poised|upcoming|begins?|starts?|opens?|resumes?|convenes?|expires?|meets|arrives|['’]ll)$/iu;
/** After these an infinitive tells of what is to come, whatever tense they have: "was scheduled to begin Monday". */
const announcing =
  /^(?:expected|scheduled|slated|due|planned|set|likely|going|ready|poised|plans?|hopes?|intends?|wants?|expects?|is|are|agreed|decided|vowed|promised|about)$/iu;
const clauseEnd = /[.!?;:](?=\s|$)|["“”]|\n|``|''/g;

/**
 * The tense of the verb that an expression goes with: the nearest before it in its clause, else the nearest after it.
 * Word lists and endings, no parser: a news text says when by plain verbs.
 */
export function tense(text: string, start: number, end: number): Tense {
  const next = text.slice(end, end + 40);
  if (/^\s*(?:at the )?earliest\b/iu.test(next)) return "future";
  if (/^\s?['’]s\b(?!.*\bwill\b)/iu.test(next)) return "past";
  if (
    /\b(?:as (?:soon|early) as|planned for|(?:march|rally|meeting|protest|vote|hearing|talks|election|strike)s? (?:\p{L}+ ){0,3}for) $/iu.test(
      text.slice(Math.max(0, start - 40), start),
    )
  )
    return "future";
  let from = Math.max(0, start - 160);
  for (const stop of text.slice(from, start).matchAll(clauseEnd))
    from = Math.max(from, Math.max(0, start - 160) + stop.index + 1);
  const before = wordsOf(text.slice(from, start));
  for (let i = before.length - 1; i >= 0; i--) {
    const found = tenseOf(before, i);
    if (found) return found;
  }
  const rest = text.slice(end, end + 120);
  const stop = rest.search(/[.!?;](?=\s|$)|\n/);
  const after = wordsOf(stop < 0 ? rest : rest.slice(0, stop));
  for (let i = 0; i < after.length; i++) {
    const found = tenseOf(after, i);
    if (found) return found;
  }
  return null;
}

function tenseOf(words: readonly string[], i: number): Tense {
  const word = words[i]!;
  if (future.test(word)) return "future";
  if (word.toLowerCase() === "to" && i > 0 && announcing.test(words[i - 1]!)) return "future";
  if (past.test(word)) {
    const helper = words[i - 1] ?? "";
    // "will be released", "to be released": the participle is not the finite verb.
    if (/^(?:be|been|being|get)$/iu.test(helper)) return null;
    return "past";
  }
  return null;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}]+(?:['’]\p{L}+)?|['’]ll/gu) ?? [];
}
