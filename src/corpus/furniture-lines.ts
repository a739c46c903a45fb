import { buttons, caption, denseButtons, notices, paywall, readingTime, timeAgo } from "./furniture.ts";
import type { Line } from "./lines.ts";
import { writerNotice } from "./machine-written.ts";

/** Whether a line is the page's, not the article's, wherever it stands. */
export function isFurniture(line: Line): boolean {
  return isNotice(line) || isButton(line);
}

/** A short paragraph that speaks for the page: of subscriptions, consent, rights, or of who wrote this. */
export function isNotice({ text, kind, weight }: Line): boolean {
  if (kind === "table" || weight > 500) return false;
  return writerNotice(text) !== null || paywall.test(text) || (weight <= 300 && notices.test(text));
}

/** A label, button, counter or caption: no sentence. */
export function isButton({ text, kind, weight, script }: Line): boolean {
  if (kind === "table") return false;
  if (caption.test(text) && weight <= 150) return true;
  if (kind === "prose" || weight > 60) return false;
  if (script === "none" || denseButtons.test(text) || readingTime.test(text) || timeAgo.test(text))
    return true;
  return buttons.test(text) && !/[\p{L}\p{N}]/u.test(buttons.without(text));
}
