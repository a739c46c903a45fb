const by =
  /^(?:by|von|par|por|di|da|door|av|autor(?:in|a)?|author|auteur|autore|автор|text|tekst|written by|reported by|作者|文|記者|记者|撰文|글)\s?[:：/]?\s+?(?=\S)/iu;

/** The name in a line that says who wrote, and nothing else; null of any other line. */
export function bylineOf(text: string): string | null {
  const name = text.replace(by, "").trim();
  if (name === text || name.length > 80) return /^\p{Script=Hangul}{2,4} 기자$/u.test(text) ? text : null;
  return /^\p{Lu}[\p{L}.'’-]*(?:[ ,]+(?:\p{Lu}[\p{L}.'’-]*|de|da|van|von|di|and|und|et|y|e|и|і|i|&)){0,9}$/u.test(
    name,
  ) || /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・ ]{2,12}$/u.test(name)
    ? name
    : null;
}
