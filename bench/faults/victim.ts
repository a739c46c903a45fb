import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A program of this folder in a process of its own, once it has begun to work. */
async function start(program: string, paths: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...paths], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout!, "data");
  return child;
}

/** Runs a program to its end: the milliseconds that it works. */
export async function timeOf(program: string, ...paths: string[]): Promise<number> {
  const child = await start(program, paths);
  const began = performance.now();
  await once(child, "exit");
  return performance.now() - began;
}

/** Kills a program so many milliseconds after it began to work; whether it was still at work then. */
export async function killed(after: number, program: string, ...paths: string[]): Promise<boolean> {
  const child = await start(program, paths);
  const exit = once(child, "exit");
  await Promise.race([sleep(after), exit]);
  child.kill("SIGKILL");
  const [, signal] = await exit;
  return signal === "SIGKILL";
}
