import type { Span } from "../text/span.ts";

/**
 * A temporal expression in a text, as TIMEX3 (ISO-TimeML, TempEval-3 task A).
 * `start` and `end` are UTF-16 offsets into the text that was tagged.
 */
export interface Timex extends Span {
  readonly text: string;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value: `2025-12-01`, `2025-W31`, `2024-SU`, `P3M`, `PRESENT_REF`, … */
  readonly value: string;
  /** `APPROX`, `START`, `MID`, `END`, `BEFORE`, `AFTER`, `ON_OR_BEFORE`, … where the words say so. */
  readonly mod?: string | undefined;
  readonly quant?: string | undefined;
  readonly freq?: string | undefined;
}
