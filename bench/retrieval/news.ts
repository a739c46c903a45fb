import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sentences } from "../../src/text/sentences.ts";
import type { Document, Query, RetrievalSet } from "./beir.ts";

/**
 * ECB+ (Cybulska & Vossen 2014) as a retrieval set: every sixth article is left out of the collection, and its first
 * sentence of some length is asked; relevant are the articles of its story.
 */
export function ecb(folder: string): RetrievalSet {
  const articles = ecbArticles(folder);
  const asked = articles.filter((_, i) => i % 6 === 0);
  const kept = articles.filter((_, i) => i % 6 !== 0);
  return {
    name: "ecb+",
    documents: kept.map(({ id, lines }) => ({ id, title: "", text: lines.join("\n") })),
    queries: asked.flatMap(({ id, story, lines }): Query[] => {
      const text = lines.find((line) => line.split(" ").length >= 8);
      const relevant = new Set(kept.filter((other) => other.story === story).map((other) => other.id));
      return text && relevant.size > 0 ? [{ id, text, answer: undefined, relevant }] : [];
    }),
  };
}

/** By line of ECB+'s articles: the events, people, places and times that it tells of, as its judges know them again. */
export function ecbTold(folder: string): Map<string, ReadonlySet<string>> {
  return new Map(
    ecbArticles(folder).flatMap(({ lines, told }) =>
      lines.map((line, i) => [line, told[i] ?? new Set()] as const),
    ),
  );
}

interface EcbArticle {
  readonly id: string;
  readonly story: string;
  readonly lines: readonly string[];
  /** By line: what it tells of. */
  readonly told: readonly (ReadonlySet<string> | undefined)[];
}

function ecbArticles(folder: string): EcbArticle[] {
  const root = join(folder, "ecbplus");
  return readdirSync(root).flatMap((topic) =>
    readdirSync(join(root, topic)).map((file) => {
      const xml = readFileSync(join(root, topic, file), "utf8");
      const lines: string[][] = [];
      const lineOf = new Map<string, number>();
      for (const [, id, sentence, token] of xml.matchAll(
        /<token t_id="(\d+)" sentence="(\d+)"[^>]*>([^<]*)</g,
      )) {
        lines[Number(sentence)] ??= [];
        lines[Number(sentence)]!.push(unescaped(token!));
        lineOf.set(id!, Number(sentence));
      }
      const told: Set<string>[] = [];
      const mentions = new Map<string, number>();
      for (const [, mention, token] of xml.matchAll(/m_id="(\d+)"[^>]*>\s*<token_anchor t_id="(\d+)"/g))
        mentions.set(mention!, lineOf.get(token!)!);
      for (const [, instance, links] of xml.matchAll(
        /<CROSS_DOC_COREF [^>]*note="(\w+)"[^>]*>(.*?)<\/CROSS/gs,
      ))
        for (const [, mention] of links!.matchAll(/<source m_id="(\d+)"/g)) {
          const line = mentions.get(mention!)!;
          told[line] ??= new Set();
          told[line]!.add(instance!);
        }
      const all = Array.from(lines, (tokens = [], i) => ({ line: tokens.join(" "), told: told[i] }));
      const own = all.filter(({ line }) => !line.startsWith("http"));
      return {
        id: `${topic}/${file}`,
        story: topic + file.includes("plus"),
        lines: own.map(({ line }) => line),
        told: own.map(({ told }) => told),
      };
    }),
  );
}

/**
 * Timeline17 (Tran et al. 2013) as a retrieval set: every `step`-th article of all its topics together. What
 * journalists wrote of a day is asked, by its first sentence; relevant are articles of the topic from that day or the next.
 */
export function timeline17(folder: string, step: number): RetrievalSet {
  const root = join(folder, "timeline17");
  const documents: (Document & { topic: string; day: string })[] = [];
  const entries: { id: string; topic: string; date: string; text: string }[] = [];
  for (const name of readdirSync(root)) {
    const topic = name.split("_")[0]!;
    for (const file of readdirSync(join(root, name))) {
      const read = JSON.parse(readFileSync(join(root, name, file), "utf8"));
      if (file === "articles.json") {
        for (const { uid, dct, text } of read as { uid: string; dct: string; text: string }[])
          documents.push({ id: `${name}/${uid}`, title: "", text: untokenised(text), topic, day: dct });
      } else {
        for (const { date, text } of read as { date: string; text: string }[])
          entries.push({ id: `${name}/${date}`, topic, date, text: untokenised(text) });
      }
    }
  }
  const kept = documents.filter((_, i) => i % step === 0);
  return {
    name: `timeline17, every ${step}`,
    documents: kept,
    queries: entries.flatMap(({ id, topic, date, text }): Query[] => {
      const [first] = sentences(text).filter(({ start, end }) => end - start >= 30);
      const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
      const relevant = new Set(
        kept
          .filter((one) => one.topic === topic && (one.day === date || one.day === next))
          .map((one) => one.id),
      );
      if (!first || relevant.size === 0) return [];
      return [{ id, text: text.slice(first.start, first.end), answer: undefined, relevant }];
    }),
  };
}

/**
 * AttributionBench (Li et al. 2024) as two retrieval sets: claims that their evidence supports, and the questions that
 * these claims answer; relevant is the evidence, among all evidence.
 */
export function attribution(folder: string, asked: "claim" | "question"): RetrievalSet {
  const lines = readFileSync(join(folder, "attributionbench", "dev.jsonl"), "utf8")
    .trim()
    .split("\n");
  const ids = new Map<string, string>();
  const queries = new Map<string, Set<string>>();
  for (const line of lines) {
    const { references, attribution_label, ...texts } = JSON.parse(line) as {
      claim: string;
      question: string;
      references: string[];
      attribution_label: string;
    };
    for (const reference of references) if (!ids.has(reference)) ids.set(reference, `e${ids.size}`);
    if (attribution_label !== "attributable") continue;
    const relevant = queries.get(texts[asked]) ?? new Set();
    for (const reference of references) relevant.add(ids.get(reference)!);
    queries.set(texts[asked], relevant);
  }
  return {
    name: `attribution, ${asked}s`,
    documents: Array.from(ids, ([text, id]) => ({ id, title: "", text })),
    queries: Array.from(queries, ([text, relevant], i) => ({
      id: String(i),
      text,
      answer: undefined,
      relevant,
    })),
  };
}

function unescaped(token: string): string {
  return token
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}

/** Undoes what the Penn Treebank's tokens write apart or otherwise. */
function untokenised(text: string): string {
  return text
    .replaceAll("\\/", "/")
    .replaceAll("-LRB- ", "(")
    .replaceAll(" -RRB-", ")")
    .replaceAll("`` ", "“")
    .replaceAll(" ''", "”")
    .replace(/ (['’](?:s|re|ve|ll|d|m)|n't|[.,;:?!%])(?= |$)/g, "$1")
    .trim();
}
