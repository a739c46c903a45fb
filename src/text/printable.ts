/** Control characters (terminal escapes among them), bidirectional overrides, and invisible characters. */
export const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/g;

/**
 * A text that is safe to show: control characters (terminal escapes among them), bidirectional overrides and
 * invisible characters that hide or reorder what stands are taken out; tabs and line breaks stay.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unprintable, "");
}
