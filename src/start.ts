import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "./config.ts";
import { type Context, type Verb, verb } from "./console/verb.ts";
import { ingestInto } from "./ingesting.ts";
import { measured } from "./measured.ts";
import type { Log } from "./ops/log.ts";
import { UserError } from "./ops/user-error.ts";

/** The verb that serves: the bot where there is a token, the console where there is none. */
export function start(config: Config): Verb {
  return verb({
    usage: "start",
    about: "with DISCORD_TOKEN the bot; without, the console",
    options: {},
    words: { min: 0, max: 0 },
    run: (_words, _values, context) =>
      config.DISCORD_TOKEN ? serveDiscord(config, config.DISCORD_TOKEN, context) : serveConsole(context),
  });
}

/** The verb that tells Discord what can be said to the bot. */
export function deploy(config: Config): Verb {
  return verb({
    usage: "deploy [--guild ID]",
    about: "register the slash commands, on one server or everywhere",
    options: { guild: { type: "string" } },
    words: { min: 0, max: 0 },
    async run(_words, { guild, json }, { terminal }) {
      if (!config.DISCORD_TOKEN) {
        throw new UserError("discord.token", "DISCORD_TOKEN is not set: the commands belong to a bot.");
      }
      const [{ deployCommands }, { vocabulary }] = await Promise.all([
        import("./discord/deploy.ts"),
        import("../commands/index.ts"),
      ]);
      const names = await deployCommands({
        token: config.DISCORD_TOKEN,
        vocabulary,
        guild,
        rest: restOf(config),
      });
      if (json) terminal.json({ commands: names });
      else terminal.print(`Registered: /${names.join(", /")}`);
    },
  });
}

async function serveConsole({ openDesk, terminal, corpusOptions, signal }: Context): Promise<void> {
  const { repl } = await import("./console/repl.ts");
  await using desk = await openDesk();
  terminal.progress(null);
  const { stdin: input, stdout: output } = process;
  await repl({ desk, terminal, input, output, data: corpusOptions.data, signal });
}

async function serveDiscord(config: Config, token: string, context: Context): Promise<void> {
  const { openLog } = await import("./ops/log.ts");
  const log = openLog(config.LOG_LEVEL);
  const many = config.SHARDS === "auto" || config.SHARDS > 1;
  if (many && !config.shard && config.INTERACTIONS === "gateway")
    await serveShards(config, token, log, context);
  else await serveBot(config, token, log, context);
}

/** One process for each shard; each runs `start` itself. */
async function serveShards(config: Config, token: string, log: Log, context: Context): Promise<void> {
  const { startShards } = await import("./discord/shards.ts");
  const program = fileURLToPath(new URL("main.ts", import.meta.url));
  const { corpus, data } = context.corpusOptions;
  const args = ["start", "--corpus", corpus, "--data", data];
  const shards = await startShards({ token, log, count: config.SHARDS, program, args, rest: restOf(config) });
  await aborted(context.signal);
  await shards.close();
}

async function serveBot(
  config: Config,
  token: string,
  log: Log,
  { openDesk, corpusOptions, signal }: Context,
): Promise<void> {
  const [{ startBot }, { vocabulary }, { openState, openSharedState }] = await Promise.all([
    import("./discord/bot.ts"),
    import("../commands/index.ts"),
    import("./ops/state/state.ts"),
  ]);
  const path = join(corpusOptions.data, "state.sqlite");
  const { INDEX_URL: url } = config;
  const state = url ? await openSharedState({ url, path, log }) : await openState(path);
  await using closing = new AsyncDisposableStack();
  closing.defer(() => state.close());
  const limits = { person: config.DAILY_TOKENS, server: config.SERVER_DAILY_TOKENS };
  const onFault = (err: Error) => log.warn({ err }, "the model failed");
  const desk = closing.use(await openDesk({ ledger: state.tokens, limits, now: state.clock, onFault }));
  const { openMetrics, serveMetrics } = await import("./ops/metrics.ts");
  const metrics = openMetrics();
  const http =
    config.INTERACTIONS === "http" ? { publicKey: config.DISCORD_PUBLIC_KEY!, port: config.PORT } : undefined;
  const ingest = ingestInto(corpusOptions);
  const options = { token, state, log, vocabulary, ingest, http, shards: config.shard, rest: restOf(config) };
  const bot = await startBot({ ...options, desk: measured(desk, metrics) });
  closing.defer(() => bot.close());
  if (config.METRICS_PORT !== undefined) {
    const served = await serveMetrics(config.METRICS_PORT + (config.shard?.ids[0] ?? 0), metrics);
    closing.defer(() => served.close());
  }
  await Promise.race([aborted(signal), bot.failure.then((error) => Promise.reject(error))]);
  log.info("stopping: what runs is finished first");
}

function restOf({ DISCORD_API }: Config) {
  return DISCORD_API ? { api: DISCORD_API } : undefined;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
