import { UserError } from "../../ops/user-error.ts";
import { idOfFile, idOfUrl } from "../formats/article-id.ts";
import type { RawArticle } from "../raw.ts";
import { type Block, linesOf } from "./blocks.ts";
import { bodyOf, isRunning, type PageLines, pageLines } from "./body.ts";
import { cutShort } from "./excerpt.ts";
import { inventoryOf } from "./inventory.ts";
import { readJsonLd } from "./json-ld.ts";
import { type Metadata, metadataOf, metaTags } from "./metadata.ts";
import { pageDate } from "./page-date.ts";
import { parseHtml } from "./parse-html.ts";

export interface PageSource {
  /** The page as a file, relative to the corpus folder; null where it came from the web. */
  readonly file: string | null;
  /** The address that the page was fetched from, redirects followed. */
  readonly url: string | null;
  /** The last date of publication that is believed, `YYYY-MM-DD`: today. */
  readonly latest?: string | undefined;
}

/**
 * A web page as an article: its body, and what its markup says of it. No script is run and nothing is fetched.
 *
 * @throws UserError `page.empty` where no body was found
 */
export function readPage(html: string, { file, url, latest }: PageSource): RawArticle {
  const document = parseHtml(html);
  const inventory = inventoryOf(document);
  const nodes = readJsonLd(inventory);
  const metas = metaTags(inventory);
  const metadata = metadataOf(document, inventory, nodes, metas);
  const { title, byline, publisher, language } = metadata;
  const lines = pageLines(document, inventory);
  const published = pageDate({ inventory, blocks: lines.blocks, nodes, metas, url, title, language, latest });
  const text = bodyText(html, lines, bodyOf(document, lines, metadata), metadata);
  if (text.length < LEAST) {
    throw new UserError(
      "page.empty",
      `No article was found in "${file ?? url ?? "the page"}": nothing in it reads as running text. If a script writes it, save the page from a browser and give the file.`,
    );
  }
  const source = ownAddress(metadata.canonical, url);
  return {
    id: file === null ? idOfUrl(source ?? "page") : idOfFile(file),
    file,
    url: source,
    text,
    state: "extracted",
    given: {
      title,
      byline,
      publisher: publisher ?? hostOf(source),
      language,
      published,
      excerpt: cutShort(text, lines.blocks.map((block) => block.text).join("\n"), metadata.locked),
    },
  };
}

/** Fewer letters than these are a button or a greeting. */
const LEAST = 20;
/** With fewer letters than this, a body may have been lost to an element's misleading name. */
const SHORT = 600;

/** The body as text; where much more running text was taken for furniture, that of the page with no element judged by its name. */
function bodyText(html: string, { blocks }: PageLines, body: readonly Block[], head: Metadata): string {
  const text = linesOf(body).join("\n");
  const lost = blocks.reduce(
    (sum, block) => sum + (block.furniture && isRunning(block) ? block.text.length : 0),
    0,
  );
  if (text.length >= SHORT || lost < Math.max(text.length * 2, SHORT)) return text;
  const again = parseHtml(html);
  const other = linesOf(bodyOf(again, pageLines(again, inventoryOf(again), false), head)).join("\n");
  return other.length > text.length * 2.5 ? other : text;
}

/**
 * The page's address: the canonical one where it is on the host that the page came from. A page may not pass itself
 * off as another site's, which would let it take the place of that site's article.
 */
function ownAddress(canonical: string | undefined, url: string | null): string | null {
  if (canonical === undefined || !URL.canParse(canonical, url ?? undefined)) return url;
  const own = new URL(canonical, url ?? undefined);
  if (!/^https?:$/.test(own.protocol) || own.username !== "" || own.password !== "") return url;
  return url === null || bareHost(own.href) === bareHost(url) ? own.href : url;
}

function bareHost(url: string): string {
  return new URL(url).hostname.replace(/^(?:www|m|mobile|amp)\./, "");
}

function hostOf(url: string | null): string | undefined {
  return url !== null && URL.canParse(url) ? bareHost(url) : undefined;
}
