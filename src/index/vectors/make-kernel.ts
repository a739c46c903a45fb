/** Makes `kernel.wasm` from kernel.as.ts: `node src/index/vectors/make-kernel.ts`. */
import { writeFileSync } from "node:fs";
import { compileKernel } from "./compile-kernel.ts";

writeFileSync(new URL("kernel.wasm", import.meta.url), await compileKernel());
