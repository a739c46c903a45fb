import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** What the program counts and times, in Prometheus's form. Labels are few and fixed: never a user, a question or a server. */
export interface Metrics {
  /** Times a piece of work by name, and counts its failures; passes on what it gives or throws. */
  timed<T>(work: string, run: () => Promise<T>): Promise<T>;
  /** Counts something that happened, such as `refusal` or `ping_prevented`. */
  count(event: string): void;
  text(): Promise<string>;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "attache_work_seconds",
    help: "How long a piece of work took, by its name and outcome.",
    labelNames: ["work", "outcome"],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 3, 10, 30, 60],
    registers: [registry],
  });
  const events = new Counter({
    name: "attache_events_total",
    help: "What happened, by name.",
    labelNames: ["event"],
    registers: [registry],
  });
  return {
    async timed(work, run) {
      const end = seconds.startTimer({ work });
      try {
        const result = await run();
        end({ outcome: "done" });
        return result;
      } catch (error) {
        end({ outcome: "failed" });
        throw error;
      }
    },
    count: (event) => events.inc({ event }),
    text: () => registry.metrics(),
  };
}

/** Serves `/metrics`, and `/health` for whoever restarts what has died, on the loopback interface. */
export async function serveMetrics(
  port: number,
  metrics: Metrics,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    try {
      if (request.url === "/metrics") {
        response.setHeader("content-type", "text/plain; version=0.0.4").end(await metrics.text());
      } else if (request.url === "/health") {
        response.end("ready\n");
      } else {
        response.statusCode = 404;
        response.end("Here are /metrics and /health.\n");
      }
    } catch (error) {
      response.statusCode = 500;
      response.end(`${(error as Error).message}\n`);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
