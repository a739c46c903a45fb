import { expect, test } from "vitest";
import { dateWords } from "../../src/discord/date-words.ts";
import { stringsOf } from "../../src/discord/locales/index.ts";

test.each([
  ["2025", "en-US", "2025"],
  ["2025-12", "en-US", "December 2025"],
  ["2025-10-01", "en-US", "October 1, 2025"],
  ["2025-03~", "en-US", "about March 2025"],
  ["2025-01/2025-03", "en-US", "January 2025 – March 2025"],
  ["2025-12", "de", "Dezember 2025"],
  ["2025-10-01", "ja", "2025年10月1日"],
  ["2024-21", "en-US", "2024-21"],
  ["..", "en-US", ".."],
])("%s in %s is %s", (edtf, locale, words) => {
  expect(dateWords(edtf, stringsOf(locale))).toBe(words);
});
