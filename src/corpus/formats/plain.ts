import { UserError } from "../../ops/user-error.ts";
import type { RawArticle } from "../raw.ts";
import { articleId, idOfFile } from "./article-id.ts";
import { ofReadableLength } from "./article-length.ts";
import { givenBy, takeFrontMatter } from "./front-matter.ts";

/** A `.txt` or `.md` file is one article. Its front matter, where it has any, says what is known beside the text. */
export function readPlain(text: string, file: string | null, url: string | null): RawArticle {
  const { fields, body } = takeFrontMatter(text);
  // Letters or digits of any script: whatever is not white space, punctuation or a mark.
  if (!/[\p{L}\p{N}]/u.test(body)) throw new UserError("document.empty", "it holds no text");
  if (body.includes("\0")) throw new UserError("document.binary", "it is binary, not text");
  const source = fields.get("url") ?? url;
  const state = fields.get("state");
  return {
    id: articleId(fields.get("id") ?? idOfFile(file ?? url ?? "text")),
    file,
    url: source,
    text: ofReadableLength(body.replaceAll("\r\n", "\n")),
    state: state === "given" || state === "extracted" ? state : "scraped",
    given: givenBy(fields),
  };
}
