import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { REST, type RESTGetAPIGatewayBotResult, type RESTOptions, Routes, ShardingManager } from "discord.js";
import type { Log } from "../ops/log.ts";
import { unreachable } from "./trouble.ts";

export interface ShardsOptions {
  readonly token: string;
  readonly log: Log;
  /** `auto`: as many as Discord recommends. */
  readonly count: number | "auto";
  /** The program to run for each shard: discord.js tells it its shard in the environment (`SHARDING_MANAGER`, `SHARDS`, `SHARD_COUNT`). */
  readonly program: string;
  readonly args?: readonly string[] | undefined;
  readonly rest?: Partial<RESTOptions> | undefined;
}

/**
 * Runs one process for each shard of the gateway, restarted where it dies, and resolves when all are ready.
 *
 * @throws {UserError} `discord.token` or `discord.unreachable`
 */
export async function startShards(
  options: ShardsOptions,
): Promise<{ readonly count: number; close(): Promise<void> }> {
  const { token, log, program, args = [] } = options;
  const { shards, session_start_limit: limit } = await gateway(options);
  const count = options.count === "auto" ? shards : options.count;
  const manager = new ShardingManager(program, {
    token,
    totalShards: count,
    shardArgs: [...args],
    respawn: false,
  });
  let closing = false;
  manager.on("shardCreate", (shard) => {
    // Discord allows a thousand identifications a day: a shard that keeps dying is given more and more time.
    let pause = 5_000;
    shard.on("ready", () => {
      pause = 5_000;
    });
    shard.on("death", async () => {
      if (closing) return;
      log.error({ shard: shard.id, pause }, "shard ended; it will be started again");
      await setTimeout(pause, undefined, { ref: false });
      pause = Math.min(pause * 2, 600_000);
      if (!closing) await shard.spawn(60_000).catch((err: unknown) => log.error({ shard: shard.id, err }));
    });
  });
  const close = async () => {
    closing = true;
    const running = [...manager.shards.values()].flatMap(({ process }) => process ?? []);
    await Promise.all(
      running.map((child) => {
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        return ended;
      }),
    );
  };
  try {
    // Discord lets so many shards identify in five seconds.
    const delay = Math.ceil(5_500 / limit.max_concurrency);
    await manager.spawn({ amount: count, delay, timeout: 60_000 });
  } catch (error) {
    await close();
    throw error;
  }
  log.info({ shards: count }, "all shards ready");
  return { count, close };
}

async function gateway({ token, rest }: ShardsOptions): Promise<RESTGetAPIGatewayBotResult> {
  try {
    const found = await new REST(rest).setToken(token).get(Routes.gatewayBot());
    return found as RESTGetAPIGatewayBotResult;
  } catch (error) {
    throw unreachable(error);
  }
}
