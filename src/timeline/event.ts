import type { Citation } from "../corpus/citation.ts";
import type { Filter } from "../index/hit.ts";

/** A dated statement, with a citation from every article that reports it. */
export interface Event {
  /** EDTF date or interval: when it happened, by the sources' own words. */
  readonly date: string;
  /** The sentence that tells it best: verbatim, the first citation's quote. */
  readonly text: string;
  /** Up to `--sentences` verbatim sentences on the date, most telling first. */
  readonly sentences: readonly string[];
  /** Not a source's words: no article that reports it may be quoted, so that its text names one. */
  readonly linkOnly?: true | undefined;
  readonly articles: readonly string[];
  readonly citations: readonly Citation[];
  /** Independent voices: copies, relays and summaries of one report count once. */
  readonly voices: number;
  /** `announced`: the sources say that it is planned, not that it happened. */
  readonly status: "happened" | "announced";
  /** Where the sources disagree on date or number, in plain words; quotes of both sides are among the citations. */
  readonly conflicts: readonly string[];
}

export interface Timeline {
  readonly topic: string | null;
  readonly events: readonly Event[];
  /** What else the reader should know, in a sentence: why there may be no events. */
  readonly notes?: readonly string[] | undefined;
  readonly tookMs: number;
}

export interface TimelineRequest {
  readonly topic?: string | undefined;
  readonly filter?: Filter | undefined;
  /** EDTF bounds on the events' own dates. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Keep the N most important dates, in order of time. */
  readonly top?: number | undefined;
  /** How many verbatim sentences each event carries, at most; 1 where left out. */
  readonly sentences?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}
