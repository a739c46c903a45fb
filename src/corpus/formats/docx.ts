import mammoth from "mammoth";
import { UserError } from "../../ops/user-error.ts";
import type { RawArticle } from "../raw.ts";
import { blocksOf, linesOf } from "../web/blocks.ts";
import { bodyElement, parseHtml } from "../web/parse-html.ts";

/**
 * The text of a Word document, a paragraph, heading, list item or table row a line. Pictures are not read, and nothing
 * outside the file is.
 *
 * @throws UserError `document.broken`
 */
export async function readDocx(bytes: Uint8Array): Promise<Pick<RawArticle, "text" | "given">> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
  );
  const blocks = blocksOf(bodyElement(parseHtml(value)));
  if (blocks.length === 0) throw new UserError("document.broken", "it holds no text");
  const title = blocks[0]?.kind === "heading" ? blocks[0].text : undefined;
  return { text: linesOf(blocks.slice(title === undefined ? 0 : 1)).join("\n"), given: { title } };
}
