/** Runs a task for each item, at most `width` at once, and yields results as they come. A task must not throw. */
export async function* inParallel<T, R>(
  items: Iterable<T>,
  width: number,
  task: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running = new Map<number, Promise<readonly [number, R]>>();
  let next = 0;
  for (const item of items) {
    const key = next;
    next += 1;
    running.set(
      key,
      task(item).then((result) => [key, result] as const),
    );
    if (running.size >= width) yield await first();
  }
  while (running.size > 0) yield await first();

  async function first(): Promise<R> {
    const [key, result] = await Promise.race(running.values());
    running.delete(key);
    return result;
  }
}
