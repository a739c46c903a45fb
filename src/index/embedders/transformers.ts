import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { UserError } from "../../ops/user-error.ts";
import type { Embedder } from "./embedder.ts";

export interface TransformersOptions {
  /** A folder with a feature-extraction model in ONNX, as transformers.js reads it. */
  readonly path: string;
}

/** LangChain's embeddings over transformers.js, as far as they are used here. */
export type TransformersEmbeddings = new (fields: {
  readonly model: string;
  readonly batchSize: number;
  readonly stripNewLines: boolean;
  readonly maxConcurrency: number;
  readonly maxRetries: number;
  readonly pretrainedOptions: { readonly local_files_only: true };
}) => EmbeddingsInterface;

/** Models that were trained with a word before each text, by a part of their name: for passages and for questions. */
const prefixes: readonly (readonly [RegExp, string, string])[] = [
  [/(?:^|[-_])e5(?:[-_]|$)/i, "passage: ", "query: "],
  [/bge-.*-en/i, "", "Represent this sentence for searching relevant passages: "],
  [/nomic-embed/i, "search_document: ", "search_query: "],
];

/**
 * Embeds by a model in a local folder, in this process, through transformers.js. Nothing is fetched. The package
 * `@huggingface/transformers` is not installed with the program: it weighs much.
 * @throws {UserError} `embedder.path`, `embedder.package` or `embedder.model`.
 */
export async function transformersEmbedder(
  options: TransformersOptions,
  load: () => Promise<TransformersEmbeddings> = langchain,
): Promise<Embedder> {
  const path = resolve(options.path);
  if (!existsSync(path))
    throw new UserError(
      "embedder.path",
      `There is no model at ${path}: EMBEDDINGS=transformers:PATH names its folder.`,
    );
  const Embeddings = await load();
  const model = new Embeddings({
    model: path,
    batchSize: 16,
    stripNewLines: false,
    maxConcurrency: 1,
    maxRetries: 0,
    pretrainedOptions: { local_files_only: true },
  });
  const { length: dimensions } = await model.embedQuery("dimensions").catch((cause: unknown) => {
    throw unusable(path, cause);
  });
  const [, passage = "", query = ""] = prefixes.find(([name]) => name.test(basename(path))) ?? [];
  return {
    id: `transformers:${path}`,
    dimensions,
    embedDocuments: (texts) => model.embedDocuments(texts.map((text) => passage + text)),
    embedQuery: (text) => model.embedQuery(query + text),
    recipe: { module: import.meta.url, options: { path } },
  };
}

export default (options: TransformersOptions) => transformersEmbedder(options);

async function langchain(): Promise<TransformersEmbeddings> {
  return (await import("@langchain/community/embeddings/huggingface_transformers"))
    .HuggingFaceTransformersEmbeddings;
}

function unusable(path: string, cause: unknown): UserError {
  if ((cause as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") {
    const install = "npm install --no-save --onnxruntime-node-install=skip @huggingface/transformers";
    return new UserError(
      "embedder.package",
      `EMBEDDINGS=transformers:… needs a package that is not installed: run ${install}`,
      { cause },
    );
  }
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new UserError("embedder.model", `The model at ${path} cannot be read: ${detail}`, { cause });
}
