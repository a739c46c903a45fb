import { type Call, judge, messageOf, pings } from "./judge.ts";

/** A message as the peer keeps it, with every form it has had. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly ephemeral: boolean;
  readonly answering: string | null;
  /** The payloads that made it what it is, oldest first. */
  readonly versions: { readonly body: Record<string, unknown>; readonly files: Call["files"] }[];
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly at: number;
  /** The message under which it was pressed. */
  readonly under: string | undefined;
  /** The response it got, and when; at most one. */
  response?: {
    readonly type: number;
    readonly data: Record<string, unknown> | undefined;
    readonly after: number;
  };
  /** How often its message was filled in or changed. */
  edits: number;
  /** The message that shows the answer. */
  message?: Message;
}

/** A call as it was made and answered. */
export interface Made extends Call {
  readonly status: number;
  /** The peer was told to fail this one: its refusal is not the bot's fault. */
  readonly forced: boolean;
}

/** All that the bot has done to Discord, and what Discord holds against it. */
export class World {
  readonly calls: Made[] = [];
  readonly #faults: string[] = [];
  readonly #pinged: string[] = [];
  #judged = 0;
  readonly messages = new Map<string, Message>();
  readonly interactions = new Map<string, Interaction>();
  readonly nonces = new Map<string, Message>();
  readonly typing: string[] = [];
  /** Channels in which the bot may not write. */
  readonly closed = new Set<string>();
  /** Channels whose history the bot may not read, and in which it thus may not reply. */
  readonly unread = new Set<string>();
  commands: unknown[] = [];

  record(call: Call, status: number, forced: boolean): void {
    this.calls.push({ ...call, status, forced });
  }

  /** What is wrong with the calls so far. They are judged when asked for: a peer under load has better things to do. */
  get faults(): string[] {
    this.#judge();
    return this.#faults;
  }

  /** Whom the messages so far would have pinged. */
  get pinged(): string[] {
    this.#judge();
    return this.#pinged;
  }

  #judge(): void {
    for (const call of this.calls.slice(this.#judged)) {
      const { method, path, body, status, forced } = call;
      this.#faults.push(...judge(call));
      const message = messageOf(body);
      if (message && method !== "GET") this.#pinged.push(...pings(message).map((ping) => `${path}: ${ping}`));
      if (status >= 400 && !forced) this.#faults.push(`${method} ${path}: ${status}`);
    }
    this.#judged = this.calls.length;
  }

  /** A message the bot has put into a channel or shown in answer to an interaction. */
  post(message: Omit<Message, "versions">, body: Record<string, unknown>, files: Call["files"]): Message {
    const made: Message = { ...message, versions: [{ body, files }] };
    this.messages.set(made.id, made);
    return made;
  }

  /** What the bot has written into a channel, oldest first, without what only one person sees. */
  in(channel: string): Message[] {
    return [...this.messages.values()].filter((message) => message.channel === channel && !message.ephemeral);
  }
}

let counter = 0n;

/** An id whose time is now, unlike any other. */
export function snowflake(at = Date.now()): string {
  counter = (counter + 1n) & 0x3fffffn;
  return String((BigInt(at - 1_420_070_400_000) << 22n) | counter);
}

/** All text of a message's newest form, as its reader would see it: without the backslashes that guard it. */
export function textOf(message: Message, version = -1): string {
  return rawText(message, version).replace(/\\(?=[^0-9A-Za-z\s])/g, "");
}

export function rawText(message: Message, version = -1): string {
  const words: string[] = [];
  JSON.stringify(message.versions.at(version)?.body, (key, value) => {
    if (key === "content" && typeof value === "string") words.push(value);
    return value;
  });
  return words.join("\n");
}
