import { expect, it } from "vitest";
import { readDate, readDates, readEpoch } from "../../../src/corpus/web/read-date.ts";

it.each([
  ["2025-10-01T23:00:00+02:00", "2025-10-01"],
  ["20251001T100000", "2025-10-01"],
  ["October 1, 2025", "2025-10-01"],
  ["Oct. 3rd, 2024", "2024-10-03"],
  ["Wednesday 1 October 2025 at 10:00", "2025-10-01"],
  ["am 1. Oktober 2025, 12:00 Uhr", "2025-10-01"],
  ["le 1er février 2020", "2020-02-01"],
  ["3 de octubre de 2025", "2025-10-03"],
  ["14 марта 2022", "2022-03-14"],
  ["20 stycznia 2021", "2021-01-20"],
  ["5 Eylül 2023", "2023-09-05"],
  ["2025年10月1日", "2025-10-01"],
  ["2025년 10월 1일", "2025-10-01"],
  ["05.12.22, 18:00", "2022-12-05"],
  ["13/06/2021", "2021-06-13"],
  ["06/13/2021", "2021-06-13"],
])("reads %s", (text, date) => {
  expect(readDate(text)?.date).toBe(date);
});

it("reads the month first where Americans write, and months by the page's language", () => {
  expect(readDate("10/01/2025", { language: "en-US" })?.date).toBe("2025-10-01");
  expect(readDate("10/01/2025", { language: "en-GB" })?.date).toBe("2025-01-10");
  expect(readDate("5 listopada 2023", { language: "pl" })?.date).toBe("2023-11-05");
  expect(readDate("5. listopada 2023", { language: "hr" })?.date).toBe("2023-10-05");
});

it.each([
  "31.02.2025",
  "2025-13-01",
  "version 1.2.3",
  "12:30:45",
  "Section 3 of 2019",
  "1850-05-05",
  "call 555-1234",
  "may 2025 march",
])("finds no day in %s", (text) => {
  expect(readDate(text)).toBeUndefined();
});

it("believes no date after the last one given", () => {
  expect(readDate("2025-10-02", { latest: "2025-10-01" })).toBeUndefined();
  expect(readEpoch("1759276800", "2025-10-01")).toBe("2025-10-01");
  expect(readEpoch("1759276800000")).toBe("2025-10-01");
  expect(readEpoch("99999999999999")).toBeUndefined();
});

it("gives every date with its words, in order", () => {
  expect(
    readDates("Published 12.03.2021, updated 14 July 2021").map(({ date, quote }) => [date, quote]),
  ).toEqual([
    ["2021-03-12", "12.03.2021"],
    ["2021-07-14", "14 July 2021"],
  ]);
});
