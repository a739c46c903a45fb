/**
 * Measures the bot beside a stand-in for Discord on the loopback interface: `node bench/discord.ts [WHAT…]`, where
 * WHAT is among start, load, hostile and faults (which takes some minutes); all of them where left out.
 * The bot runs in a process of its own, on the real desk over the articles in `corpus/`.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ids } from "../tests/wire/discord/cast.ts";
import { Peer, until } from "../tests/wire/discord/peer.ts";
import { type Interaction, textOf } from "../tests/wire/discord/world.ts";
import { record } from "./record.ts";

const root = join(import.meta.dirname, "..");
const data = mkdtempSync(join(tmpdir(), "attache-bench-"));
const questions = [
  "What was traded for potash relief?",
  "Who was freed?",
  "When did Kellogg visit Minsk?",
  "What is the capital of Peru?",
  "Why did Lukashenko talk to Trump?",
];
type Row = readonly [what: string, figure: string, goal: string];

const measures: Record<string, () => Promise<Row[]>> = { start, load, hostile, faults };
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await measure()));
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
record(
  "discord",
  rows.map(([what, figure, goal]) => ({
    what,
    figure,
    ...(goal && { goal }),
    command: "node bench/discord.ts",
  })),
);
console.log(
  ["| measure | figure | goal |", "|---|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n"),
);

/** From the start of the process to READY, the index being there; and the memory it holds when idle. */
async function start(): Promise<Row[]> {
  const times: number[] = [];
  let memory = 0;
  for (let run = 0; run < 6; run++) {
    const peer = await new Peer().start();
    const { child, took } = await launch(peer);
    // The first run builds the index.
    if (run > 0) times.push(took);
    if (run === 5) {
      await setTimeout(10_000);
      memory = await ask<{ memory: number }>(child, "memory").then((reply) => reply.memory);
    }
    await end(child, peer);
  }
  return [
    ["start to ready, median of 5", `${Math.round(quantile(times, 0.5))} ms`, "≤ 2,000 ms"],
    ["memory, idle and connected, five articles", `${Math.round(memory / 2 ** 20)} MB`, "≤ 250 MB"],
  ];
}

/** 500 people ask at the same moment. */
async function load(): Promise<Row[]> {
  const peer = await new Peer().start();
  const { child } = await launch(peer);
  await peer.answer(peer.command("ask", { question: questions[0] }));
  const asked = Array.from({ length: 500 }, (_, at) =>
    peer.command(
      "ask",
      { question: questions[at % questions.length] },
      { user: String(410000000000000000n + BigInt(at)) },
    ),
  );
  const begun = performance.now();
  await Promise.all(asked.map((each) => peer.answer(each, 120_000)));
  const all = performance.now() - begun;
  await setTimeout(500);
  const after = asked.map(({ response }) => response?.after ?? Number.POSITIVE_INFINITY);
  const memory = await ask<{ memory: number }>(child, "memory").then((reply) => reply.memory);
  await end(child, peer);
  const [p50, p99, max] = [0.5, 0.99, 1].map((q) => Math.round(quantile(after, q)));
  return [
    ["500 simultaneous /ask: acknowledged, p50 / p99 / max", `${p50} / ${p99} / ${max} ms`, "< 3,000 ms"],
    [
      "of these 500, lost / answered twice",
      `${asked.filter(({ edits }) => edits === 0).length} / ${asked.filter(({ edits }) => edits > 1).length}`,
      "0 / 0",
    ],
    ["all 500 answered within, two cores", `${(all / 1_000).toFixed(1)} s`, ""],
    ["memory after the 500", `${Math.round(memory / 2 ** 20)} MB`, ""],
    [
      "API calls on 500 questions, rejected by schema or limits",
      `${peer.world.calls.length}, ${peer.world.faults.length}`,
      "0",
    ],
  ];
}

/** The Big List of Naughty Strings and attempts at injection, as questions and as mentions. */
async function hostile(): Promise<Row[]> {
  const folder = join(process.env.BENCH_DATA ?? join(root, "../shared/bench"), "injection");
  if (!existsSync(folder)) return [["hostile texts", "not measured: no data", ""]];
  const list = JSON.parse(readFileSync(join(folder, "blns.json"), "utf8")) as string[];
  const attacks = JSON.parse(readFileSync(join(folder, "bipia-text-attacks-train.json"), "utf8")) as Record<
    string,
    string[]
  >;
  const texts = [
    ...list,
    ...Object.values(attacks).flat(),
    ...list.map((text) => `${text} @everyone <@${ids.user}> <@&${ids.role}> discord.gg/abc`),
  ]
    .filter((text) => text.trim().length > 1)
    .map((text) => text.slice(0, 1_000));
  const peer = await new Peer({ perChannel: { most: 1_000, within: 100 } }).start();
  const { child } = await launch(peer);
  for (const text of texts) await peer.answer(peer.command("ask", { question: text }), 30_000);
  for (const text of texts) await peer.replyTo(peer.say(`<@${ids.bot}> ${text}`), 30_000);
  await end(child, peer);
  return [
    [`pings, over ${texts.length * 2} hostile questions`, String(peer.world.pinged.length), "0"],
    [
      "API calls on hostile questions, rejected",
      `${peer.world.calls.length}, ${peer.world.faults.length}`,
      "0",
    ],
  ];
}

