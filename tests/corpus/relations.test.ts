import { expect, it } from "vitest";
import { random } from "../../bench/speed/news.ts";
import type { Article } from "../../src/corpus/article.ts";
import { relate, relations } from "../../src/corpus/relate.ts";
import type { Memory } from "../../src/corpus/relate-memory.ts";
import { article } from "../fixtures/article.ts";

const next = random(7);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
const syllables = "ba ke lo mi nu ra se ti vo za dre fli gor hul jan".split(" ");
const word = () => Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(syllables)).join("");
const common = Array.from({ length: 150 }, word);
const subjects = Array.from({ length: 90 }, () => Array.from({ length: 25 }, word));

/** A report of one of some stories: words of its own, words of the story, and words of all. */
function report(id: string): Article {
  const subject = pick(subjects);
  const sentence = () => {
    const words = Array.from({ length: 12 }, () => pick(next() < 0.4 ? subject : common));
    return `${words.join(" ").replace(/^./, (first) => first.toUpperCase())} ${Math.floor(next() * 40)}.`;
  };
  const text = Array.from({ length: 6 }, sentence).join(" ");
  return article(id, text, { publisher: pick(["Coast", "Inland", null]) });
}

/** What is made of a report: a copy under a line of its own, a brief, a relay. */
function made(id: string, from: Article): Article {
  const sentences = from.text.split(/(?<=\.) /);
  const kind = next();
  if (kind < 0.4) return article(id, `${word()} ${word()} writes. ${sentences.slice(0, 5).join(" ")}`);
  if (kind < 0.7) return article(id, sentences.slice(0, 2).join(" "));
  const text = `According to the Coast, this is how it was. ${sentences.slice(2).join(" ")} Source: Coast.`;
  const provenance = { ...from.provenance, kind: "relay" as const, of: "Coast" };
  return article(id, text, { provenance });
}

const told = ({ id, story, voice, provenance, published }: Article) => ({
  id,
  story,
  voice,
  provenance,
  published,
});

it("articles that come, change and leave one after the other come to what relating all anew comes to", () => {
  let count = 0;
  const one = (among: readonly Article[]) => {
    const id = `a${count++}`;
    return among.length > 0 && next() < 0.4 ? made(id, pick(among)) : report(id);
  };
  let read: Article[] = [];
  while (read.length < 330) read.push(one(read));
  let memory: Memory | null = null;
  let last: Article[] = [];
  let compared = 0;
  let kept = 0;
  for (let round = 0; round < 24; round++) {
    const before = new Map(last.map((each, i) => [each.id, i]));
    const unchanged = new Set(read);
    if (round > 0) {
      for (let n = Math.floor(next() * 5); n > 0; n--) read.splice(Math.floor(next() * read.length), 1);
      for (let n = Math.floor(next() * 5); n > 0; n--)
        read.splice(Math.floor(next() * (read.length + 1)), 0, one(read));
      const changed = Math.floor(next() * read.length);
      if (next() < 0.5) read[changed] = { ...made("x", pick(read)), id: read[changed]!.id };
    }
    // Once, all are put in another order.
    if (round === 15) read = read.toReversed();
    const items = read.map((each) => {
      const known = unchanged.has(each) ? (before.get(each.id) ?? -1) : -1;
      return { id: each.id, known, article: () => (known < 0 ? each : last[known]!) };
    });
    const again = relations(items, memory);
    last = items.map((item, i) => again.told(i) ?? item.article());
    kept += items.filter((_, i) => again.told(i) === null).length;
    memory = again.memory;
    // What the next run goes by is the same as well.
    const fresh = relations(read.map((each) => ({ id: each.id, known: -1, article: () => each })));
    expect(memory).toEqual(fresh.memory);
    const anew = relate(read);
    expect(last.map(told)).toEqual(anew.map(told));
    compared += anew.filter(({ id, story }) => story !== id).length;
  }
  // The rounds had something to tell, and most of it was told before.
  expect(compared).toBeGreaterThan(24 * 50);
  expect(kept).toBeGreaterThan(24 * 200);
  expect(new Set(last.map(({ voice }) => voice)).size).toBeLessThan(last.length - 20);
  expect(last.some(({ provenance }) => provenance.kind === "summary")).toBe(true);
});
