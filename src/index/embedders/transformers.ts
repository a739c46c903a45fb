import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { UserError } from "../../ops/user-error.ts";
import type { Embedder } from "./embedder.ts";

export interface TransformersOptions {
  /** A folder with a feature-extraction model in ONNX, as transformers.js reads it. */
  readonly path: string;
}

/** What is used of the package `@huggingface/transformers`, which is not installed with the program: it weighs much. */
export interface Transformers {
  readonly env: { allowRemoteModels: boolean };
  pipeline(task: "feature-extraction", model: string): Promise<Extractor>;
}

type Extractor = (
  texts: string[],
  options: { pooling: "mean"; normalize: true },
) => Promise<{ tolist(): number[][] }>;

const texts = 16;

/** Models that were trained with a word before each text, by a part of their name: for passages and for questions. */
const prefixes: readonly (readonly [RegExp, string, string])[] = [
  [/(?:^|[-_])e5(?:[-_]|$)/i, "passage: ", "query: "],
  [/bge-.*-en/i, "", "Represent this sentence for searching relevant passages: "],
  [/nomic-embed/i, "search_document: ", "search_query: "],
];

/**
 * Embeds by a model in a local folder, in this process, through transformers.js. Nothing is fetched.
 * @throws {UserError} `embedder.path`, `embedder.package` or `embedder.model`.
 */
export async function transformersEmbedder(
  options: TransformersOptions,
  load: () => Promise<Transformers> = installed,
): Promise<Embedder> {
  const path = resolve(options.path);
  if (!existsSync(path))
    throw new UserError(
      "embedder.path",
      `There is no model at ${path}: EMBEDDINGS=transformers:PATH names its folder.`,
    );
  const { env, pipeline } = await load();
  env.allowRemoteModels = false;
  const extract = await pipeline("feature-extraction", path).catch((cause: unknown) => {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new UserError("embedder.model", `The model at ${path} cannot be read: ${detail}`, { cause });
  });
  const [, passage = "", query = ""] = prefixes.find(([name]) => name.test(basename(path))) ?? [];
  const embed = async (list: readonly string[]): Promise<number[][]> => {
    const out: number[][] = [];
    for (let i = 0; i < list.length; i += texts) {
      const vectors = await extract(list.slice(i, i + texts), { pooling: "mean", normalize: true });
      out.push(...vectors.tolist());
    }
    return out;
  };
  const [{ length: dimensions }] = (await embed(["dimensions"])) as [number[]];
  return {
    id: `transformers:${path}`,
    dimensions,
    embedDocuments: (list) => embed(list.map((text) => passage + text)),
    embedQuery: async (text) => (await embed([query + text]))[0]!,
    recipe: { module: import.meta.url, options: { path } },
  };
}

export default (options: TransformersOptions) => transformersEmbedder(options);

async function installed(): Promise<Transformers> {
  const name = "@huggingface/transformers";
  try {
    return (await import(name)) as Transformers;
  } catch (cause) {
    throw new UserError(
      "embedder.package",
      `EMBEDDINGS=transformers:… needs a package that is not installed: run npm install --no-save ${name}`,
      { cause },
    );
  }
}
