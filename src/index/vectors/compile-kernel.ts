import { readFileSync } from "node:fs";
import asc from "assemblyscript/asc";

/** What kernel.as.ts compiles to. */
export async function compileKernel(): Promise<Uint8Array> {
  const source = readFileSync(new URL("kernel.as.ts", import.meta.url), "utf8");
  const { error, binary, stderr } = await asc.compileString(source, {
    optimizeLevel: 3,
    runtime: "stub",
    importMemory: true,
    noAssert: true,
    enable: ["simd"],
  });
  if (error || !binary) throw new Error(`[vectors] the kernel does not compile: ${stderr.toString()}`);
  return binary;
}
