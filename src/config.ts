import { z } from "zod";
import { UserError } from "./ops/user-error.ts";

const text = z.string().trim().min(1);
const whole = z.coerce.number().int();

/** `host:port`-free: a port to listen on, 0 for any free one. */
const port = whole.min(0).max(65_535);

/**
 * Every setting, in the order the README lists them: what it accepts, what it is for, and an example.
 * The README's table and `.env.example` are made from this.
 */
export const settings = {
  DISCORD_TOKEN: {
    schema: text.optional(),
    about: "The bot's token. Without it, `start` opens the console.",
    example: "",
    secret: true,
  },
  CORPUS: { schema: text.default("corpus"), about: "The folder (or .jsonl) of articles.", example: "corpus" },
  DATA: {
    schema: text.default("data"),
    about: "Where the index and the bot's state are kept.",
    example: "data",
  },
  MODEL: {
    schema: z
      .string()
      .regex(/^[a-z_]+:\S+$/, "takes PROVIDER:NAME, such as openai:gpt-4.1-mini")
      .optional(),
    about: "The chat model, as `provider:name`. Without it, answers are extracts.",
    example: "openai:gpt-4.1-mini",
  },
  OPENAI_API_KEY: {
    schema: text.optional(),
    about: "The key for OpenAI, or for the server that `OPENAI_BASE_URL` names.",
    example: "",
    secret: true,
  },
  OPENAI_BASE_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    about: "Any OpenAI-compatible server: Ollama, llama.cpp, vLLM, LM Studio.",
    example: "http://localhost:11434/v1",
  },
  EMBEDDINGS: {
    schema: z
      .string()
      .regex(/^(glove|openai:\S+|transformers:\S+)$/, "takes glove, openai:MODEL or transformers:PATH")
      .default("glove"),
    about:
      "The embedder: `glove` (built in), `openai:MODEL`, or `transformers:PATH`. A change rebuilds the index.",
    example: "glove",
  },
  INDEX_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    about: "PostgreSQL with pgvector, for a corpus, limits and settings shared by bots on several machines.",
    example: "postgres://user:password@localhost:5432/attache",
    secret: true,
  },
  REFUSE_BELOW: {
    schema: z.coerce.number().min(0).max(1).default(0.35),
    about: "Below this probability that a passage answers, the desk refuses.",
    example: "0.35",
  },
  MODEL_TIMEOUT: {
    schema: z.coerce.number().positive().max(600).default(60),
    about: "Seconds that a model may take for one answer.",
    example: "60",
  },
  DAILY_TOKENS: {
    schema: whole.positive().default(200_000),
    about: "Tokens that the model may take in a day for one person; past it, answers are extracts.",
    example: "200000",
  },
  SERVER_DAILY_TOKENS: {
    schema: whole.positive().default(5_000_000),
    about: "The same for one Discord server.",
    example: "5000000",
  },
  INTERACTIONS: {
    schema: z.enum(["gateway", "http"]).default("gateway"),
    about: "How Discord delivers commands: over the gateway, or to an HTTP endpoint of yours.",
    example: "gateway",
  },
  DISCORD_PUBLIC_KEY: {
    schema: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, "takes the 64 hexadecimal digits of the application's public key")
      .optional(),
    about: "With `INTERACTIONS=http`: the application's public key, to verify requests.",
    example: "",
  },
  PORT: {
    schema: port.default(8080),
    about: "With `INTERACTIONS=http`: the port to listen on.",
    example: "8080",
  },
  SHARDS: {
    schema: z.union([z.literal("auto"), whole.positive()]).default(1),
    about: "How many gateway connections; `auto` asks Discord, for bots on many servers.",
    example: "auto",
  },
  DISCORD_API: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    about: "Discord's API at another address, such as a proxy that many bots share.",
    example: "http://localhost:8090/api",
  },
  METRICS_PORT: {
    schema: port.optional(),
    about:
      "Serves `/metrics` (Prometheus) and `/health` on this port of the loopback interface; shard N on the Nth after it.",
    example: "9464",
  },
  LOG_LEVEL: {
    schema: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    about: "How much is logged, to stderr.",
    example: "info",
  },
} as const satisfies Record<string, Setting>;

interface Setting {
  readonly schema: z.ZodType;
  /** One sentence for the README and `.env.example`. */
  readonly about: string;
  readonly example: string;
  readonly secret?: boolean;
}

type Settings = { readonly [Name in keyof typeof settings]: z.output<(typeof settings)[Name]["schema"]> };

export interface Config extends Settings {
  /** Which gateway shard this process holds, where discord.js's `ShardingManager` started it as one. */
  readonly shard: { readonly ids: readonly number[]; readonly count: number } | undefined;
}

/**
 * Reads the settings from an environment. A variable that is empty counts as unset.
 *
 * @throws {UserError} `config.invalid`, naming every setting that is wrong, and what it takes; never its value
 *   where that may be a secret.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const shard = shardOf(environment);
  const read = Object.entries<Setting>(settings).map(([name, { schema, secret }]) => {
    // In a shard's environment, SHARDS is its number and no setting of ours.
    const given = name === "SHARDS" && shard ? undefined : environment[name]?.trim() || undefined;
    const { success, data, error } = schema.safeParse(given);
    if (!success) {
      const why = error.issues.map((issue) => issue.message).join("; ");
      problems.push(`${name}${secret ? "" : ` is "${given}"`}: ${why}`);
    }
    return [name, data];
  });
  const config: Config = { ...(Object.fromEntries(read) as Settings), shard };
  if (problems.length === 0 && config.INTERACTIONS === "http" && !config.DISCORD_PUBLIC_KEY) {
    problems.push("INTERACTIONS is http, which needs DISCORD_PUBLIC_KEY (the application's page shows it)");
  }
  if (
    problems.length === 0 &&
    config.MODEL?.startsWith("openai:") &&
    !config.OPENAI_API_KEY &&
    !config.OPENAI_BASE_URL
  ) {
    problems.push(
      `MODEL is "${config.MODEL}", which needs OPENAI_API_KEY, or a server of yours in OPENAI_BASE_URL`,
    );
  }
  if (problems.length > 0) {
    throw new UserError(
      "config.invalid",
      `Settings to correct (environment or .env):\n  ${problems.join("\n  ")}`,
    );
  }
  return config;
}

function shardOf({
  SHARDING_MANAGER,
  SHARDS,
  SHARD_COUNT,
}: Readonly<Record<string, string | undefined>>): Config["shard"] {
  return SHARDING_MANAGER ? { ids: [Number(SHARDS)], count: Number(SHARD_COUNT) } : undefined;
}
