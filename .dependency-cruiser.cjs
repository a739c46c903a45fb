/**
 * Imports run one way, downwards; a floor may skip floors but never look up.
 *   main → commands → discord | console → desk → answer | timeline → index → corpus → drawing → dates → text
 * `config` and `ops` are leaves; only `main` reads `config` and hands its values on.
 */
const floors = [
  "^src/(main|verbs|start|ingesting|measured|doctor)\\.ts$",
  "^commands/",
  "^src/(discord|console)/",
  "^src/desk\\.ts$",
  "^src/(answer|timeline)/",
  "^src/index/",
  "^src/corpus/",
  "^src/drawing/",
  "^src/dates/",
  "^src/text/",
];

const upwards = floors.slice(1).map((floor, i) => ({
  name: `no-import-upwards-from-floor-${i + 1}`,
  comment: "A room may import from the floors below it, never from those above.",
  severity: "error",
  from: { path: floor },
  to: { path: floors.slice(0, i + 1) },
}));

const core = "^src/(answer|timeline|index|corpus|drawing|dates|text)/";

module.exports = {
  forbidden: [
    ...upwards,
    ...["discord|console", "answer|timeline"].map((neighbours) => ({
      name: "neighbours-stay-apart",
      comment: "Rooms on one floor know nothing of each other.",
      severity: "error",
      from: { path: `^src/(${neighbours})/` },
      to: { path: `^src/(${neighbours})/`, pathNot: "^src/$1/" },
    })),
    {
      name: "only-main-reads-config",
      severity: "error",
      from: { path: "^(src|commands)/", pathNot: "^src/(main|verbs|start|doctor|config)\\.ts$" },
      to: { path: "^src/config\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "leaves-import-nothing-of-the-house",
      severity: "error",
      from: { path: "^src/(config\\.ts$|ops/)" },
      to: { path: "^(src|commands)/", pathNot: "^src/(config\\.ts$|ops/)" },
    },
    {
      name: "only-discord-knows-discord",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(discord/|main\\.ts$)" },
      to: { path: "node_modules/(discord\\.js|@discordjs|discord-api-types)/" },
    },
    { name: "core-is-pure", severity: "error", from: { path: core }, to: { path: "^(src/config\\.ts$)" } },
    { name: "no-circles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".js", ".mjs", ".cjs", ".json"] },
  },
};
