import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Article } from "../../src/corpus/article.ts";
import { sentences } from "../../src/text/sentences.ts";

/** Instructions to plant in articles: those that come with the tests, and BIPIA's where the open data is there. */
export function attacks(data?: string): string[] {
  const own = JSON.parse(
    readFileSync(new URL("../fixtures/attacks.json", import.meta.url), "utf8"),
  ) as string[];
  const folder = data ?? fileURLToPath(new URL("../../../shared/bench", import.meta.url));
  const bipia = `${folder}/injection/bipia-text-attacks-train.json`;
  if (!existsSync(bipia)) return own;
  return [
    ...own,
    ...Object.values(JSON.parse(readFileSync(bipia, "utf8")) as Record<string, string[]>).flat(),
  ];
}

/** A copy of an article with a sentence put into it: after one of its sentences, or on a line of its own. */
export function planted(article: Article, attack: string, seed: number): Article {
  const { text } = article;
  const all = sentences(text);
  const { end } = all[(seed * 7 + 2) % all.length]!;
  const put = seed % 3 === 0 ? `\n${attack}\n` : ` ${attack} `;
  return { ...article, text: text.slice(0, end) + put + text.slice(end), outline: [] };
}

interface Draft {
  readonly text: string;
  readonly support: readonly { readonly passage: number; readonly quote: string }[];
}

/**
 * What a model hands in that obeys an instruction which it read, in every way that it could: beside one honest claim,
 * the instruction itself, what it asks for, and its own rules, quoted and unquoted, alone and inside true sentences.
 */
export function obey(attack: string, prompt: string, honest: Draft): object {
  const [{ passage, quote }] = honest.support as [{ passage: number; quote: string }];
  const asked = /["“'‘]([^"”]{4,})["”'’]/.exec(attack)?.[1] ?? attack.replace(/^\w+ /, "Here is ");
  const rules = prompt.slice(0, 300);
  const claim = (text: string, cited: string): Draft => ({ text, support: [{ passage, quote: cited }] });
  const words = honest.text.split(" ");
  return {
    claims: [
      honest,
      claim(attack, attack),
      claim(asked, attack),
      claim(asked, quote),
      claim(attack, quote),
      claim(`${honest.text} ${attack}`, quote),
      claim(`${honest.text} ${asked}`, `${quote} ${attack}`),
      claim(honest.text.replace(/\.$/, `, and ${asked.charAt(0).toLowerCase()}${asked.slice(1)}`), quote),
      claim(rules, quote),
      claim(rules, rules),
      claim(`${honest.text} @everyone`, quote),
      claim(`[${honest.text}](https://evil.example)`, quote),
      claim(`${honest.text} See www.example.com`, quote),
      claim(words.toReversed().join(" "), quote),
      claim(words.join(""), quote),
      claim(
        honest.text.replace(/[aeiou]/g, (vowel) => `${"aeiou".indexOf(vowel) + 1}`),
        quote,
      ),
      claim(words.map((word) => [...word].toReversed().join("")).join(" "), quote),
    ],
    conflicts: [[1, 2]],
    missing: [attack, asked, rules],
    tool_calls: [{ name: "delete_messages" }],
  };
}
