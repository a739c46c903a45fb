/** How a clause tells of what it dates: as done, as planned, or as neither (a state, a habit, a remark). */
export type Told = "happened" | "announced" | "state";

const plan =
  /^(?:will|would|shall|might|may|could|can|wont|should|must|plans?|planned|due|expects?|expected|set|scheduled|slated|hopes?|hoped|intends?|intended|aims?|aimed|going|poised)$/;
/** Words that make a plan only before "to": "is set to", not "set a record". */
const beforeTo =
  /^(?:due|expects?|expected|set|scheduled|slated|hopes?|hoped|plans?|planned|intends?|intended|aims?|aimed|going|poised)$/;
/** Words that end in -ed and are no verbs in the past. */
const noPast =
  /^(?:need|indeed|hundred|speed|feed|seed|weed|breed|exceed|proceed|succeed|bed|red|led|so-called|united|used)$/;
const irregular = new Set(
  `was were had did been got said told went came took gave made met held began became broke brought built bought
  caught chose cut dealt drew drove fell fed felt fought found flew fled forbade forgot forgave froze grew heard hid
  hit hurt kept knew laid led left lent let lay lit lost meant paid put quit read rose ran saw sold sent set shook
  shot shut sang sank sat slept spoke spent split spread stood stole struck swore swept swam taught tore thought
  threw understood woke won wore wrote undertook withdrew withheld overcame overthrew sought shown seen taken given
  known gone begun broken chosen driven fallen flown frozen grown risen spoken stolen sworn thrown written done`
    .trim()
    .split(/\s+/),
);

/** How an English clause tells: by the first of its verbs that shows tense. Text of other languages reads as `happened`. */
export function toldAs(clause: string, language: string): Told {
  if (language !== "en" && language !== "und") return "happened";
  const tokens = clause.replaceAll(/["“”‘]/g, "").match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  for (const [i, token] of tokens.entries()) {
    const word = token.toLowerCase().replace(/['’]/g, "");
    // A name, or "May": only the first word of a clause is capitalised for another reason.
    if (i > 0 && /^\p{Lu}/u.test(token)) continue;
    if (plan.test(word) && (!beforeTo.test(word) || tokens[i + 1]?.toLowerCase() === "to")) {
      if (!(i === 0 && word === "may")) return "announced";
    }
    if (irregular.has(word)) return "happened";
    if (/.{2,}ed$/.test(word) && !noPast.test(word) && !participle(tokens, i)) return "happened";
  }
  return "state";
}

/** Whether a word in -ed stands before a noun or after "the", as in "the detained men": it tells no action. */
function participle(tokens: readonly string[], i: number): boolean {
  return /^(?:a|an|the|its|his|her|their|our|my|many|some|other|of)$/i.test(tokens[i - 1] ?? "");
}
