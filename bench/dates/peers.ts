import Recognizers from "@microsoft/recognizers-text-suite";
import * as chrono from "chrono-node";
import type { Timex } from "../../src/dates/timex.ts";

/** Other libraries for JavaScript, their results as TIMEX3 in the way that is kindest to them. */

/** chrono-node, English casual. It resolves to an instant and says which of its parts the words held. */
export function chronoTimexes(text: string, published: string): Timex[] {
  return chrono.parse(text, noon(published)).map(({ index, text: words, start }) => {
    const day = `${start.get("year")}-${two(start.get("month"))}-${two(start.get("day"))}`;
    const timed = start.isCertain("hour");
    const value = timed
      ? `${day}T${two(start.get("hour"))}:${two(start.get("minute"))}`
      : start.isCertain("day") || start.isCertain("weekday")
        ? day
        : start.isCertain("month")
          ? day.slice(0, 7)
          : start.isCertain("year")
            ? day.slice(0, 4)
            : day;
    return { start: index, end: index + words.length, text: words, type: timed ? "TIME" : "DATE", value };
  });
}

interface Recognized {
  readonly start: number;
  readonly end: number;
  readonly typeName: string;
  readonly resolution: { readonly values?: readonly Record<string, string>[] };
}

/** Recognizers-Text, English dates and times; of ambiguous dates its first, the past one. */
export function recognizersTimexes(text: string, published: string): Timex[] {
  const { recognizeDateTime, Culture } = Recognizers;
  const found = recognizeDateTime(text, Culture.English, undefined, noon(published)) as Recognized[];
  return found.flatMap(({ start, end, typeName, resolution }) => {
    const first = resolution?.values?.[0];
    if (!first) return [];
    const { type, value } = asTimex3(typeName.split(".")[1]!, first);
    return [{ start, end: end + 1, text: text.slice(start, end + 1), type, value }];
  });
}

function asTimex3(
  kind: string,
  { timex = "", value, start }: Record<string, string>,
): Pick<Timex, "type" | "value"> {
  if (/_REF$/.test(timex)) return { type: "DATE", value: timex };
  if (kind === "duration") return { type: "DURATION", value: timex };
  if (kind === "set") return { type: "SET", value: timex };
  if (kind === "date") return { type: "DATE", value: value ?? timex };
  if (kind === "daterange") {
    if (/^(?:\d{4}|XXXX)-\d\d$/.test(timex)) return { type: "DATE", value: start?.slice(0, 7) ?? timex };
    if (/,P10Y\)$/.test(timex) && start?.[3] === "0") return { type: "DATE", value: start.slice(0, 3) };
    const length = /,(P\w+)\)$/.exec(timex)?.[1];
    return length ? { type: "DURATION", value: length } : { type: "DATE", value: timex };
  }
  if (kind === "datetimerange" && /T(?:MO|AF|EV|NI)$/.test(timex)) return { type: "TIME", value: timex };
  return { type: "TIME", value: (value ?? timex).replace(" ", "T").replace(/:00$/, "") };
}

function noon(published: string): Date {
  const [year, month, day] = published.slice(0, 10).split("-").map(Number) as [number, number, number];
  return new Date(year, month - 1, day, 12);
}

const two = (part: number | null): string => String(part).padStart(2, "0");
