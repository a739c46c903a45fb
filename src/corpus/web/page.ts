import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { UserError } from "../../ops/user-error.ts";
import { idOfFile, idOfUrl } from "../formats/article-id.ts";
import type { RawArticle } from "../raw.ts";
import { linesOf } from "./lines.ts";

export interface PageSource {
  readonly file: string | null;
  /** Where the page was fetched from; its canonical URL is read from the page itself. */
  readonly url: string | null;
}

/**
 * A web page as an article: its body, and what its markup says of it.
 *
 * @throws UserError `page.empty` where no body was found
 */
export function readPage(html: string, { file, url }: PageSource): RawArticle {
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as Document, { serializer: (node) => node }).parse();
  const text = article?.content ? linesOf(article.content as Element).join("\n") : "";
  if (text === "") {
    throw new UserError(
      "page.empty",
      "No article was found in the page: nothing in it reads as running text.",
    );
  }
  return {
    id: file === null ? idOfUrl(url ?? "page") : idOfFile(file),
    file,
    url,
    text,
    state: "extracted",
    given: {
      title: article?.title?.trim() || undefined,
      byline: article?.byline?.trim() || undefined,
      publisher: article?.siteName?.trim() || undefined,
      language: article?.lang ?? undefined,
    },
  };
}
