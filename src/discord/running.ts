/** What has been begun and not ended. */
export class Running {
  readonly #all = new Set<Promise<void>>();

  add(task: Promise<void> | undefined): void {
    if (!task) return;
    this.#all.add(task);
    void task.finally(() => this.#all.delete(task));
  }

  async drained(patience: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([Promise.allSettled(this.#all), enough]);
    clearTimeout(timer);
  }
}
