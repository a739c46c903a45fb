import { describe, expect, it } from "vitest";
import { glove, gloveEmbedder } from "../../../src/index/embedders/glove.ts";
import { packWordVectors, WordVectors } from "../../../src/index/embedders/word-vectors.ts";

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

describe("word vectors", () => {
  it("find each word they were packed with, in its direction, and no other word", () => {
    const words = ["the", "санкции", "façade", "x"];
    const vectors = Float32Array.from(words.flatMap((_, i) => [i + 1, -2, 0.5 * i, 3]));
    const packed = new WordVectors(packWordVectors(words, vectors, 4));
    expect(words.map((word) => packed.find(word))).toEqual([0, 1, 2, 3]);
    expect(packed.find("th")).toBe(-1);
    expect(packed.find("")).toBe(-1);
    expect(packed.find("w".repeat(5_000))).toBe(-1);
    const read = new Float32Array(4);
    for (const i of words.keys()) {
      packed.read(i, read);
      const given = vectors.subarray(i * 4, i * 4 + 4);
      expect(Math.hypot(...read)).toBeCloseTo(1, 5);
      expect(cosine(read, given) / Math.hypot(...given)).toBeGreaterThan(0.98);
    }
  });

  it("refuse bytes that are not theirs, or cut short", () => {
    expect(() => new WordVectors(new Uint8Array(64))).toThrow(/word vectors/);
    const whole = packWordVectors(["a"], new Float32Array(4).fill(1), 4);
    expect(() => new WordVectors(whole.slice(0, -1))).toThrow(/belong/);
  });
});

describe("the embedded embedder", () => {
  const embedder = gloveEmbedder();

  it("puts a paraphrase nearer than another subject", async () => {
    const [question, ...texts] = await embedder.embedDocuments([
      "what was traded for potash relief",
      "Washington lifts sanctions on potassium in exchange for prisoners",
      "Archaeologists dig up an iron age trumpet",
    ]);
    expect(cosine(question!, texts[0]!)).toBeGreaterThan(cosine(question!, texts[1]!) + 0.1);
  });

  it("gives unit vectors, the same for a query as for a document, and zero where it knows no word", async () => {
    const text = "Minsk frees prisoners";
    const [vector] = await embedder.embedDocuments([text]);
    expect(vector).toHaveLength(embedder.dimensions);
    expect(Math.hypot(...Array.from(vector!))).toBeCloseTo(1, 5);
    expect(await embedder.embedQuery(text)).toEqual(vector);
    expect(Math.hypot(...Array.from(await embedder.embedQuery("ㅋㅋ 🤷 \u0000")))).toBe(0);
  });

  it("knows names and frequencies of running English", () => {
    const vectors = glove();
    expect(vectors.find("lukashenko")).toBeGreaterThan(0);
    expect(vectors.frequency(vectors.find("the"))).toBeGreaterThan(
      vectors.frequency(vectors.find("potash")) * 100,
    );
  });
});
