/**
 * What turns text into vectors: LangChain's `Embeddings` by shape, without importing it (that costs a third of a
 * second at start), and with what an index must know of it. A LangChain `Embeddings` with `id` and `dimensions`
 * added is one.
 */
export interface Embedder {
  /** Names model and version; an index built by another id is built anew. */
  readonly id: string;
  readonly dimensions: number;
  /** One vector for each text, in order. */
  embedDocuments(texts: string[]): Promise<ArrayLike<number>[]>;
  embedQuery(text: string): Promise<ArrayLike<number>>;
  /** How a worker thread makes the same embedder for itself; without it, embedding stays in the caller's thread. */
  readonly recipe?: Recipe | undefined;
}

/** A value that another thread can make for itself: a module whose default export takes the options and returns it. */
export interface Recipe {
  /** URL of the module (`import.meta.url`). */
  readonly module: string;
  /** Anything that can be cloned into a worker. */
  readonly options: unknown;
}

/** Makes what a recipe describes. */
export async function make<T>({ module, options }: Recipe): Promise<T> {
  const { default: factory } = (await import(module)) as { default: (options: unknown) => T | Promise<T> };
  return factory(options);
}
