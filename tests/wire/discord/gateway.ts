import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  /** Everything dispatched, in order: the sequence number is the place, from 1. */
  readonly events: { readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  readonly token: string;
  readonly ready: () => Record<string, unknown>;
  readonly guilds: () => Record<string, unknown>[];
}

/** Discord's gateway: sessions that can be resumed, refused, and dropped. */
export class Gateway {
  readonly #server: WebSocketServer;
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  /** How many more RESUMEs are refused (opcode 9, not resumable). */
  refuseResumes = 0;
  /** Privileged intents that the application was not granted: asking for one closes with 4014. */
  disallowed = (1 << 1) | (1 << 8) | (1 << 15);
  /** Whether a new session takes the place of its shard's old one; else both get every event, as two machines do. */
  alone = true;
  /** Ids of all events that reached a client. */
  readonly delivered = new Set<string>();
  identified = 0;
  resumed = 0;

  constructor(http: Server, options: GatewayOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({ server: http, path: "/gateway" });
    this.#server.on("connection", (socket) => {
      socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 }, s: null, t: null }));
      socket.on("message", (data) => this.#receive(socket, JSON.parse(String(data))));
      socket.on("error", () => {});
    });
  }

  /** Sends an event to the sessions it concerns; who is away gets it on RESUME. */
  dispatch(t: string, d: unknown, guild?: string): void {
    const given = [...this.#sessions.values()].filter(({ shard, shards }) =>
      guild === undefined ? shard === 0 : Number(BigInt(guild) >> 22n) % shards === shard,
    );
    for (const session of given) this.#send(session, t, d);
  }

  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket?.readyState === 1).length;
  }

  /** Cuts every connection, as a network does: without a word. */
  drop(): void {
    for (const { socket } of this.#sessions.values()) socket?.terminate();
  }

  /** Asks clients to reconnect (opcode 7), as Discord does when it moves a session. */
  reconnect(): void {
    for (const { socket } of this.#sessions.values())
      socket?.send(JSON.stringify({ op: 7, d: null, s: null, t: null }));
  }

  closeWith(code: number): void {
    for (const { socket } of this.#sessions.values()) socket?.close(code);
  }

  async close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #receive(socket: WebSocket, { op, d }: { op: number; d: Record<string, unknown> }): void {
    if (op === 1) socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
    if (op === 2) this.#identify(socket, d);
    if (op === 6) this.#resume(socket, d);
  }

  #identify(socket: WebSocket, { token, intents, shard = [0, 1] }: Record<string, unknown>): void {
    if (token !== this.#options.token) {
      socket.close(4004);
      return;
    }
    if ((Number(intents) & this.disallowed) !== 0) {
      socket.close(4014);
      return;
    }
    this.identified++;
    const [at, of] = shard as [number, number];
    // A new session takes the place of the shard's old one: what that had not delivered is lost, as it is at Discord.
    for (const [id, old] of this.#sessions) if (this.alone && old.shard === at) this.#sessions.delete(id);
    const session: Session = { id: `session-${this.identified}`, shard: at, shards: of, events: [], socket };
    this.#sessions.set(session.id, session);
    this.#send(session, "READY", { ...this.#options.ready(), session_id: session.id, shard: [at, of] });
    for (const guild of this.#options.guilds()) {
      if (Number(BigInt(String(guild.id)) >> 22n) % of === at) this.#send(session, "GUILD_CREATE", guild);
    }
  }

  #resume(socket: WebSocket, { session_id, seq }: Record<string, unknown>): void {
    const session = this.#sessions.get(String(session_id));
    if (!session || this.refuseResumes > 0) {
      if (session) this.refuseResumes--;
      if (session) this.#sessions.delete(session.id);
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return;
    }
    this.resumed++;
    session.socket = socket;
    for (let s = Number(seq) + 1; s <= session.events.length; s++) this.#deliver(session, s);
    this.#send(session, "RESUMED", {});
  }

  #send(session: Session, t: string, d: unknown): void {
    session.events.push({ t, d });
    if (session.socket?.readyState === 1) this.#deliver(session, session.events.length);
  }

  #deliver({ socket, events }: Session, s: number): void {
    const event = events[s - 1]!;
    this.delivered.add(String((event.d as { id?: string }).id));
    socket?.send(JSON.stringify({ op: 0, s, ...event }));
  }
}
