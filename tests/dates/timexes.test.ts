import { describe, expect, test } from "vitest";
import { timexes } from "../../src/dates/timexes.ts";

/** What is found, as "words = TYPE value mod". */
function read(text: string, published?: string, language?: string): string[] {
  return timexes(text, { published, language }).map(({ text: words, type, value, mod }) =>
    [`${words} =`, type, value, mod].filter(Boolean).join(" "),
  );
}

describe("news of December 2025, dated to the month", () => {
  test.each([
    ["In early March, he praised the president.", ["early March = DATE 2025-03 START"]],
    ["By June, he had freed a group.", ["June = DATE 2025-06"]],
    [
      "It continued with an August phone call. A month later, another group was released.",
      ["August = DATE 2025-08", "A month later = DATE 2025-09"],
    ],
    ["In September, an envoy announced it.", ["September = DATE 2025-09"]],
    ["The most substantial development came this month.", ["this month = DATE 2025-12"]],
    ["Throughout 2025, the government made moves.", ["2025 = DATE 2025"]],
    ["He has ruled since 1994.", ["1994 = DATE 1994"]],
    ["after the controversial 2020 election", ["2020 = DATE 2020"]],
    ["As the year nears its end, he made gestures.", ["the year nears its end = DATE 2025 END"]],
  ])("%s", (text, expected) => {
    expect(read(text, "2025-12")).toEqual(expected);
  });
});

describe("news of Friday 5 September 2025", () => {
  test.each([
    ["The mood in Minsk changed late last summer.", ["late last summer = DATE 2024-SU END"]],
    ["He boasted in July.", ["July = DATE 2025-07"]],
    ["They met on Tuesday.", ["Tuesday = DATE 2025-09-02"]],
    ["They will meet on Tuesday.", ["Tuesday = DATE 2025-09-09"]],
    ["The talks are scheduled to begin Monday.", ["Monday = DATE 2025-09-08"]],
    ["The price fell 3% last week.", ["last week = DATE 2025-W35"]],
    [
      "He arrived three days ago for a four-day visit.",
      ["three days ago = DATE 2025-09-02", "four-day = DURATION P4D"],
    ],
    ["It was the best result of the 1990s.", ["the 1990s = DATE 199"]],
    [
      "They spoke on Oct. 23, 1998, at 10 p.m. Friday.",
      ["Oct. 23, 1998 = DATE 1998-10-23", "10 p.m. Friday = TIME 2025-09-05T22:00"],
    ],
    ["He now meets them every Friday.", ["now = DATE PRESENT_REF", "every Friday = SET XXXX-WXX-5"]],
  ])("%s", (text, expected) => {
    expect(read(text, "2025-09-05")).toEqual(expected);
  });
});
