/**
 * Writes what the README and `.env.example` take from the code: the table of settings, and the table of measures
 * that the other benches recorded. Run it after a change; a test fails when they have drifted apart.
 *
 *   node bench/readme.ts
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig, settings } from "../src/config.ts";
import { verbs } from "../src/verbs.ts";
import { type Measure, results } from "./record.ts";

const root = join(import.meta.dirname, "..");

export function settingsTable(): string {
  const rows = Object.entries(settings).map(([name, { about, schema }]) => {
    const { success, data } = schema.safeParse(undefined);
    return `| \`${name}\` | ${about} | ${success && data !== undefined ? `\`${data}\`` : ""} |`;
  });
  return ["| setting | what it is for | default |", "|---|---|---|", ...rows].join("\n");
}

export function environmentExample(): string {
  const lines = Object.entries(settings).map(
    ([name, { about, example }]) => `# ${about}\n# ${name}=${example}\n`,
  );
  return `# Copy to .env and take the # away where you set something. All of it is optional.\n\n${lines.join("\n")}`;
}

export async function verbsTable(): Promise<string> {
  const config = readConfig({});
  const rows = await Promise.all(
    Object.values(verbs).map(async (load) => {
      const { usage, about } = await load(config);
      return `| \`${usage.replaceAll("|", "\\|")}\` | ${about} |`;
    }),
  );
  return ["| verb | does |", "|---|---|", ...rows].join("\n");
}

export function measuresTable(): string {
  const measures = readdirSync(results)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(results, file), "utf8")) as Measure[]);
  const rows = measures.map(
    ({ what, figure, goal = "", command }) => `| ${what} | ${figure} | ${goal} | \`${command}\` |`,
  );
  return ["| what | measured | goal | command |", "|---|---|---|---|", ...rows].join("\n");
}

/** The README with the part between `<!-- NAME -->` and `<!-- /NAME -->` replaced. */
export function filled(readme: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [start, end] = [text.indexOf(open), text.indexOf(close)];
    if (start < 0 || end < start) throw new Error(`README.md has no ${open} … ${close}`);
    return `${text.slice(0, start + open.length)}\n${part}\n${text.slice(end)}`;
  }, readme);
}

/** What the program prints to the README's question: a picture of an answer. */
function answer(): string {
  const words = ["src/main.ts", "ask", "what was traded for potash relief"];
  const printed = execFileSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  return `\`\`\`text\n$ npm run attache -- ask "${words[2]}"\n\n${printed.trim()}\n\`\`\``;
}

if (import.meta.main) {
  const readme = join(root, "README.md");
  writeFileSync(join(root, ".env.example"), environmentExample());
  const parts = {
    settings: settingsTable(),
    measures: measuresTable(),
    verbs: await verbsTable(),
    answer: answer(),
  };
  writeFileSync(readme, filled(readFileSync(readme, "utf8"), parts));
}
