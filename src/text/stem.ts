import snowball from "snowball-stemmers";
import { oneSpelling } from "./one-spelling.ts";

const algorithms: Readonly<Record<string, string>> = {
  ar: "arabic",
  da: "danish",
  nl: "dutch",
  en: "english",
  fi: "finnish",
  fr: "french",
  de: "german",
  hu: "hungarian",
  it: "italian",
  no: "norwegian",
  nb: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  es: "spanish",
  sv: "swedish",
  tr: "turkish",
};
const stemmers = new Map<string, (word: string) => string>();

/**
 * The Snowball stemmer of a language (BCP 47 primary tag), memoised by word; the identity where there is none. In
 * English, British and American spellings have one stem.
 */
export function stemmer(language: string): (word: string) => string {
  let stem = stemmers.get(language);
  if (!stem) {
    stem = memoised(algorithms[language], language === "en" ? oneSpelling : undefined);
    stemmers.set(language, stem);
  }
  return stem;
}

function memoised(algorithm: string | undefined, spell = (word: string) => word): (word: string) => string {
  if (!algorithm) return (word) => word;
  const snow = snowball.newStemmer(algorithm);
  const known = new Map<string, string>();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) {
      stem = snow.stem(spell(word));
      if (known.size > 200_000) known.clear();
      known.set(word, stem);
    }
    return stem;
  };
}
