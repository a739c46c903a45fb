// Checks the import directions that .dependency-cruiser.cjs states, and fails when it saw no modules:
// a cruise that read nothing would otherwise pass.
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const rules = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const folders = ["src", "commands"].filter(existsSync);
const { output } = await cruise(
  folders,
  { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);

const onDisk = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts")),
).length;
const own = output.modules.filter((module) => /^(src|commands)\/.*\.ts$/.test(module.source));
const edges = own.flatMap((module) => module.dependencies).length;
for (const { from, to, rule } of output.summary.violations) {
  console.error(`${rule.name}: ${from} → ${to}`);
}
if (own.length < onDisk || edges === 0) {
  console.error(`saw ${own.length} of ${onDisk} modules and ${edges} imports: the check read too little to mean anything`);
  process.exitCode = 1;
} else if (output.summary.error > 0) {
  process.exitCode = 1;
} else {
  console.log(`${own.length} modules, ${edges} imports, every one downwards`);
}
