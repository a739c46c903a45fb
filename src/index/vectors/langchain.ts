import { createHash } from "node:crypto";
import { Document } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import type { Article } from "../../corpus/article.ts";
import type { Loaded } from "../../corpus/load.ts";
import { buildIndex } from "../build/build.ts";
import type { Filter } from "../hit.ts";
import { Versions } from "../storage/versions.ts";
import { openLastGood, type Version } from "../version.ts";

export interface DocumentStoreOptions {
  /** The folder of the index: one of its own, which no corpus is indexed into. */
  readonly dir: string;
  /** Names the embedder; what another one embedded is left behind at the first addition. */
  readonly embedderId: string;
  readonly dimensions: number;
}

/**
 * The index as a LangChain `VectorStore`: each document is a passage, on disk before `addDocuments` resolves, in
 * versions that no crash can harm. A filter narrows by the metadata `publisher`, `published` (EDTF) and `language`.
 * Imported only where LangChain is wanted: the class it extends takes a third of a second to load.
 */
export class DocumentStore extends VectorStore {
  declare FilterType: Filter;
  readonly #options: DocumentStoreOptions;
  readonly #versions: Versions;
  /** Additions and deletions wait for each other: each begins from what the one before it left. */
  #turn: Promise<unknown> = Promise.resolve();
  #version: Version | null = null;

  constructor(embeddings: EmbeddingsInterface, options: DocumentStoreOptions) {
    super(embeddings, {});
    this.#options = options;
    this.#versions = new Versions(options.dir);
  }

  override _vectorstoreType(): string {
    return "attache";
  }

  override async addDocuments(documents: Document[], options?: { ids?: string[] }): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent));
    return this.addVectors(vectors, documents, options);
  }

  /** Documents with an id that is there already replace the one that has it. @returns their ids. */
  override async addVectors(
    vectors: number[][],
    documents: Document[],
    options: { ids?: string[] } = {},
  ): Promise<string[]> {
    const ids = documents.map((document, i) => options.ids?.[i] ?? document.id ?? digestOf(document));
    const added = new Map(documents.map((document, i) => [ids[i]!, { document, vector: vectors[i]! }]));
    await this.#update(new Set(added.keys()), added);
    return ids;
  }

  override async delete({ ids = [] }: { ids?: string[] } = {}): Promise<void> {
    await this.#update(new Set(ids), new Map());
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: Filter,
  ): Promise<[Document, number][]> {
    const version = await this.#current();
    if (!version) return [];
    const allowed = filter && version.allowed(filter);
    const { passages, scores } = version.vectors.search(query, k, allowed);
    return Array.from(passages, (passage, i) => [
      documentOf(version.article(version.articleOf(passage))),
      scores[i]!,
    ]);
  }

  /** Lets go of the open version. */
  close(): void {
    this.#version?.close();
    this.#version = null;
  }

  #update(replaced: ReadonlySet<string>, added: ReadonlyMap<string, Addition>): Promise<void> {
    const update = async (): Promise<void> => {
      const { dir, embedderId: id, dimensions } = this.#options;
      const waiting = [...added.values()].map(({ vector }) => vector);
      await buildIndex({
        dir,
        corpus: (known) => contents(known, replaced, added),
        split: (article) => [{ articleId: article.id, start: 0, end: article.text.length, context: [] }],
        embedder: {
          id,
          dimensions,
          // Documents are embedded already, and come in the order in which they were added.
          embedDocuments: async (texts) => waiting.splice(0, texts.length),
          embedQuery: (text) => this.embeddings.embedQuery(text),
        },
      });
    };
    const done = this.#turn.then(update);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #current(): Promise<Version | null> {
    if (this.#version?.name !== this.#versions.current()) {
      this.close();
      this.#version = await openLastGood(this.#versions, () => {});
    }
    return this.#version;
  }
}

interface Addition {
  readonly document: Document;
  readonly vector: number[];
}

/** What the store is to hold: what it has and nobody replaces, and what is added. */
function* contents(
  known: ReadonlyMap<string, string>,
  replaced: ReadonlySet<string>,
  added: ReadonlyMap<string, Addition>,
): Generator<Loaded> {
  for (const [id, hash] of known) if (!replaced.has(id)) yield { kind: "unchanged", id, hash };
  for (const [id, { document, vector }] of added) {
    const hash = createHash("sha256")
      .update(JSON.stringify([document, vector]))
      .digest("hex");
    yield { kind: "article", article: articleOf(id, document), hash };
  }
}

/** A document as an article; its metadata goes with it. */
function articleOf(id: string, { pageContent, metadata }: Document): Article & { metadata: object } {
  const text = (key: string): string | null => (typeof metadata[key] === "string" ? metadata[key] : null);
  const date = text("published");
  return {
    id,
    text: pageContent,
    title: text("title"),
    publisher: text("publisher"),
    byline: null,
    published: date === null ? null : { date, basis: "given", evidence: "" },
    url: text("url"),
    language: text("language") ?? "und",
    provenance: { kind: "original", of: null, machineGenerated: false, excerpt: false, evidence: [] },
    file: null,
    outline: [],
    metadata,
  };
}

function documentOf(article: Article): Document {
  const { id, text, metadata = {} } = article as Article & { metadata?: Record<string, unknown> };
  return new Document({ id, pageContent: text, metadata });
}

function digestOf({ pageContent, metadata }: Document): string {
  return createHash("sha256")
    .update(JSON.stringify([pageContent, metadata]))
    .digest("hex")
    .slice(0, 32);
}
