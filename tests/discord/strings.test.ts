import { expect, test } from "vitest";
import { languages, stringsOf } from "../../src/discord/locales/index.ts";
import type { Strings } from "../../src/discord/strings.ts";

/** Every string of a language by its path, functions called with a number. */
function words(value: unknown, path = ""): [string, string][] {
  if (typeof value === "function") return words(value(5, 7), path);
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => words(inner, `${path}.${key}`));
  }
  return [[path, String(value)]];
}

const english = words(languages[0]);

test.each(languages.slice(1).map((strings): [string, Strings] => [strings.locale, strings]))(
  "%s says everything, in its own words",
  (_, strings) => {
    const own = words(strings);
    expect(own.map(([path]) => path)).toEqual(english.map(([path]) => path));
    for (const [path, text] of own) expect(text.trim(), path).not.toBe("");
    const same = own.filter(
      ([path, text], at) => text === english[at]![1] && text.length > 24 && path !== ".locale",
    );
    expect(same).toEqual([]);
  },
);

test("buttons and forms keep to Discord's lengths in every language", () => {
  for (const { button, followUp, settings } of languages) {
    for (const [, label] of words(button)) expect(label.length).toBeLessThanOrEqual(40);
    expect(followUp.title.length).toBeLessThanOrEqual(45);
    expect(followUp.label.length).toBeLessThanOrEqual(45);
    expect(settings.ephemeral(true).length).toBeLessThanOrEqual(80);
  }
});

test("a locale is answered in its language, an unknown one in English", () => {
  expect(stringsOf("de").locale).toBe("de");
  expect(stringsOf("zh-TW").locale).toBe("zh-CN");
  expect(stringsOf("en-GB").locale).toBe("en-US");
  expect(stringsOf("pl").locale).toBe("en-US");
  expect(stringsOf(null).locale).toBe("en-US");
});

test("numbers are counted as each language counts", () => {
  expect([1, 3, 5, 21].map(stringsOf("ru").passages)).toEqual([
    "1 отрывок",
    "3 отрывка",
    "5 отрывков",
    "21 отрывок",
  ]);
  expect([1, 2].map(stringsOf("de").passages)).toEqual(["1 Stelle", "2 Stellen"]);
});
