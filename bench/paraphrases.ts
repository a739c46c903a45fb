/** Rewritings of a sentence that leave what it says true: what a verifier must let pass. */
export interface Paraphrase {
  readonly rule: string;
  readonly claim: string;
}

/** Word for word, chosen from newspapers, not from the verifier's lexicon. */
const synonyms: readonly [RegExp, string][] = [
  [/\breleased\b/g, "freed"],
  [/\bfreed\b/g, "released"],
  [/\bannounced\b/g, "said"],
  [/\bdeclared\b/g, "announced"],
  [/\bpraised\b/g, "lauded"],
  [/\bseeks\b/g, "wants"],
  [/\bpublicly\b/g, "openly"],
  [/\bcountry\b/g, "nation"],
  [/\bkey\b/g, "main"],
  [/\blaureate\b/g, "winner"],
  [/\bforeign nationals\b/g, "foreigners"],
  [/\bby phone\b/g, "on the telephone"],
  [/\bvital\b/g, "crucial"],
  [/\bregularly\b/g, "often"],
  [/\bnotable\b/g, "remarkable"],
  [/\bprominent\b/g, "well-known"],
  [/\bbacked\b/g, "supported"],
  [/\bcontroversial\b/g, "disputed"],
  [/\breduce\b/g, "lessen"],
  [/\brequirement\b/g, "demand"],
  [/\bwrote\b/g, "reported"],
  [/\bchanged\b/g, "shifted"],
  [/\brepeatedly\b/g, "several times"],
  [/\bcooperation\b/g, "collaboration"],
  [/\bpresident\b/g, "head of state"],
  [/\bchallenging\b/g, "putting in question"],
  [/\bdetainees\b/g, "prisoners"],
  [/\bbegun\b/g, "started"],
  [/\bcritics argue\b/gi, "Critics say"],
];

/** What each rule makes of a sentence, where it applies. `subject` is whom "he" and "his" mean, where known. */
export function paraphrases(
  sentence: string,
  { publisher, subject }: { publisher?: string | null; subject?: string },
): Paraphrase[] {
  const out: Paraphrase[] = [];
  const add = (rule: string, claim: string): void => {
    const tidy = claim
      .replace(/\s+([,.])/g, "$1")
      .replace(/,\s*\./g, ".")
      .replace(/\s+/g, " ")
      .trim();
    const capital = tidy.charAt(0).toUpperCase() + tidy.slice(1);
    if (capital !== sentence && tidy.split(" ").length >= 4) out.push({ rule, claim: capital });
  };
  add("verbatim, full stop dropped", sentence.replace(/[.]$/, ""));
  for (const [word, other] of synonyms)
    if (word.test(sentence)) add("synonym", sentence.replace(word, other));
  const all = synonyms.reduce(
    (text, [word, other]) => (word.source.includes("freed") ? text : text.replace(word, other)),
    sentence,
  );
  add("synonyms, all", all);

  const opening =
    /^((?:In|Since|Following|After|By|During|For|At|On|Throughout) [^,]{3,60}), ([^.]*)\.$/.exec(sentence);
  if (opening) {
    add("opening moved to the end", `${opening[2]} ${lower(opening[1]!)}.`);
    add("opening dropped", `${opening[2]}.`);
  }
  const closing =
    /^([^,]{20,}), (?:including|which|who|where|emphasizing|suggesting|signaling|making|paving|challenging|discussing|occasionally|cautiously|the [a-z]) ?[^.]*\.$/.exec(
      sentence,
    );
  if (closing) add("closing clause dropped", `${closing[1]}.`);
  const inserted = /^([^,(–-]{3,40}), ([^,]{4,80}), ((?:has|have|is|was|had|said|will|are) .*)$/.exec(
    sentence,
  );
  if (inserted) add("apposition dropped", `${inserted[1]} ${inserted[3]}`);
  const joined = /^(.{25,}?),? and (?:could|also|[a-z]+ed) .*\.$/.exec(sentence);
  if (joined) add("second half dropped", `${joined[1]}.`);

  for (const [name, other] of [
    [/\bthe U\.S\.(?= )/g, "the United States"],
    [/\bthe US\b/g, "the United States"],
    [/\bthe US\b/g, "the U.S."],
    [
      /\bUS (?=officials|president|delegation|President|investments|Congress|stakeholders|foreign|interests)/g,
      "American ",
    ],
    [/\bthe United States\b/g, "the US"],
    [/\bthe (?:country|nation)['’]s\b/g, "Belarus's"],
  ] as const) {
    if (sentence.search(name) >= 0) add("country written otherwise", sentence.replace(name, other));
  }
  for (const [name, other] of [
    [/\b(?:Belarusian )?President Alexander Lukashenko\b/g, "Lukashenko"],
    [/\bAlexander Lukashenko\b/g, "Lukashenko"],
    [/\bPresident Donald Trump\b/g, "Trump"],
    [/\bDonald Trump\b/g, "Trump"],
    [/\bVladimir Putin\b/g, "Putin"],
    [/\bKeith Kellogg\b/g, "Kellogg"],
    [/\bJohn Coale\b/g, "Coale"],
    [/\b(?:Siarhei|Sviatlana|Mikola|Ales|Maria|Christopher) (?=[A-Z])/g, ""],
    [/\bTsikhanouski\b/g, "Tikhanovsky"],
    [/\bLukashenka\b/g, "Lukashenko"],
    [/\bFinancial Times\b/g, "FT"],
  ] as const) {
    if (sentence.search(name) >= 0) add("name cut short or spelled otherwise", sentence.replace(name, other));
  }
  if (subject) {
    const first = /(?<!\p{L})[Hh]e(?!\p{L})/u;
    if (first.test(sentence)) add("pronoun resolved", sentence.replace(first, subject));
    else if (/(?<!\p{L})[Hh]is(?!\p{L})/u.test(sentence))
      add("pronoun resolved", sentence.replace(/(?<!\p{L})[Hh]is(?!\p{L})/u, `${subject}'s`));
  }
  for (const [active, passive] of [
    [
      /^(?:In exchange, |In what appears to be a direct exchange, )?([A-Z][\w ]+?) released ([^,.]+)[,.].*$/,
      "$2 were released by $1.",
    ],
    [/^(.*?)([A-Z]\w+) declared that ([^,.]+)[,.].*$/, "It was declared by $2 that $3."],
    [/^(.*?), ([A-Z][\w ]+) writes ([A-Z][\w ]+)\.$/, "According to $3, $2."],
    [/^([A-Z][\w ]+?) interpret ([^,]+) as ([^,]+),.*$/, "$2 is interpreted by $1 as $3."],
    [
      /^(?:In early March, )he (?:publicly|openly) praised (?:US )?President Donald Trump.*$/i,
      "President Donald Trump was praised by him in early March.",
    ],
  ] as const) {
    if (active.test(sentence)) add("passive", sentence.replace(active, passive));
  }
  if (publisher) add("attributed", `According to ${publisher}, ${keep(sentence)}`);
  return out;
}

function lower(text: string): string {
  return /^(?:I|[A-Z][A-Z])/.test(text) && !/^In /.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Sentence-initial words lose their capital, names keep it. */
function keep(sentence: string): string {
  return /^(?:The|In|A|As|This|That|Some|Throughout|Since|For|However|Key|If|On|To|Sensing|Following|Meanwhile|With|While|How|But|Inside|His|He|And|By|Among|After|At)\b/.test(
    sentence,
  )
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
