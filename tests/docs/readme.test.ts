import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, it } from "vitest";
import { environmentExample, filled, measuresTable, settingsTable, verbsTable } from "../../bench/readme.ts";
import { readConfig, settings } from "../../src/config.ts";

const root = join(import.meta.dirname, "..", "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

it("the README's tables are those of the code (node bench/readme.ts writes them)", async () => {
  const parts = { settings: settingsTable(), measures: measuresTable(), verbs: await verbsTable() };
  expect(filled(readme, parts)).toBe(readme);
});

it(".env.example is that of the code, and every line of it is a setting that is accepted", () => {
  const example = readFileSync(join(root, ".env.example"), "utf8");
  expect(example).toBe(environmentExample());
  const uncommented = parseEnv(example.replace(/^# ([A-Z_]+=)/gm, "$1"));
  expect(Object.keys(uncommented).sort()).toEqual(Object.keys(settings).sort());
  expect(() => readConfig({ ...uncommented })).not.toThrow();
});

it("every file that the README links to is there", () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path!);
  expect(links.length).toBeGreaterThan(0);
  for (const path of links) expect(() => readFileSync(join(root, path)), path).not.toThrow();
});
