import { detect } from "chardet";

/** Encodings that write in seven bits: their bytes are valid UTF-8, so that only a declaration can tell them. */
const SEVEN_BIT = /^(iso-2022|hz)/i;

/**
 * Bytes as text. Evidence in order: a byte order mark; UTF-8 that decodes without an error (a declaration that says
 * otherwise is a common mistake); what the header, then the document declares; detection by letter statistics.
 *
 * @param mediaType the `Content-Type` header, e.g. `text/html; charset=koi8-r`
 */
export function decodeText(bytes: Uint8Array, mediaType?: string): string {
  const declared = [charsetOf(mediaType ?? ""), declaredIn(bytes)].filter((label) => label !== undefined);
  const marked =
    byteOrderMark(bytes) ?? withoutMark16(bytes) ?? declared.find((label) => SEVEN_BIT.test(label));
  if (marked !== undefined) return decodeAs(bytes, marked) ?? decodeAs(bytes, "utf-8")!;
  const strict = decodeAs(bytes, "utf-8", true);
  if (strict !== undefined) return strict;
  for (const label of declared) {
    const text = /^utf-?8$/i.test(label) ? undefined : decodeAs(bytes, label, true);
    if (text !== undefined) return text;
  }
  // Mostly UTF-8 with a few broken bytes is UTF-8: detection would turn every other letter into two.
  const lax = decodeAs(bytes, "utf-8")!;
  if (count(lax, "\uFFFD") * 10 <= count(lax, /[^\x00-\x7F]/g)) return lax;
  return (
    decodeAs(bytes, detect(bytes.subarray(0, 65_536)) ?? "windows-1252") ?? decodeAs(bytes, "windows-1252")!
  );
}

function decodeAs(bytes: Uint8Array, label: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch (error) {
    // RangeError: no such encoding; TypeError: bytes that it cannot have written.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

/** UTF-16 without a mark: Latin text has a zero in nearly every second byte. */
function withoutMark16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (odd > sample.length * 0.35 && even < sample.length * 0.05) return "utf-16le";
  return even > sample.length * 0.35 && odd < sample.length * 0.05 ? "utf-16be" : undefined;
}

/** What an HTML `<meta>` or an XML declaration says, in the first 4 KiB. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return (
    /<\?xml[^>]+encoding=["']([\w.:-]+)/i.exec(head)?.[1] ??
    charsetOf(/<meta[^>]+charset[^>]*>/i.exec(head)?.[0] ?? "")
  );
}

function charsetOf(text: string): string | undefined {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1];
}

function count(text: string, what: string | RegExp): number {
  return typeof what === "string" ? text.split(what).length - 1 : (text.match(what)?.length ?? 0);
}
