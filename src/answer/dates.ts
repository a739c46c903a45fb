import type { Article } from "../corpus/article.ts";
import { bounds, timexToEdtf } from "../dates/edtf.ts";
import { timexes } from "../dates/timexes.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";

export interface Dated extends Span {
  readonly edtf: string;
}

const resolved = new WeakMap<Article, readonly Dated[]>();

/** The dates that an article's words resolve to, from its own date. */
export function datesOf(article: Article): readonly Dated[] {
  let dates = resolved.get(article);
  if (!dates) {
    dates = timexes(article.text, { published: article.published?.date, language: article.language }).flatMap(
      (timex) => {
        const edtf = timexToEdtf(timex);
        return edtf ? [{ start: timex.start, end: timex.end, edtf }] : [];
      },
    );
    resolved.set(article, dates);
  }
  return dates;
}

/** The dates that a question names: "in March", "on 3 June 2025". */
export interface DatesAsked {
  /** The folded words that name them. */
  readonly forms: ReadonlySet<string>;
  /** Whether a span of an article tells of one of them: null where it tells of no time, or only of a longer one. */
  told(article: Article, span: Span): boolean | null;
}

/** What a question's dates ask of a sentence, however the sentence puts them; null where it names none. */
export function datesAsked(question: string): DatesAsked | null {
  const named = timexes(question).flatMap((timex) => {
    const period = periodOf(timex.value, timexToEdtf(timex));
    return period ? [{ timex, period }] : [];
  });
  if (named.length === 0) return null;
  const spans = named.map(({ timex }) => timex);
  const forms = words(question).filter(({ start, end }) =>
    spans.some((span) => start < span.end && end > span.start),
  );
  return {
    forms: new Set(forms.map(({ form }) => form)),
    told(article, { start, end }) {
      const fits = datesOf(article)
        .filter((date) => date.start < end && date.end > start)
        .flatMap(({ edtf }) => named.map(({ period }) => period(edtf)));
      return fits.includes(true) ? true : fits.includes(false) ? false : null;
    },
  };
}

/** Whether a date lies within a period: null where it is longer than that, and holds it. */
type Period = (edtf: string) => boolean | null;

function periodOf(value: string, edtf: string | null): Period | null {
  const [, monthAndDay] = /^XXXX-(\d\d(?:-\d\d)?)$/.exec(value) ?? [];
  if (monthAndDay) return (date) => within(yearless(date), monthAndDay, `${monthAndDay}-31`);
  if (!edtf) return null;
  const { earliest, latest } = bounds(edtf);
  return earliest && latest ? (date) => within(bounds(date), earliest, latest) : null;
}

function within({ earliest, latest }: Partial<ReturnType<typeof bounds>>, from: string, to: string) {
  if (!earliest || !latest) return null;
  if (earliest >= from && latest <= to) return true;
  return earliest <= from && latest >= to ? null : false;
}

/** The bounds of a date as months and days, where it lies in one year. */
function yearless(edtf: string) {
  const { earliest, latest } = bounds(edtf);
  if (!earliest || !latest) return { earliest: "01-01", latest: "12-31" };
  return earliest.slice(0, 4) === latest.slice(0, 4)
    ? { earliest: earliest.slice(5), latest: latest.slice(5) }
    : { earliest: "01-01", latest: "12-31" };
}
