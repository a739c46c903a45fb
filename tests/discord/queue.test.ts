import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { Queue } from "../../src/discord/queue.ts";

test("no more runs at once than the width, in order, and failures make room", async () => {
  const queue = new Queue(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (n: number) =>
    queue.run(async () => {
      begun.push(n);
      most = Math.max(most, ++running);
      await setTimeout(5);
      running--;
      if (n % 2 === 0) throw new Error(String(n));
      return n;
    });
  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(work));
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(2);
  expect(results.map(({ status }) => status === "fulfilled")).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
    true,
  ]);
});

test("while something urgent is under way, no further work begins", async () => {
  const queue = new Queue(4);
  const order: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const urgent = queue.urgent(async () => {
    await promise;
    order.push("urgent");
  });
  const work = queue.run(async () => order.push("work"));
  await setTimeout(20);
  resolve();
  await Promise.all([urgent, work]);
  expect(order).toEqual(["urgent", "work"]);
});
