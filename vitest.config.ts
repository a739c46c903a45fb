import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    reporters: process.env.VITEST_JSON
      ? ["default", ["json", { outputFile: process.env.VITEST_JSON }]]
      : ["default"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    maxWorkers: 2,
  },
});
