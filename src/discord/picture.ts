import { ComponentType } from "discord.js";
import { printable } from "../text/printable.ts";
import type { Reply, ReplyFile } from "./reply.ts";

/** Discord's limit on a picture's description. */
const longest = 1_024;

/** A reply beneath a picture; `description` is for those who do not see it. */
export function withPicture(reply: Reply, picture: ReplyFile, description: string): Reply {
  const gallery = {
    type: ComponentType.MediaGallery as const,
    items: [{ media: { url: `attachment://${picture.name}` }, description: clipped(description) }],
  };
  return { components: [gallery, ...reply.components], files: [picture, ...(reply.files ?? [])] };
}

/** Cut between characters, never inside one. */
function clipped(description: string): string {
  return printable(description)
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, "");
}
