import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeAxis } from "../../src/drawing/axis.ts";
import { toPng } from "../../src/drawing/png.ts";
import type { Event, Timeline } from "../../src/timeline/event.ts";
import { renderTimeline } from "../../src/timeline/picture.ts";

function event(date: string, more: Partial<Event> = {}): Event {
  return {
    date,
    text: "It happened.",
    sentences: ["It happened."],
    articles: [],
    citations: [],
    voices: 1,
    status: "happened",
    conflicts: [],
    ...more,
  };
}

function timeline(events: readonly Event[], topic: string | null = null): Timeline {
  return { topic, events, tookMs: 1 };
}

/** What stands in the picture's text elements, in order. */
function words(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, content]) => content!);
}

describe("the picture", () => {
  it("numbers its marks as the list does", () => {
    const svg = renderTimeline(timeline([event("2024-05-07"), event("2024-05-08"), event("2024-06")]));
    expect(words(svg).filter((word) => /^\d$/.test(word))).toEqual(["1", "2", "3"]);
    expect(words(svg)[1]).toBe("3 events · 7 May 2024 – June 2024");
  });

  it("marks each break in the axis with the time it leaves out", () => {
    const dates = ["1994", "2025-03", "2025-06", "2025-09"];
    expect(words(renderTimeline(timeline(dates.map((date) => event(date)))))).toContain("30 yr");
    expect(words(renderTimeline(timeline(dates.slice(1).map((date) => event(date))))).join(" ")).not.toMatch(
      / (yr|mo|wk)/,
    );
  });

  it("draws a dot for each voice, and writes their number where they are many", () => {
    const dots = (voices: number) =>
      renderTimeline(timeline([event("2024-05-07", { voices })])).match(/<circle[^>]* r="4.2"/g)?.length ?? 0;
    expect([dots(1), dots(4)]).toEqual([1, 4]);
    expect(words(renderTimeline(timeline([event("2024-05-07", { voices: 12 })])))).toContain("12");
  });

  it("explains the marks it uses, and no others", () => {
    const plain = words(renderTimeline(timeline([event("2024-05-07")])));
    expect(plain).toContain("independent voices");
    expect(plain).not.toContain("announced");
    const rich = words(
      renderTimeline(timeline([event("2024", { status: "announced", conflicts: ["They disagree."] })])),
    );
    expect(rich).toEqual(expect.arrayContaining(["day not known", "announced", "sources disagree"]));
  });

  it("keeps hostile text harmless, and leaves out what its font cannot draw", () => {
    const svg = renderTimeline(timeline([event("2024")], `</text><script href="x">&\u0000\ud800`));
    expect(svg).not.toContain("<script");
    expect(words(svg)[0]).toBe("&lt;/text&gt;&lt;script href=&quot;x&quot;&gt;&amp;");
    expect(words(renderTimeline(timeline([event("2024")], "白俄罗斯")))[0]).toBe("Timeline");
  });

  it("becomes a PNG with letters in it, on either ground, of one event or none", async () => {
    for (const theme of ["dark", "light"] as const) {
      const png = await toPng(renderTimeline(timeline([event("2024-05-07")], "Varna"), { theme }));
      expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
      const wordless = renderTimeline(timeline([event("2024-05-07")], "Varna"), { theme }).replace(
        /<text.*?<\/text>/g,
        "",
      );
      expect(png.length).toBeGreaterThan(1.3 * (await toPng(wordless)).length);
    }
    expect((await toPng(renderTimeline(timeline([])))).length).toBeGreaterThan(1_000);
  });
});

describe("the axis", () => {
  const day = 86_400_000;
  const periods = fc.array(
    fc
      .tuple(fc.integer({ min: -20_000, max: 30_000 }), fc.constantFrom(1, 7, 30, 92, 365))
      .map(([start, days]) => ({ start: start * day, end: (start + days) * day })),
    { minLength: 1, maxLength: 40 },
  );

  it("keeps the order of time, inside its width, whatever the dates", () => {
    fc.assert(
      fc.property(periods, (dates) => {
        const axis = timeAxis(dates, 50, 700);
        const middles = dates
          .toSorted((a, b) => a.start + a.end - b.start - b.end)
          .map((period) => axis.place(period))
          .map(({ x0, x1 }) => (x0 + x1) / 2);
        for (const [i, x] of middles.entries()) {
          expect(x).toBeGreaterThanOrEqual(49.9);
          expect(x).toBeLessThanOrEqual(750.1);
          if (i > 0) expect(x).toBeGreaterThanOrEqual(middles[i - 1]! - 0.1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
