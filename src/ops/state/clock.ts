/** Milliseconds since the epoch; handed in so that expiry can be tested. */
export type Clock = () => number;

/** The day (UTC) of a time, such as `2025-12-31`. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
