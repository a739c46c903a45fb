import { describe, expect, test } from "vitest";
import { bounds, checkedEdtf, compareEdtf, overlaps, timexToEdtf } from "../../src/dates/edtf.ts";
import { formatEdtf } from "../../src/dates/edtf-format.ts";

describe("bounds", () => {
  test.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2025-12-01", "2025-12-01", "2025-12-01"],
    ["2025-12-01T10:00:00Z", "2025-12-01", "2025-12-01"],
    ["2025-03~", "2025-03-01", "2025-03-31"],
    ["2024-21", "2024-03-01", "2024-05-31"],
    ["2024-22", "2024-06-01", "2024-08-31"],
    ["2024-24", "2024-12-01", "2025-02-28"],
    ["199X", "1990-01-01", "1999-12-31"],
    ["19XX", "1900-01-01", "1999-12-31"],
    ["2025-12-XX", "2025-12-01", "2025-12-31"],
    ["2024-06/2024-08", "2024-06-01", "2024-08-31"],
    ["2024-06/..", "2024-06-01", null],
    ["/2024-06", null, "2024-06-30"],
  ])("%s is %s to %s", (edtf, earliest, latest) => {
    expect(bounds(edtf)).toEqual({ earliest, latest });
  });
});

test.each([
  "",
  "next week",
  "2025-13",
  "2025-02-29",
  "2025-12-01/2025-11",
  "2024-06/2024-07/2024-08",
  "../..",
])("%j is no EDTF, and the message shows how to write one", (text) => {
  expect(() => checkedEdtf(text, "--from")).toThrow(/--from ".*" is no date. Write .*2025-12-01/s);
});

test("periods overlap where they share a day", () => {
  expect(overlaps("2024-22", "2024-08-31")).toBe(true);
  expect(overlaps("2024-22", "2024-09")).toBe(false);
  expect(overlaps("2020/..", "2031")).toBe(true);
  expect(overlaps("../2020", "2021-01-01")).toBe(false);
});

test("dates sort by when they begin, the narrower first", () => {
  const sorted = ["2025", "2025-01-01", "../2030", "199X", "2025-01"].sort(compareEdtf);
  expect(sorted).toEqual(["../2030", "199X", "2025-01-01", "2025-01", "2025"]);
});

test.each([
  ["2025-10-01", "1 October 2025"],
  ["2025-12", "December 2025"],
  ["2025", "2025"],
  ["2024-22", "summer 2024"],
  ["2025-03~", "about March 2025"],
  ["2025-03?", "perhaps March 2025"],
  ["199X", "1990s"],
  ["18XX", "19th century"],
  ["20XX", "21st century"],
  ["2024-06/2024-08", "June–August 2024"],
  ["2024-06-01/2024-06-07", "1–7 June 2024"],
  ["2024-06-28/2024-07-04", "28 June – 4 July 2024"],
  ["2024-12-30/2025-01-05", "30 December 2024 – 5 January 2025"],
  ["2020/2022", "2020–2022"],
  ["2024-06/..", "since June 2024"],
  ["../2024", "until 2024"],
  ["soon", "soon"],
])("%s reads as %s", (edtf, words) => {
  expect(formatEdtf(edtf)).toBe(words);
});

test.each([
  ["2025-12-01", undefined, "2025-12-01"],
  ["2025-12-01T20:00", undefined, "2025-12-01"],
  ["2025-03", "START", "2025-03"],
  ["2025-03", "APPROX", "2025-03~"],
  ["2024-SU", "END", "2024-22"],
  ["2025-Q3", undefined, "2025-07/2025-09"],
  ["2025-H1", undefined, "2025-01/2025-06"],
  ["2025-W01", undefined, "2024-12-30/2025-01-05"],
  ["2025-W01-WE", undefined, "2025-01-04/2025-01-05"],
  ["2025-WXX", undefined, "2025"],
  ["2025-12-XX", undefined, "2025-12"],
  ["199", undefined, "199X"],
  ["19", undefined, "19XX"],
  ["PAST_REF", undefined, null],
  ["XXXX-09", undefined, null],
])("the value %s with mod %s is EDTF %s", (value, mod, edtf) => {
  expect(timexToEdtf({ type: "DATE", value, mod })).toBe(edtf);
});
