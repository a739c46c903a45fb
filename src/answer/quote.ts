import { type Span, trimmed } from "../text/span.ts";

/** Typographic variants that mean the same to a reader, each by the plain form it is compared as. */
const plain: Readonly<Record<string, string>> = {
  ...table("'", "‘’‚‛′`´ʼ＇"),
  ...table('"', "“”„‟″«»〝〞＂"),
  ...table("-", "‐‑‒–—―−﹣－"),
  ...table("", "\u00ad\u200b\u200c\u200d\u2060\ufeff"),
};

function table(to: string, from: string): Record<string, string> {
  return Object.fromEntries([...from].map((char) => [char, to]));
}

/** A text folded for comparison, and for each of its code units the span of the original that it stands for. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Where a quote stands in a text: white space, quotation marks, dashes, ligatures, ellipses and Unicode composition
 * may differ, letters and their case may not. The span is of the text itself, so what is shown is verbatim.
 * Null where it does not stand there, begins or ends inside a word, or holds no letter or digit.
 */
export function locate(quote: string, text: string): Span | null {
  const wanted = fold(quote).text.trim();
  if (!/[\p{L}\p{N}]/u.test(wanted)) return null;
  const folded = foldedText(text);
  // Models like to put quotes in quotation marks of their own, and to end them with a full stop or an ellipsis.
  const bare = wanted.replace(/^["']+|["']+$/g, "").replace(/(?:\.\.\.|[.,;:])$/, "");
  for (const candidate of bare === wanted ? [wanted] : [wanted, bare]) {
    for (let at = folded.text.indexOf(candidate); at >= 0; at = folded.text.indexOf(candidate, at + 1)) {
      const span = trimmed(text, { start: folded.starts[at]!, end: folded.ends[at + candidate.length - 1]! });
      if (onWordEdges(text, span)) return span;
    }
  }
  return null;
}

const recent = new Map<string, Folded>();

/** Articles are searched many times over while one answer is verified: the last few stay folded. */
function foldedText(text: string): Folded {
  let folded = recent.get(text);
  if (!folded) {
    if (recent.size >= 32) recent.clear();
    folded = fold(text);
    recent.set(text, folded);
  }
  return folded;
}

function fold(text: string): Folded {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const end = match.index + match[0].length;
    for (const unit of folded(match[0])) {
      out.push(unit);
      starts.push(match.index);
      ends.push(end);
    }
  }
  return { text: out.join(""), starts, ends };
}

function folded(cluster: string): string[] {
  if (/^[\x21-\x5f\x61-\x7e]$/.test(cluster)) return [cluster];
  if (/^\s/u.test(cluster)) return [" "];
  return (plain[cluster] ?? cluster.normalize("NFKC")).split("");
}

/** Letters and digits of scripts that put spaces between words. */
const spaced =
  /[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]/v;

/** Whether a span cuts no word in two; scripts without spaces have no such edges. */
function onWordEdges(text: string, { start, end }: Span): boolean {
  const inside = (at: number): boolean =>
    at > 0 && at < text.length && spaced.test(text[at - 1]!) && spaced.test(text[at]!);
  return end > start && !inside(start) && !inside(end);
}