/** Questions come in while connections are cut, sessions refused, and calls limited or broken. */
async function faults(): Promise<Row[]> {
  const peer = await new Peer({ perChannel: { most: 50, within: 1_000 } }).start();
  const { child } = await launch(peer);
  const asked: Interaction[] = [];
  const said: string[] = [];
  const undelivered = new Set<string>();
  let going = true;
  const traffic = (async () => {
    for (let at = 0; going; at++) {
      const user = String(420000000000000000n + BigInt(at));
      const question = questions[at % questions.length]!;
      if (at % 2) said.push(peer.say(`<@${ids.bot}> ${question}`, { user }));
      else {
        asked.push(peer.command("ask", { question }, { user }));
      }
      await setTimeout(200);
    }
  })();
  for (let at = 0; at < 100; at++) {
    if (at % 5 === 4) peer.gateway.refuseResumes = 1;
    const before = peer.gateway.resumed + peer.gateway.identified;
    peer.gateway.drop();
    if (at % 2) peer.faults.limited++;
    else peer.faults.broken++;
    await until(
      () => peer.gateway.resumed + peer.gateway.identified > before && peer.gateway.refuseResumes === 0,
      60_000,
    );
    await setTimeout(100);
  }
  going = false;
  await traffic;
  await until(() => pending(peer, asked, said, undelivered).length === 0, 60_000).catch(() => {});
  await setTimeout(2_000);
  const lostInteractions = asked.filter(({ id }) => !peer.gateway.delivered.has(id));
  for (const { id } of lostInteractions) undelivered.add(id);
  const unanswered = pending(peer, asked, said, undelivered);
  const replies = said.map(
    (id) => [...peer.world.messages.values()].filter(({ answering }) => answering === id).length,
  );
  const twice = asked.filter(({ edits }) => edits > 1).length + replies.filter((count) => count > 1).length;
  const apologies = [...peer.world.messages.values()].filter(
    (message) => message.versions.length > 0 && /went wrong|too long|where you asked/.test(textOf(message)),
  ).length;
  await end(child, peer);
  return [
    ["faults: sockets cut / RESUMEs refused / 429s / 500s", "100 / 20 / 50 / 50", ""],
    ["questions asked meanwhile (commands + mentions)", `${asked.length} + ${said.length}`, ""],
    ["of these, unanswered", String(unanswered.length), "0"],
    ["of these, answered twice", String(twice), "0"],
    ["of these, answered with the reason why not, or by another way", String(apologies), ""],
    [
      "commands sent while no session stood to receive them (Discord tells their users)",
      String(lostInteractions.length),
      "",
    ],
    ["API calls among faults, rejected", `${peer.world.calls.length}, ${peer.world.faults.length}`, "0"],
  ];
}

function pending(
  peer: Peer,
  asked: Interaction[],
  said: string[],
  undelivered: ReadonlySet<string>,
): string[] {
  const answering = new Set([...peer.world.messages.values()].map((message) => message.answering));
  return [
    ...asked.filter(({ id, edits }) => edits === 0 && !undelivered.has(id)).map(({ id }) => id),
    ...said.filter((id) => !answering.has(id)),
  ];
}

async function launch(peer: Peer): Promise<{ child: ChildProcess; took: number }> {
  const begun = performance.now();
  const child = fork(join(import.meta.dirname, "discord/bot.ts"), [
    peer.rest.api,
    peer.token,
    join(root, "corpus"),
    data,
  ]);
  const [message] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [unknown];
  if (typeof message !== "object") throw new Error("the bot did not start");
  return { child, took: performance.now() - begun };
}

async function ask<Reply>(child: ChildProcess, what: string): Promise<Reply> {
  const reply = once(child, "message");
  child.send(what);
  return (await reply)[0] as Reply;
}

async function end(child: ChildProcess, peer: Peer): Promise<void> {
  const exited = once(child, "exit");
  child.send("close");
  await exited;
  await peer.stop();
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}
