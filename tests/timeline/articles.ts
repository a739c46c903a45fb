import type { Article, Block } from "../../src/corpus/article.ts";

/** An article as the corpus would hand it over: what a test does not name is plain. */
export function article(
  id: string,
  published: string | null,
  text: string,
  more: Partial<Omit<Article, "provenance">> & { provenance?: Partial<Article["provenance"]> } = {},
): Article {
  return {
    id,
    text,
    title: null,
    publisher: `The ${id}`,
    byline: null,
    url: null,
    language: "en",
    file: `${id}.txt`,
    outline: [],
    ...more,
    published: published === null ? null : { date: published, basis: "given", evidence: published },
    provenance: {
      kind: "original",
      of: null,
      machineGenerated: false,
      excerpt: false,
      evidence: [],
      ...more.provenance,
    },
  };
}

/** The block of a text that a line of it makes. */
export function block(text: string, line: string, kind: Block["kind"]): Block {
  const start = text.indexOf(line);
  return { kind, start, end: start + line.length };
}
