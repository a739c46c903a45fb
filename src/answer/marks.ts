import { createHash } from "node:crypto";

/** A text between marks that it cannot hold itself. */
export function block(name: string, text: string, mark: string): string {
  return `⟦${mark} ${name}⟧\n${text}\n⟦${mark} end⟧`;
}

/** A short digest of texts, in order: what marks a block of them, since no text can hold its own digest. */
export function digest(texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
}
