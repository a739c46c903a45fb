import { expect, test } from "vitest";
import { inferPublished } from "../../src/dates/infer.ts";

const summary =
  "Throughout 2025, the government has made a series of moves. In early March, he praised the president, and by June he had " +
  "freed prisoners. In September, an envoy announced a visit after the 2020 election. The largest step came this month.";
const source =
  "As the year nears its end, he has made several gestures. In early March, he praised the president. In August they spoke. " +
  "A month later, he freed others. In September an envoy followed. The invasion began in 2022. This month, sanctions fell.";

test("months told as past, and a year still running, leave the rest of that year", () => {
  const inferred = inferPublished(summary);
  expect(inferred?.date).toBe("2025-10/2025-12");
  expect(inferred?.evidence).toBe("September … this month … Throughout 2025");
});

test("without a year of its own, a text is only bounded below", () => {
  expect(inferPublished(source)?.date).toBe("2022-12/..");
});

test("two texts on the same events date one another", () => {
  expect(inferPublished(source, { anchors: [{ text: summary }] })?.date).toBe("2025-12");
  expect(inferPublished(summary, { anchors: [{ text: source }] })?.date).toBe("2025-12");
});

test("the stated date of another article on the same events gives the year", () => {
  expect(inferPublished(source, { anchors: [{ text: "", published: "2025-12-15" }] })?.date).toBe("2025-12");
});

test("an anchor from before what the text calls past gives no year", () => {
  expect(inferPublished(source, { anchors: [{ text: "", published: "2019-12-15" }] })?.date).toBe(
    "2022-12/..",
  );
});

test("a year still to come is no lower bound", () => {
  expect(inferPublished("He won in 2016. Emissions will be halved in 2040, and end by 2050.")?.date).toBe(
    "2016/..",
  );
});

test("a text that names no time says nothing", () => {
  expect(inferPublished("Analysts interpret the signal as a strategic maneuver.")).toBeNull();
});
