import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIInteraction } from "discord.js";
import type { Log } from "../ops/log.ts";
import type { Respond } from "./router.ts";

/** Where Discord delivers interactions: the URL entered in the application's page leads here. */
export interface Endpoint {
  /** The application's public key: 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly port: number;
  /** The interface to listen on; every one where left out, since a load balancer stands before it. */
  readonly host?: string | undefined;
}

/** No interaction is larger: forms hold 4,000 characters a field, options 6,000. */
const largest = 256 * 1024;
/** Seconds that a request's timestamp may be off; within them, each signature counts once. */
const tolerance = 300;

/** Serves `POST` requests from Discord; everything not signed by it, or signed before, is refused with 401. */
export async function listen(
  endpoint: Endpoint,
  log: Log,
  handle: (interaction: APIInteraction, respond: Respond) => Promise<void>,
): Promise<{ port: number; close(): Promise<void> }> {
  const accept = verifier(endpoint.publicKey, Date.now);
  const server = createServer(async (request, response) => {
    try {
      const body = await read(request);
      if (request.method !== "POST") return end(response, 405);
      if (body === null) return end(response, 413);
      const { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp } = request.headers;
      if (!accept(String(signature), String(timestamp), body)) return end(response, 401);
      const interaction = JSON.parse(body.toString("utf8")) as APIInteraction;
      await handle(interaction, async (answer) => end(response, 200, JSON.stringify(answer)));
      // What was handled without a word was handled before.
      end(response, 401);
    } catch (error) {
      log.warn({ err: error }, "request not understood");
      end(response, 400);
    }
  });
  // Discord waits three seconds for an answer; who sends more slowly than this is not Discord.
  server.requestTimeout = 5_000;
  server.headersTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(endpoint.port, endpoint.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

/**
 * Whether a request is Discord's, fresh, and not a repetition: Ed25519 over timestamp and body
 * (https://docs.discord.com/developers/interactions/overview#validating-security-request-headers).
 */
export function verifier(publicKey: string, clock: () => number) {
  const key = ed25519(publicKey);
  const used = new Map<string, number>();
  return (signature: string, timestamp: string, body: Buffer): boolean => {
    if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
    const now = clock() / 1_000;
    if (Math.abs(now - Number(timestamp)) > tolerance) return false;
    if (!verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"))) {
      return false;
    }
    for (const [old, expires] of used) {
      if (expires > now) break;
      used.delete(old);
    }
    const once = signature.toLowerCase();
    if (used.has(once)) return false;
    used.set(once, now + 2 * tolerance);
    return true;
  };
}

/** A raw Ed25519 key as Node takes it: behind the 12 bytes of its ASN.1 header (RFC 8410). */
function ed25519(hex: string): KeyObject {
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), Buffer.from(hex, "hex")]);
  return createPublicKey({ key: der, format: "der", type: "spki" });
}

/** The body, or null where it is too large. */
async function read(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function end(response: ServerResponse, status: number, json?: string): void {
  if (response.writableEnded) return;
  response.writeHead(status, json === undefined ? {} : { "content-type": "application/json" }).end(json);
}
