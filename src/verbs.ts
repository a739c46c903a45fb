import type { Config } from "./config.ts";
import type { Verb } from "./console/verb.ts";

/** Each verb of the command line, loaded when it is called: `ask` pays for nothing that only `start` needs. */
export const verbs: Readonly<Record<string, (config: Config) => Promise<Verb>>> = {
  ask: async () => (await import("./console/verbs/ask.ts")).ask,
  timeline: async () => (await import("./console/verbs/timeline.ts")).timeline,
  sources: async () => (await import("./console/verbs/sources.ts")).sources,
  search: async () => (await import("./console/verbs/search.ts")).search,
  ingest: async () => (await import("./console/verbs/ingest.ts")).ingest,
  dates: async () => (await import("./console/verbs/dates.ts")).dates,
  index: async () => (await import("./console/verbs/index.ts")).index,
  start: async (config) => (await import("./start.ts")).start(config),
  doctor: async (config) => (await import("./doctor.ts")).doctor(config),
  deploy: async (config) => (await import("./start.ts")).deploy(config),
};
