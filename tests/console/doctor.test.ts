import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { testDatabase } from "../contract/postgres.ts";
import { attache } from "./attache.ts";

const data = mkdtempSync(join(tmpdir(), "attache-doctor-"));
afterAll(() => rmSync(data, { recursive: true }));

async function doctor(words: string[] = [], env = {}) {
  const { code, stdout, stderr } = await attache(["doctor", "--json", "--data", data, ...words], { env });
  const { findings } = JSON.parse(stdout) as {
    findings: { check: string; state: string; found: string; mend?: string }[];
  };
  return {
    code,
    stderr,
    findings,
    of: (check: string) => findings.find((finding) => finding.check === check),
  };
}

it("finds a flipped byte of the index, says how to mend it, and mends it", async () => {
  expect((await attache(["index", "--data", data])).code).toBe(0);
  expect(await doctor()).toMatchObject({ code: 0, stderr: "" });

  const files = readdirSync(join(data, "index"), { recursive: true, encoding: "utf8" }).map((file) =>
    join(data, "index", file),
  );
  const texts = files.find((file) => file.endsWith("articles.jsonl") && statSync(file).size > 0)!;
  const bytes = readFileSync(texts);
  bytes[100]! ^= 1;
  writeFileSync(texts, bytes);

  const hurt = await doctor();
  expect(hurt.code).toBe(1);
  expect(hurt.of("index")).toMatchObject({ state: "wrong", found: expect.stringMatching(/checksum|whole/) });

  const mended = await doctor(["--repair"]);
  expect(mended.code).toBe(0);
  expect(mended.of("index")?.state).toBe("ok");
});

it("says that a corpus has no articles, that a model is not there, and that a key is refused", async () => {
  const server = createServer((request, response) => {
    const known = request.headers.authorization === "Bearer right";
    response.writeHead(known ? 200 : 401, { "content-type": "application/json" });
    response.end(
      JSON.stringify(
        known
          ? { object: "list", data: [{ id: "small", object: "model" }] }
          : { error: { message: "wrong key" } },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const env = {
      MODEL: "openai:large",
      OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    };
    const missing = await doctor([], { ...env, OPENAI_API_KEY: "right" });
    expect(missing.of("model")).toMatchObject({ state: "warning", mend: expect.stringContaining("small") });
    const refused = await doctor([], { ...env, OPENAI_API_KEY: "wrong" });
    expect(refused.of("model")).toMatchObject({ state: "wrong", found: expect.stringContaining("401") });
    const empty = await doctor(["--corpus", mkdtempSync(join(data, "empty-"))]);
    expect(empty.of("corpus")).toMatchObject({ state: "wrong", mend: expect.stringContaining("CORPUS") });
  } finally {
    server.close();
  }
});

it("looks PostgreSQL over where INDEX_URL names one, mends it, and never shows the password", async () => {
  const { url, stop } = await testDatabase();
  const secret = new URL(url);
  secret.password = "s3cret-word";
  const env = { INDEX_URL: url };
  try {
    const bare = await doctor([], env);
    expect(bare.findings.filter(({ check }) => check === "index").at(-1)).toMatchObject({
      state: "wrong",
      mend: expect.stringContaining("doctor --repair"),
    });
    const mended = await doctor(["--repair"], env);
    expect(mended).toMatchObject({ code: 0, stderr: "" });
    expect(mended.findings.filter(({ check }) => check === "index").at(-1)).toMatchObject({
      state: "ok",
      found: expect.stringContaining("in step"),
    });
    secret.port = "1";
    for (const words of [[], ["--repair"]]) {
      const away = await doctor(words, { INDEX_URL: secret.href });
      expect(away).toMatchObject({ code: 1 });
      expect(away.of("index")).toMatchObject({
        state: "wrong",
        found: expect.stringContaining("does not answer"),
      });
      expect(JSON.stringify(away)).not.toContain("s3cret");
    }
  } finally {
    await stop();
  }
});
