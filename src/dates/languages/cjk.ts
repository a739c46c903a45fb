import type { Quantity } from "../rule.ts";

const ones = "〇一二三四五六七八九";

/** A number in Chinese characters or figures of either width, as both Chinese and Japanese write it; X for 数 and 几. */
export function cjkNumber(text: string): Quantity | undefined {
  const form = text.normalize("NFKC").replaceAll("零", "〇").replaceAll("两", "二").replaceAll("兩", "二");
  if (/^\d+$/.test(form)) return Number(form);
  if (/^[几幾数數何]/.test(form)) return "X";
  if (form === "半") return 0.5;
  if (/^[〇一二三四五六七八九]+$/.test(form))
    return Number([...form].map((char) => ones.indexOf(char)).join(""));
  const [, thousands, hundreds, tens, rest] = /^(?:(.?)千)?(?:(.?)百)?(?:(.?)十)?(.?)$/u.exec(form) ?? [];
  const digit = (char: string | undefined, absent: number) => (char ? ones.indexOf(char) : absent);
  const has = (unit: string) => (form.includes(unit) ? 1 : 0);
  const value =
    digit(thousands, has("千")) * 1000 +
    digit(hundreds, has("百")) * 100 +
    digit(tens, has("十")) * 10 +
    digit(rest, 0);
  return value > 0 ? value : undefined;
}

/** What such a number looks like. */
export const cjkNumberSource = "[0-9０-９]+|[〇零一二三四五六七八九十百千两兩]+|[几幾数數]十?";

/** Figures or characters that must be a plain number: years, months, days. */
export const cjkFigures = (source: string) => ({
  source,
  read(text: string): number | undefined {
    const value = cjkNumber(text);
    return typeof value === "number" ? value : undefined;
  },
});
