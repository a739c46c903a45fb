import { accessSync, constants, mkdirSync } from "node:fs";
import type { Config } from "./config.ts";
import { type Verb, verb } from "./console/verb.ts";
import { loadCorpus } from "./corpus/load.ts";
import { examineIndex, repairIndex } from "./index/examine.ts";
import type { CorpusOptions } from "./index/open-corpus.ts";
import { UserError } from "./ops/user-error.ts";

/** What one check found; `mend` says what to do where something is wrong. */
interface Finding {
  readonly check: string;
  readonly state: "ok" | "warning" | "wrong";
  readonly found: string;
  readonly mend?: string;
}

/** Checks the settings' consequences, one after another: what is wrong with one must not hide the next. */
export function doctor(config: Config): Verb {
  return verb({
    usage: "doctor [--repair] [--json]",
    about: "check corpus, index, data folder and each service; say what is wrong and how to mend it",
    options: { repair: { type: "boolean" } },
    words: { min: 0, max: 0 },
    async run(_words, { repair, json }, { terminal, corpusOptions }) {
      const findings: Finding[] = [];
      const checks = [checkCorpus, checkData, checkIndex, checkModel, checkDiscord];
      for (const check of repair ? [mendIndex, ...checks] : checks) {
        findings.push(...(await check(config, corpusOptions)));
      }
      for (const { check, state, found, mend } of json ? [] : findings) {
        const colour = { ok: "green", warning: "yellow", wrong: "red" } as const;
        terminal.print(
          `${terminal.style(colour[state], state.padEnd(8))} ${check}: ${found}${mend ? ` ${mend}` : ""}`,
        );
      }
      if (json) terminal.json({ findings });
      const wrong = findings.filter(({ state }) => state === "wrong").length;
      if (wrong > 0)
        throw new UserError("doctor.wrong", `${wrong} of ${findings.length} checks found something wrong.`);
    },
  });
}

async function checkCorpus(_config: Config, { corpus }: CorpusOptions): Promise<Finding[]> {
  let articles = 0;
  const problems: Finding[] = [];
  try {
    for await (const item of loadCorpus(corpus)) {
      if (item.kind !== "problem") articles++;
      else {
        const { file, line, message } = item.problem;
        problems.push({
          check: "corpus",
          state: "warning",
          found: `${file}${line === null ? "" : `, line ${line}`}: ${message}`,
        });
      }
    }
  } catch (error) {
    return [wrong("corpus", error)];
  }
  const state = articles > 0 ? "ok" : "wrong";
  const mend = articles > 0 ? {} : { mend: "Put articles there, or name another folder with CORPUS." };
  return [{ check: "corpus", state, found: `${articles} articles in ${corpus}.`, ...mend }, ...problems];
}

function checkData(_config: Config, { data }: CorpusOptions): Finding[] {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
    return [{ check: "data folder", state: "ok", found: `${data} can be written.` }];
  } catch {
    const mend =
      "An index that stands is served; to update it, give write permission or name another folder with DATA.";
    return [{ check: "data folder", state: "wrong", found: `${data} cannot be written.`, mend }];
  }
}

async function checkIndex(_config: Config, options: CorpusOptions): Promise<Finding[]> {
  const states = { fine: "ok", warning: "warning", fault: "wrong" } as const;
  return (await examineIndex(options)).map(({ kind, message, remedy }) => ({
    check: "index",
    state: states[kind],
    found: message,
    ...(remedy === null ? {} : { mend: remedy }),
  }));
}

/** What it mended the check of the index shows. */
async function mendIndex(_config: Config, options: CorpusOptions): Promise<Finding[]> {
  try {
    await repairIndex(options);
    return [];
  } catch (error) {
    return [wrong("repair", error)];
  }
}

async function checkModel({ MODEL, OPENAI_API_KEY, OPENAI_BASE_URL }: Config): Promise<Finding[]> {
  if (!MODEL) return [{ check: "model", state: "ok", found: "none set: answers are extracts." }];
  if (!MODEL.startsWith("openai:")) {
    return [
      {
        check: "model",
        state: "ok",
        found: `${MODEL}, which is asked for the first time by the first question.`,
      },
    ];
  }
  const { OpenAI } = await import("openai");
  const client = new OpenAI({
    apiKey: OPENAI_API_KEY ?? "none",
    baseURL: OPENAI_BASE_URL,
    timeout: 10_000,
    maxRetries: 0,
  });
  const name = MODEL.slice("openai:".length);
  try {
    const known = (await Array.fromAsync(client.models.list())).map(({ id }) => id);
    if (known.includes(name)) return [{ check: "model", state: "ok", found: `${name} is there.` }];
    const found = `the server answers, but does not list ${name}.`;
    return [{ check: "model", state: "warning", found, mend: `It lists ${known.slice(0, 8).join(", ")}.` }];
  } catch (error) {
    const mend = "Check MODEL, OPENAI_API_KEY and OPENAI_BASE_URL; until then answers are extracts.";
    return [{ check: "model", state: "wrong", found: `${(error as Error).message}.`, mend }];
  }
}

async function checkDiscord({ DISCORD_TOKEN, DISCORD_API }: Config): Promise<Finding[]> {
  if (!DISCORD_TOKEN) {
    return [{ check: "Discord", state: "ok", found: "no DISCORD_TOKEN: `start` opens the console." }];
  }
  const { identify } = await import("./discord/identify.ts");
  try {
    const name = await identify(DISCORD_TOKEN, DISCORD_API ? { api: DISCORD_API } : undefined);
    return [{ check: "Discord", state: "ok", found: `the token is that of ${name}.` }];
  } catch (error) {
    return [wrong("Discord", error)];
  }
}

/** A check that could not be carried through. */
function wrong(check: string, error: unknown): Finding {
  if (!(error instanceof UserError)) throw error;
  return { check, state: "wrong", found: error.message };
}
