/** A date that a line states, and what kind of date the line says it is. */
export interface StatedDate {
  /** EDTF: a day, or a month where no day is named. */
  readonly date: string;
  /** The line calls it the date of a change, not of publication. */
  readonly updated: boolean;
}

/** The languages whose month names are read after the article's own: pages mix them. */
const common =
  "en de fr es pt it nl sv no da fi pl cs sk uk ru be bg sr hr ro hu tr el ar ar-SY he fa id vi".split(" ");
/** Names that calendars in use have beside those of Unicode's CLDR. */
const otherNames: Readonly<Record<string, number>> = {
  sept: 9,
  avr: 4,
  févr: 2,
  juil: 7,
  déc: 12,
  set: 9,
  ago: 8,
};
const known = new Map<string, ReadonlyMap<string, number>>();

const time = String.raw`(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)`;
const year = String.raw`(?:19|20)\d{2}`;
const forms: readonly {
  readonly form: RegExp;
  readonly read: (m: RegExpExecArray, language: string) => Ymd | null;
}[] = [
  // 2025-10-01, 2025/10/1, 2025. 10. 1., 2025年10月1日, 2025년 10월 1일
  {
    form: new RegExp(
      `(?<!\\d)(${year})\\s?[-/.年년]\\s?(\\d{1,2})\\s?[-/.月월]\\s?(\\d{1,2})(?!\\d)\\s?[日일.]?`,
      "u",
    ),
    read: (m) => [+m[1]!, +m[2]!, +m[3]!],
  },
  // 5.09.2025, 5. 9. 2025
  {
    form: new RegExp(`(?<!\\d)(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(${year})(?!\\d)`, "u"),
    read: (m) => [+m[3]!, +m[2]!, +m[1]!],
  },
  // 09/05/2025, 05-09-2025
  {
    form: new RegExp(`(?<!\\d)(\\d{1,2})[/-](\\d{1,2})[/-](${year})(?!\\d)`, "u"),
    read: (m, language) => slashed(+m[1]!, +m[2]!, +m[3]!, language),
  },
  // October 1st, 2025; Oct. 1 2025
  {
    form: new RegExp(
      `(?<!\\p{L})(\\p{L}[\\p{L}\\p{M}]+)\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(${year})(?!\\d)`,
      "u",
    ),
    read: (m, language) => named(m[3]!, m[1]!, m[2]!, language),
  },
  // 1 October 2025, 1. Oktober 2025, 1er octobre 2025, 1º de outubro de 2025, 1-Oct-2025, 1 تشرين الأول 2025
  {
    form: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er|re|º|ª|-)?[\\s-]?(?:de |of |d['’])?(\\p{L}[\\p{L}\\p{M}]+(?:\\s(?:الأول|الثاني))?)\\.?,?[\\s-](?:de |del )?(${year})(?!\\d)`,
      "u",
    ),
    read: (m, language) => named(m[3]!, m[2]!, m[1]!, language),
  },
];
/** October 2025, октябрь 2025, 2025年10月 */
const monthForm = new RegExp(
  `(?<!\\p{L})(\\p{L}[\\p{L}\\p{M}]+)\\s(?:de\\s)?(${year})(?!\\d)|(${year})[年년]\\s?(\\d{1,2})[月월]`,
  "u",
);

type Ymd = readonly [year: number, month: number, day: number];

/**
 * The date that a line is there to state (`|October 01, 2025`, `• 5.09.2025, 16:41`, `Опубликовано: 1 октября 2025`).
 * Null where the line says more than that, or where day and month could be either way round.
 */
export function statedDate(line: string, language: string): StatedDate | null {
  const text = line.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 15));
  for (const { form, read } of forms) {
    const match = form.exec(text);
    const ymd = match && read(match, language);
    if (match && ymd && exists(ymd) && aside(text, match)) {
      const [y, m, d] = ymd;
      return { date: `${y}-${two(m)}-${two(d)}`, updated: changed.test(text) };
    }
  }
  const match = monthForm.exec(text);
  const month = match && (match[1] ? monthNamed(match[1], language) : Number(match[4]));
  if (match && month && month <= 12 && aside(text, match)) {
    return { date: `${match[2] ?? match[3]}-${two(month)}`, updated: changed.test(text) };
  }
  return null;
}

const changed =
  /updated|modified|edited|aktualisiert|mis à jour|modifié|actualizado|aggiornato|atualizado|обновлен|изменен|оновлено|zaktualizowano|aktualizacja|güncelle|更新|업데이트|수정|تحديث|bijgewerkt|uppdaterad/iu;

/** Whether little stands beside the date but a label, a weekday, a clock time or a time zone. */
function aside(text: string, match: RegExpExecArray): boolean {
  const rest = (text.slice(0, match.index) + text.slice(match.index + match[0].length))
    .replace(new RegExp(time, "giu"), " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return rest.length <= 32 && rest.split(" ").length <= 5;
}

/** Day first but where English leaves it open: then only a number past 12 tells. */
function slashed(a: number, b: number, y: number, language: string): Ymd | null {
  if (a > 12) return [y, b, a];
  if (b > 12) return [y, a, b];
  if (a === b) return [y, a, b];
  return language === "en" || language === "und" ? null : [y, b, a];
}

function named(y: string, month: string, d: string, language: string): Ymd | null {
  const m = monthNamed(month, language);
  return m ? [+y, m, +d] : null;
}

/** The article's language first: `listopad` is November in Polish and October in Croatian. */
function monthNamed(name: string, language: string): number | undefined {
  const form = bare(name);
  for (const tag of [language, ...common]) {
    const month = monthNames(tag).get(form);
    if (month) return month;
  }
  return otherNames[form];
}

/** Month names by Unicode's CLDR: long and short, on their own and beside a day (Slavic genitives). */
function monthNames(language: string): ReadonlyMap<string, number> {
  let names = known.get(language);
  if (!names) {
    names = new Map(
      (["long", "short"] as const).flatMap((month) =>
        [{ month }, { month, day: "numeric" } as const].flatMap((options) => {
          const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...options, timeZone: "UTC" });
          return Array.from({ length: 12 }, (_, i) => {
            const parts = format.formatToParts(Date.UTC(2025, i, 1));
            return [bare(parts.find(({ type }) => type === "month")?.value ?? ""), i + 1] as const;
          });
        }),
      ),
    );
    known.set(language, names);
  }
  return names;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/\.$/u, "");
}

function exists([y, m, d]: Ymd): boolean {
  return m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
