import { writtenInCyrillic } from "../text/romanise.ts";

/**
 * A question whose Cyrillic names are in Latin letters, where nothing of the corpus is in Cyrillic: "Лукашенко" is then
 * found as Lukashenko is, in any of its spellings. Other words stay as they are; no letters make them English.
 */
export async function romanised(question: string, languages: readonly string[]): Promise<string> {
  if (!/\p{Script=Cyrillic}/u.test(question)) return question;
  if (languages.some(writtenInCyrillic)) return question;
  const { transliterate } = await import("transliteration");
  return question.replace(/(?<!\p{L})(?=\p{Lu})[\p{Script=Cyrillic}\p{M}]{2,}/gu, (name) =>
    transliterate(name.replaceAll("ц", "тс").replaceAll("х", "кх")),
  );
}
