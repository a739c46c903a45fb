import { type Span, trimmed } from "./span.ts";

const segmenters = new Map<string, Intl.Segmenter>();

/** Abbreviations after which a full stop ends no sentence, unless a new line does. */
const abbreviation =
  /(?:^|[\s("“‘'–—-])(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Rep|Sen|Gov|Rev|Hon|Pres|St|Mt|No|Nos|Art|vs|etc|Inc|Ltd|Co|Corp|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|e\.g|i\.e|a\.m|p\.m|z\.B|bzw|ca|Nr|г|гг|им|ул|тыс|млн|млрд)\.["”’)]*\s*$/u;

/**
 * The sentences of a text, in order, without the white space between them. A line break always ends one.
 * Boundaries are Unicode's (UAX 29, by `Intl.Segmenter`), mended after abbreviations and initials.
 */
export function sentences(text: string, language = "en"): Span[] {
  const found: Span[] = [];
  let open: Span | null = null;
  for (const { segment, index } of segmenter(language).segment(text)) {
    const span: Span = { start: open?.start ?? index, end: index + segment.length };
    if (!/[\r\n\u2028\u2029]\s*$/u.test(segment) && continues(text, span)) {
      open = span;
      continue;
    }
    open = null;
    const inner = trimmed(text, span);
    if (inner.end > inner.start) found.push(inner);
  }
  return found;
}

/** Whether a would-be sentence goes on after `span`: it ends in an abbreviation, and no clear new start follows. */
function continues(text: string, { start, end }: Span): boolean {
  if (end >= text.length) return false;
  const tail = text.slice(Math.max(start, end - 24), end);
  if (!abbreviation.test(tail)) return false;
  const next = text.slice(end, end + 16);
  // "in the U.S. The move": a country's initials before a capitalised function word do end a sentence.
  return !(
    /(?:\p{Lu}\.){2}["”’)]*\s*$/u.test(tail) &&
    /^(?:The|A|An|In|On|It|He|She|They|We|But|And|This|That|As|At|For|Its|His|Her)\s/u.test(next)
  );
}

function segmenter(language: string): Intl.Segmenter {
  let known = segmenters.get(language);
  if (!known) {
    const locale = /^[a-z]{2,3}(?:-\w+)*$/i.test(language) ? language : "en";
    known = new Intl.Segmenter(locale, { granularity: "sentence" });
    segmenters.set(language, known);
  }
  return known;
}
