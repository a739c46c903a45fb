/**
 * The characters of scraped text, put right: what no reader sees (zero-width, bidi and control characters, soft
 * hyphens) goes, every kind of line break becomes `\n`, every kind of space a space.
 * UTF-8 that was read as Windows-1252 is read again.
 */
export function readable(text: string): string {
  return unmangled(newlines(text))
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, " ")
    .replace(invisible, "")
    .normalize("NFC");
}

/** Every kind of line break as `\n`. */
export function newlines(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/gu, "\n");
}

/**
 * Control characters but the newline; soft hyphen; zero-width space, word joiner and byte-order mark; bidi marks,
 * embeddings and isolates; interlinear marks. The zero-width joiners stay where they shape letters (Persian, Indic)
 * or emoji.
 */
const invisible =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{M}])\u200c|(?<![\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200d/gu;

/** Windows-1252's characters for the bytes 0x80–0x9f; the other bytes are Latin-1's. */
const windows1252 = new Map(
  Array.from("€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ", (char, i) => [char, 0x80 + i] as const),
);
/** A UTF-8 sequence of two to four bytes, each byte shown as the Windows-1252 character it would be. */
const continuation = `[${[...windows1252.keys()].join("")}\\u0080-\\u00bf]`;
const mangled = new RegExp(
  `[\\u00c2-\\u00df]${continuation}|[\\u00e0-\\u00ef]${continuation}{2}|[\\u00f0-\\u00f4]${continuation}{3}`,
  "gu",
);
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Mends runs such as `â€™`, and leaves whatever is not valid UTF-8 once read back as bytes. */
function unmangled(text: string): string {
  return text.replace(mangled, (run) => {
    const bytes = Uint8Array.from(run, (char) => windows1252.get(char) ?? char.charCodeAt(0));
    try {
      return utf8.decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return run;
      throw error;
    }
  });
}
