/** Milliseconds since the epoch; handed in so that expiry can be tested. */
export type Clock = () => number;
