import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { attache, root } from "../console/attache.ts";
import { Peer } from "./discord/peer.ts";
import { textOf } from "./discord/world.ts";

const data = mkdtempSync(join(tmpdir(), "attache-start-"));
afterEach(() => rmSync(data, { recursive: true, force: true }));

it("`deploy` and `start` put the whole program on Discord: asked there, it answers from the corpus, and SIGTERM ends it", async () => {
  const peer = await new Peer().start();
  const env = { DISCORD_TOKEN: peer.token, DISCORD_API: String(peer.rest.api), DATA: data };
  const deployed = await attache(["deploy"], { env });
  expect(deployed).toMatchObject({ code: 0, stderr: "" });
  expect(deployed.stdout).toMatch(/\/ask, \/timeline, \/sources/);

  const bot = spawn(process.execPath, [join(root, "src", "main.ts"), "start"], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  const ended = once(bot, "exit");
  try {
    let log = "";
    bot.stderr.setEncoding("utf8").on("data", (chunk: string) => (log += chunk));
    await expect.poll(() => log, { timeout: 60_000 }).toContain('"ready"');
    const message = await peer.answer(peer.command("ask", { question: "what was traded for potash relief" }));
    expect(textOf(message)).toContain("123 political prisoners");
    bot.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(peer.world.faults).toEqual([]);
  } finally {
    bot.kill("SIGKILL");
    await peer.stop();
  }
}, 120_000);

it("a token that Discord does not know is one clear line", async () => {
  const peer = await new Peer().start();
  try {
    const env = { DISCORD_TOKEN: "not.the.token", DISCORD_API: String(peer.rest.api), DATA: data };
    const { code, stdout, stderr } = await attache(["start"], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/DISCORD_TOKEN/);
  } finally {
    await peer.stop();
  }
}, 120_000);
