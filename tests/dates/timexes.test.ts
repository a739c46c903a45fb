import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkedEdtf, timexToEdtf } from "../../src/dates/edtf.ts";
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

describe("wire and market news of Thursday 2 November 1989", () => {
  test.each([
    ["11/02/89 1345EST", ["11/02/89 1345EST = TIME 1989-11-02T13:45"]],
    ["WASHINGTON, 1989-11-02", ["1989-11-02 = DATE 1989-11-02"]],
    [
      "Net income for the third quarter rose to $3 million from $2 million a year earlier.",
      ["the third quarter = DATE 1989-Q3", "a year earlier = DATE 1988-Q3"],
    ],
    ["Fiscal 1989 earnings were up.", ["Fiscal 1989 = DATE 1989"]],
    ["It will be paid Jan. 2 to holders.", ["Jan. 2 = DATE 1990-01-02"]],
    [
      "He said in mid-November the stock of the '80s would do.",
      ["mid-November = DATE 1989-11 MID", "the '80s = DATE 198"],
    ],
    ["The yield on the 30-year bond fell.", ["30-year = DURATION P30Y"]],
    [
      "Thanksgiving Day and Election Day",
      ["Thanksgiving Day = DATE 1989-11-23", "Election Day = DATE 1989-11-07"],
    ],
    ["They met over the weekend.", ["the weekend = DATE 1989-W43-WE"]],
    ["It has done so for the past two and a half years.", ["the past two and a half years = DURATION P2Y6M"]],
    ["He calls three times a day.", ["three times a day = SET P1D"]],
    ["They met Wednesday at 3 p.m.", ["Wednesday at 3 p.m. = TIME 1989-11-01T15:00"]],
    ["It lasted from February until May 1988.", ["February = DATE 1988-02", "May 1988 = DATE 1988-05"]],
    ["The loan will be repaid in five years.", ["five years = DATE 1994"]],
    ["It was the worst loss in five years.", ["five years = DURATION P5Y"]],
  ])("%s", (text, expected) => {
    expect(read(text, "1989-11-02")).toEqual(expected);
  });
});

test.each([
  ["a 71-year-old strongman", "an age"],
  ["It costs $5 million a year, 24 hours a day.", "a rate"],
  ["He may march on, and they may fall.", "a verb"],
  ["The show is called This Week, after 60 Minutes.", "a name"],
  ["The index fell 1999.5 points to 2003 points.", "an amount"],
  ["three-quarters of the vote", "a fraction"],
])("%s: no date, but %s", (text) => {
  expect(read(text, "2025-09-05")).toEqual([]);
});

describe("news of Thursday 21 March 2013", () => {
  test.each([
    ["The bank gave Cyprus until Monday to raise it.", ["Monday = DATE 2013-03-25"]],
    ["By Monday, it had ended.", ["Monday = DATE 2013-03-18"]],
    ["They agreed on talks to be held on Tuesday.", ["Tuesday = DATE 2013-03-26"]],
    ["He spoke ahead of Sunday's vote.", ["Sunday = DATE 2013-03-24"]],
    ["Wednesday's vote surprised them.", ["Wednesday = DATE 2013-03-20"]],
    [
      "This winter was colder than last winter.",
      ["This winter = DATE 2012-WI", "last winter = DATE 2011-WI"],
    ],
    ["It may double over the next decade.", ["the next decade = DURATION P10Y"]],
    ["It peaked in the mid-1990s, or the '60s.", ["the mid-1990s = DATE 199 MID", "the '60s = DATE 196"]],
    [
      "On the 10th of March, at 10.30am, and on 11 March",
      [
        "the 10th of March = DATE 2013-03-10",
        "10.30am = TIME 2013-03-10T10:30",
        "11 March = DATE 2013-03-11",
      ],
    ],
    ["between 10 and 12 June 2012", ["10 = DATE 2012-06-10", "12 June 2012 = DATE 2012-06-12"]],
    ["on March 12-14, 2012", ["March 12 = DATE 2012-03-12", "14, 2012 = DATE 2012-03-14"]],
    ["on March 12 and 14 people", ["March 12 = DATE 2013-03-12"]],
    [
      "Christmas Eve, in H1 2012, the week before last",
      ["Christmas Eve = DATE 2012-12-24", "H1 2012 = DATE 2012-H1", "the week before last = DATE 2013-W10"],
    ],
    [
      "Good Friday and Easter weekend",
      ["Good Friday = DATE 2013-03-29", "Easter weekend = DATE 2013-W13-WE"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text, "2013-03-21")).toEqual(expected);
  });
});

test.each(["2013-03-21", "20130321", "2013-03-21T10:00", "2013-03-21 10:00:00"])(
  "published %s",
  (published) => {
    expect(read("yesterday", published)).toEqual(["yesterday = DATE 2013-03-20"]);
  },
);

test.each(["soon", "2012/2014", "2012-05/..", "2013-02-31"])(
  "published %s: the day is not known",
  (published) => {
    expect(read("In May.", published)).toEqual(["May = DATE XXXX-05"]);
  },
);

test("published in a period of months, dates of that year are read, and no more", () => {
  expect(read("In March he said this month is best.", "2025-10/2025-12")).toEqual([
    "March = DATE 2025-03",
    "this month = DATE 2025-XX",
  ]);
});

describe("without a date of publication", () => {
  test.each([
    ["In September, it was announced.", ["September = DATE XXXX-09"]],
    ["Last week they met, on Friday.", ["Last week = DATE PAST_REF", "Friday = DATE XXXX-WXX-5"]],
    [
      "In June 2024 they met; a month later they spoke.",
      ["June 2024 = DATE 2024-06", "a month later = DATE 2024-07"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

const vocabulary =
  "in on the a last next this past late early mid Monday Friday March May 2025 1994 '90s 3 12 two several years months week day ago later quarter third spring summer p.m. 10 : / - , . now recently every half year-end and to of 1 century decade weekend night am 99999999999 \n  \u00a0 % today";

test("whatever the text: expressions lie in it, in order, apart, and are EDTF or none", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...vocabulary.split(" "), " "), { maxLength: 40 }),
      fc.constantFrom("2025-09-05", "2025-12", "2025", "2025-10/2025-12", undefined),
      (words, published) => {
        const text = words.join(" ");
        let last = 0;
        for (const timex of timexes(text, { published })) {
          expect(timex.start).toBeGreaterThanOrEqual(last);
          expect(timex.text).toBe(text.slice(timex.start, timex.end));
          expect(timex.text.trim()).toBe(timex.text);
          expect(timex.value).not.toMatch(/NaN|undefined|null|Infinity/);
          const edtf = timexToEdtf(timex);
          if (edtf !== null) expect(checkedEdtf(edtf)).toBe(edtf);
          last = timex.end;
        }
      },
    ),
    { numRuns: 300 },
  );
});
