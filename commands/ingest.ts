import { ApplicationCommandOptionType, ApplicationCommandType } from "discord.js";
import { nameOf } from "../src/corpus/citation.ts";
import type { Command, CommandRequest } from "../src/discord/command.ts";
import { webAddress } from "../src/discord/link.ts";
import { localised } from "../src/discord/locales/index.ts";
import { forManagers, given } from "../src/discord/options.ts";
import { inline } from "../src/discord/quote.ts";
import { note } from "../src/discord/reply.ts";
import { UserError } from "../src/ops/user-error.ts";

/** Megabytes of an attachment; an article is seldom a tenth of one. */
const largest = 10;

export const ingest = {
  data: {
    ...localised("ingest"),
    ...forManagers,
    type: ApplicationCommandType.ChatInput,
    options: [
      { ...localised("ingest", "url"), type: ApplicationCommandOptionType.String, max_length: 2_000 },
      { ...localised("ingest", "file"), type: ApplicationCommandOptionType.Attachment },
    ],
  },
  ephemeral: true,
  ungated: true,
  async execute(request) {
    const { ingest, manager, strings, signal } = request;
    if (!manager) throw new UserError("ingest.manager", strings.managersOnly);
    if (!ingest) throw new UserError("ingest.closed", strings.ingest.unavailable);
    const { added, skipped, unchanged } = await ingest(await what(request), signal);
    const lines = [
      `**${strings.ingest.done(added.length)}**`,
      ...added.map((article) => `- ${inline(nameOf(article))}`),
      ...(unchanged > 0 ? [strings.ingest.unchanged(unchanged)] : []),
      ...(skipped.length > 0 ? [`**${strings.ingest.skipped}**`] : []),
      ...skipped.map(({ name, reason }) => `- ${inline(name)}: ${inline(reason)}`),
    ];
    return note(lines.join("\n"));
  },
} satisfies Command;

/** What is to be added: the address, or the attachment's content. */
async function what({ options, resolved, strings, signal }: CommandRequest) {
  const url = given(options.url);
  // Anything else would be taken for a path on this machine.
  if (url !== undefined && webAddress(url) === null) throw new UserError("ingest.url", strings.ingest.badUrl);
  if (url !== undefined) return { url };
  const attachment = resolved?.attachments?.[String(options.file)];
  if (!attachment) throw new UserError("ingest.nothing", strings.ingest.nothing);
  if (attachment.size > largest * 1_000_000)
    throw new UserError("ingest.large", strings.ingest.tooLarge(largest));
  const response = await fetch(attachment.url, { signal, redirect: "error" });
  if (!response.ok) throw new Error(`[ingest] attachment: HTTP ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { name: attachment.filename, bytes, mediaType: attachment.content_type };
}
