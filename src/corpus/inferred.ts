import { inferPublished } from "../dates/infer.ts";
import type { Article, Published } from "./article.ts";

/** When an article that states no date was published, as far as it and articles on the very same events show. */
export function inferredFrom(
  { text, language }: Pick<Article, "text" | "language">,
  related: readonly Pick<Article, "text" | "language" | "published">[] = [],
): Published | null {
  const inferred = inferPublished(text, {
    language,
    anchors: related.map(({ text, language, published }) => ({
      text,
      language,
      // What was itself inferred proves nothing twice.
      published: published?.basis === "inferred" ? null : published?.date,
    })),
  });
  // "Not before 2027" may be read off a plan: without an end it is no date.
  if (!inferred || inferred.date.includes("..")) return null;
  return { date: inferred.date, basis: "inferred", evidence: inferred.evidence };
}
