import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** What PostgreSQL sends when something is wrong: https://www.postgresql.org/docs/current/protocol-message-formats.html. */
export function refusal(code: string, message: string, severity = "FATAL"): Buffer {
  return packet("E", Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${message}\0\0`));
}

const packet = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const SSL_REQUEST = 80_877_103;
const WELCOME = Buffer.concat([packet("R", Buffer.alloc(4)), packet("Z", Buffer.from("I"))]);

/** A PostgreSQL that refuses whoever comes, or lets them in and refuses what they ask. @returns its address. */
export async function refusing(answer: Buffer, when: "connecting" | "asked"): Promise<string> {
  const server = createServer((socket) => {
    let greeted = false;
    socket.on("error", () => {});
    socket.on("data", (data) => {
      if (data.readInt32BE(4) === SSL_REQUEST && !greeted) socket.write("N");
      else if (!greeted && when === "asked") {
        greeted = true;
        socket.write(WELCOME);
      } else socket.end(answer);
    });
  });
  return address(await listening(server));
}

/** Stands between a program and its PostgreSQL, and can cut what goes through. */
export class Cable {
  readonly url: string;
  /** Cuts when so many more messages have come from the program. */
  cutAfter = Number.POSITIVE_INFINITY;
  /** What the program is told before it is cut off. */
  farewell: Buffer | undefined;
  cuts = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(url: string, server: Server) {
    this.url = url;
    this.#server = server;
  }

  static async to(url: string): Promise<Cable> {
    const there = new URL(url);
    let cable: Cable | undefined;
    const server = createServer((socket) => cable?.connect(socket, there));
    const here = new URL(url);
    here.port = String(await listening(server));
    here.hostname = "127.0.0.1";
    cable = new Cable(here.href, server);
    return cable;
  }

  connect(socket: Socket, { hostname, port }: URL): void {
    const onward = connect(Number(port), hostname);
    const end = () => {
      this.#sockets.delete(socket);
      socket.destroy();
      onward.destroy();
    };
    this.#sockets.add(socket);
    for (const side of [socket, onward]) side.on("error", end).on("close", end);
    onward.pipe(socket);
    socket.on("data", (data) => {
      if (--this.cutAfter < 0) this.cut();
      else onward.write(data);
    });
  }

  /** Nobody listens for so many milliseconds. */
  async away(milliseconds: number): Promise<void> {
    const { port } = this.#server.address() as AddressInfo;
    this.#server.close();
    this.cut();
    await setTimeout(milliseconds);
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
  }

  cut(): void {
    this.cuts++;
    this.cutAfter = Number.POSITIVE_INFINITY;
    for (const socket of this.#sockets) {
      if (this.farewell) socket.end(this.farewell);
      else socket.destroy();
    }
  }
}

async function listening(server: Server): Promise<number> {
  const open = new Set<Socket>();
  server.on("connection", (socket) => open.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

const address = (port: number): string => `postgres://someone:s3cret@127.0.0.1:${port}/attache`;
