import { type Logger, pino } from "pino";

export type Log = Logger;

/** A structured log on stderr (stdout belongs to data). Secrets never enter it: callers log names, counts and ids. */
export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["token", "*.token", "headers.authorization"],
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
