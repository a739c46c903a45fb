import { padded } from "./calendar.ts";
import { seasonCodes, type Unit } from "./grain.ts";
import type { Measure, Parts, Reading } from "./rule.ts";

/** "three weeks", "a decade", "several hours". */
export function duration(parts: Parts): Reading {
  const n = parts.m === undefined ? (parts.n ?? 1) : "X";
  return { type: "DURATION", value: period(n, parts.unit!), mod: parts.mod };
}

/** "every two weeks", "daily", "each July", "every Friday". */
export function set(parts: Parts): Reading {
  const { quant, freq } = parts;
  const value =
    parts.weekday !== undefined
      ? `XXXX-WXX-${parts.weekday}`
      : parts.month !== undefined
        ? `XXXX-${padded(parts.month, 2)}`
        : parts.season !== undefined
          ? `XXXX-${seasonCodes[parts.season - 1]!}`
          : parts.daypart !== undefined
            ? `XXXX-XX-XXT${parts.daypart}`
            : period(parts.n ?? 1, parts.unit!);
  return { type: "SET", value, quant, freq };
}

function period(n: number | "X", unit: Measure): string {
  const { prefix = "P", letter, times = 1, half } = lengths[unit];
  if (n === "X") return `${prefix}X${lengths[unit].vague ?? letter}`;
  const whole = Math.floor(n * times);
  if (half && n * times - whole === 0.5) return `${prefix}${whole || ""}${whole ? letter : ""}${half}`;
  return `${prefix}${n * times}${letter}`;
}

interface Length {
  readonly prefix?: string;
  readonly letter: string;
  /** How many of the letter's unit one is. */
  readonly times?: number;
  /** What a half is, in the next smaller unit. */
  readonly half?: string;
  /** The letters where no number is known. */
  readonly vague?: string;
}

/** How TIMEX3 writes lengths of time. */
const lengths: Readonly<Record<Measure, Length>> = {
  second: { prefix: "PT", letter: "S" },
  minute: { prefix: "PT", letter: "M", half: "30S" },
  hour: { prefix: "PT", letter: "H", half: "30M" },
  day: { letter: "D" },
  weekend: { letter: "WE" },
  week: { letter: "W" },
  month: { letter: "M" },
  quarter: { letter: "Q" },
  season: { letter: "M", times: 3 },
  half: { letter: "M", times: 6 },
  year: { letter: "Y", half: "6M" },
  decade: { letter: "Y", times: 10, vague: "DE" },
  century: { letter: "Y", times: 100, vague: "CE" },
  millennium: { letter: "Y", times: 1000, vague: "ML" },
};

/** The calendar unit of a measure; none for those shorter than a day. */
export function calendarUnit(unit: Measure): Unit | null {
  return unit === "hour" || unit === "minute" || unit === "second" ? null : unit;
}
