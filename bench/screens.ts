/**
 * Pictures of the bot for the README: `node bench/screens.ts [FOLDER]` (docs/screens where left out). The real bot, on
 * the real desk over the articles in `corpus/`, answers a stand-in for Discord; the payloads it sends are drawn as
 * HTML and photographed in a headless Chromium (`CHROMIUM`, or the one on the path).
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { vocabulary } from "../commands/index.ts";
import { openDesk } from "../src/desk.ts";
import { startBot } from "../src/discord/bot.ts";
import { openState } from "../src/ops/state/state.ts";
import { ids } from "../tests/wire/discord/cast.ts";
import { Peer } from "../tests/wire/discord/peer.ts";
import { page, type Shown } from "./screens/page.ts";

const root = join(import.meta.dirname, "..");
const folder = process.argv[2] ?? join(root, "docs/screens");
const data = mkdtempSync(join(tmpdir(), "attache-screens-"));
const chromium = process.env.CHROMIUM ?? "chromium";

const peer = await new Peer().start();
const desk = await openDesk({ corpus: join(root, "corpus"), data, embeddings: "glove" });
const state = await openState(":memory:");
const log = pino({ level: "warn" });
const bot = await startBot({ token: peer.token, desk, state, log, vocabulary, rest: peer.rest });
const names = { [ids.channel]: "# general", [ids.forum]: "# questions", [ids.role]: "@analysts" };
mkdirSync(folder, { recursive: true });

try {
  const asked = await peer.answer(peer.command("ask", { question: "What was traded for potash relief?" }));
  photograph("ask", [{ message: asked, used: ["Mira", "ask"] }]);
  photograph("passage", [{ message: await peer.answer(peer.press(asked, /^passage:.*:0$/)) }]);

  const first = "What did Kellogg's visit lead to?";
  const second = "and who else was freed?";
  const one = await peer.replyTo(peer.say(`<@${ids.bot}> ${first}`, { channel: ids.other }));
  const two = await peer.replyTo(peer.say(second, { channel: ids.other, replyTo: one.id }));
  photograph("conversation", [
    { who: "Jonas", says: `<@${ids.bot}> ${first}` },
    { message: one, to: ["Jonas", `@Attaché ${first}`] },
    { who: "Jonas", says: second, to: first },
    { message: two, to: ["Jonas", second] },
  ]);

  const timeline = await peer.answer(peer.command("timeline", { topic: "release of political prisoners" }));
  photograph("timeline", [{ message: timeline, used: ["Mira", "timeline"] }]);
  const sources = await peer.answer(peer.command("sources"));
  photograph("sources", [{ message: sources, used: ["Mira", "sources"] }]);
  photograph("story", [{ message: await peer.answer(peer.press(sources, /^tree:/)) }]);

  const refused = await peer.answer(peer.command("ask", { question: "What is the capital of Peru?" }));
  photograph("refusal", [{ message: refused, used: ["Oksana", "ask"] }]);

  const manager = { manager: true };
  const panel = await peer.answer(peer.command("settings", {}, manager));
  await peer.answer(peer.press(panel, "set:channels", manager, [ids.channel, ids.forum]));
  await peer.answer(peer.press(panel, "set:roles", manager, [ids.role]));
  await peer.answer(peer.press(panel, "set:limit", manager, ["20"]));
  photograph("settings", [{ message: panel }]);
} finally {
  await bot.close();
  await peer.stop();
  await desk.close();
  await state.close();
  rmSync(data, { recursive: true, force: true });
}

/** Draws a channel and photographs it at twice its size, as high as it is. */
function photograph(name: string, shown: readonly Shown[]): void {
  const html = join(data, `${name}.html`);
  const script =
    "<script>document.body.dataset.height = document.querySelector('main').scrollHeight</script>";
  writeFileSync(html, page(shown, names) + script);
  const flags = ["--headless", "--no-sandbox", "--hide-scrollbars", "--disable-gpu", `file://${html}`];
  const dom = execFileSync(chromium, ["--dump-dom", ...flags], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const height = /data-height="(\d+)"/.exec(dom)?.[1] ?? "800";
  const picture = [`--screenshot=${join(folder, `${name}.png`)}`, `--window-size=760,${height}`];
  execFileSync(chromium, [...picture, "--force-device-scale-factor=2", ...flags], { stdio: "ignore" });
  console.log(`${name}.png: 760 × ${height}`);
}
