import { detectAll } from "tinyld";

/** Enough text to tell a language by; more costs time and changes nothing. */
const sample = 600;
/** Below this many letters (or ideographs, which say more each) a guess would be luck. */
const enough = { alphabetic: 24, ideographic: 6 };

/** Below this accuracy tinyld's first guess is hardly better than its next. */
const unsure = 0.2;

/** The words that languages of one script are told apart by: in any text every sixth or so is one of them. */
const commonest: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the of and to in that is for with was by has at it from are be this have",
    de: "der die und das ist nicht mit den von ein eine auf für im dem zu sich des",
    fr: "le la les des et en du une est dans que pour qui au sur pas il",
    es: "el la los las de que y en un una por con para del se su",
    pt: "o a os as de que e em um uma não com para do da no na",
    it: "il lo la gli di che e un una per con del della nel sono è si",
    nl: "de het een en van is dat niet met op voor zijn te",
    pl: "i w na z się nie do że jest o to od przez po za",
    tr: "ve bir bu için ile da de olarak daha çok gibi olan",
    sv: "och att det som en på är av för med den till i",
    cs: "a se na v je že to s z do jako pro",
    hu: "a az és hogy nem egy is meg ez",
    fi: "ja on ei että se oli hän mutta myös",
    ro: "și de la în a cu pe că este din care",
    ru: "и в на не что с по как это из за от для о к",
    uk: "і в на не що з та як це за від для до у про",
    be: "і ў на не што з як гэта за ад для да у пра",
    bg: "и на в да се е за от че с",
  }).map(([language, words]) => [language, new Set(words.split(" "))]),
);

/**
 * The language of a text as a BCP 47 primary tag, or `und` where there is too little to tell by. Scripts that one
 * language alone uses decide first, then the commonest words, then the n-grams of tinyld.
 */
export function languageOf(text: string): string {
  const head = text.slice(0, sample);
  const ideographs = head.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (ideographs && ideographs.length >= enough.ideographic && ideographs.length * 3 > letters) {
    const share = (script: RegExp): number => (head.match(script)?.length ?? 0) / ideographs.length;
    if (share(/\p{Script=Hangul}/gu) > 0.5) return "ko";
    return share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1 ? "ja" : "zh";
  }
  if (letters < enough.alphabetic || !/\p{L}\P{L}+\p{L}/u.test(head)) return "und";
  const [best, next] = byCommonWords(head);
  if (best && best.hits >= 4 && best.share >= 0.12 && best.hits >= (next?.hits ?? 0) * 1.4)
    return best.language;
  const [guess] = detectAll(head);
  // In a sentence or two, two common words say more than n-grams that hardly differ.
  if (best && best.hits >= 2 && best.hits > (next?.hits ?? 0) && (guess?.accuracy ?? 0) < unsure)
    return best.language;
  return guess?.lang ?? "und";
}

/** Whether a line is plainly in another language than `language`: its commonest words are another's, and none its own. */
export function unlike(line: string, language: string): boolean {
  const [best] = byCommonWords(line.slice(0, sample));
  if (!best || best.language === language || best.hits < 3 || best.share < 0.12) return false;
  const own = commonest[language];
  return own !== undefined && !wordsOf(line.slice(0, sample)).some((word) => own.has(word));
}

/** The BCP 47 primary tag in what a page or a person calls a language (`de_AT`, `EN-us`); undefined where there is none. */
export function primaryTag(language: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3})(?![a-z])/i.exec(language ?? "")?.[1]?.toLowerCase();
}

function byCommonWords(text: string): { language: string; hits: number; share: number }[] {
  const words = wordsOf(text);
  return Object.entries(commonest)
    .map(([language, common]) => {
      const hits = words.filter((word) => common.has(word)).length;
      return { language, hits, share: hits / Math.max(1, words.length) };
    })
    .sort((a, b) => b.hits - a.hits);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
