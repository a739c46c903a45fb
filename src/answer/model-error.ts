/** What went wrong with a model, as far as it matters to who waits for the answer. */
export type Fault = "key" | "model" | "busy" | "timeout" | "down" | "rejected" | "empty" | "garbled" | "cut";

const words: Readonly<Record<Fault, string>> = {
  key: "The model's server refused the key",
  model: "The model's server does not know the model",
  busy: "The model is overloaded",
  timeout: "The model took too long",
  down: "The model cannot be reached",
  rejected: "The model's server rejected the request",
  empty: "The model gave no answer",
  garbled: "The model's answer could not be read",
  cut: "The model's answer was cut short",
};

/** A request to a model that brought nothing usable. The message is for the log; `notice` is for readers. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly fault: Fault;
  readonly status: number | null;

  constructor(fault: Fault, message: string, options: { status?: number | null; cause?: unknown } = {}) {
    super(`[answer] ${words[fault].toLowerCase()}: ${message}`, { cause: options.cause });
    this.fault = fault;
    this.status = options.status ?? null;
  }

  /** One plain sentence without the full stop, free of anything that the server or the model wrote. */
  get notice(): string {
    return words[this.fault];
  }

  /** Whether another way of asking for a structure may mend it. */
  get mayBeMode(): boolean {
    return this.fault === "rejected" || this.fault === "garbled";
  }

  /** Whether it tells of the server's health, rather than of this one reply. */
  get unhealthy(): boolean {
    return ["key", "model", "busy", "timeout", "down"].includes(this.fault);
  }
}

/** Reads what a provider's client threw. */
export function modelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  const {
    status,
    name = "",
    message = String(error),
  } = (error ?? {}) as { status?: unknown; name?: string; message?: string };
  const code = typeof status === "number" ? status : null;
  return new ModelError(faultOf(code, `${name} ${message}`), message, { status: code, cause: error });
}

function faultOf(status: number | null, text: string): Fault {
  if (status === 401 || status === 403) return "key";
  if (status === 404) return "model";
  if (status === 408 || /timeout|timed out/i.test(text)) return "timeout";
  if (status === 429 || /rate.?limit|quota|capacity/i.test(text)) return "busy";
  if (status !== null && status < 500) return "rejected";
  return status === 501 ? "rejected" : "down";
}
