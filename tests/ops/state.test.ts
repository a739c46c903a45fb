import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openState } from "../../src/ops/state/state.ts";
import { folder } from "../index/corpora.ts";

test("a file of a newer version is left alone, and said to be", async () => {
  const path = `${folder()}/state.db`;
  await (await openState(path)).close();
  const db = new DatabaseSync(path);
  db.exec("PRAGMA user_version = 99");
  db.close();
  await expect(openState(path)).rejects.toThrow(/newer version/);
});

test("settings that an older version kept are kept on", async () => {
  const path = `${folder()}/state.db`;
  const db = new DatabaseSync(path);
  db.exec(`CREATE TABLE settings (guild TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    INSERT INTO settings VALUES ('g', '{"channels":["1"],"language":"de","ephemeral":true,"dailyLimit":null}');
    CREATE TABLE turns (at INTEGER); CREATE TABLE feedback (answer TEXT);
    CREATE TABLE usage (day TEXT, scope TEXT, count INTEGER); CREATE TABLE memos (expires INTEGER);
    CREATE TABLE seen (id TEXT, at INTEGER); CREATE TABLE tokens (day TEXT); PRAGMA user_version = 2`);
  db.close();
  const state = await openState(path);
  expect(await state.settings.of("g")).toEqual({
    ...{ channels: ["1"], roles: [], ephemeral: true, mentions: true, language: "de", dailyLimit: null },
  });
  await state.close();
});
