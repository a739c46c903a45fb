import PostalMime from "postal-mime";
import { UserError } from "../../ops/user-error.ts";
import type { RawArticle } from "../raw.ts";
import { blocksOf, linesOf } from "../web/blocks.ts";
import { furnitureOf } from "../web/furniture.ts";
import { bodyElement, parseHtml } from "../web/parse-html.ts";
import { readDate } from "../web/read-date.ts";

/**
 * An e-mail as an article: its subject is the title, its sender the byline, its date the date of publication. Of an
 * HTML body the text is read; attachments are not.
 *
 * @throws UserError `document.broken`
 */
export async function readEml(bytes: Uint8Array): Promise<Pick<RawArticle, "text" | "given">> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, attachmentEncoding: "arraybuffer" });
  const text = mail.html ? textOfHtml(mail.html) : unwrapped(mail.text ?? "");
  if (!/\p{L}/u.test(text)) throw new UserError("document.broken", "it holds no text");
  // The header as it stands, with the sender's own calendar day; the parser's `date` is in UTC.
  const sent = mail.headers.find(({ key }) => key === "date")?.value.trim() ?? "";
  const date = readDate(sent)?.date;
  return {
    text,
    given: {
      title: mail.subject?.trim() || undefined,
      byline: mail.from?.name?.trim() || mail.from?.address || undefined,
      published: date === undefined ? undefined : { date, basis: "stated", evidence: `Date: ${sent}` },
    },
  };
}

function textOfHtml(html: string): string {
  const body = bodyElement(parseHtml(html));
  for (const element of body.querySelectorAll("script, style, head, title")) element.remove();
  return linesOf(blocksOf(body, furnitureOf(body)).filter(({ furniture }) => !furniture)).join("\n");
}

/** Plain mail is wrapped near column 72: lines of one paragraph are joined, quoted mail stays apart. */
function unwrapped(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n[ \t]*\n/)
    .map((paragraph) => {
      const lines = paragraph.split("\n").map((line) => line.trim());
      const wrapped =
        lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= 50 && !line.startsWith(">"));
      return lines.join(wrapped ? " " : "\n");
    })
    .join("\n\n")
    .trim();
}
