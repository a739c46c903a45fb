import type { Answer, Question } from "./answer/answer.ts";
import type { Article } from "./corpus/article.ts";
import type { SearchOptions } from "./index/corpus-index.ts";
import type { Hit } from "./index/hit.ts";
import type { Timeline, TimelineRequest } from "./timeline/event.ts";

/** An article with what the list of sources says of it. */
export interface Source {
  readonly article: Article;
  readonly passages: number;
  /** Articles that tell the same story share it; "three sources" means three voices. */
  readonly story: string | null;
}

/** The briefing desk: everything that can be asked of one corpus. The only door from commands to the rooms below. */
export interface Desk {
  ask(question: Question): Promise<Answer>;
  timeline(request: TimelineRequest): Promise<Timeline>;
  sources(): Promise<readonly Source[]>;
  source(id: string): Promise<Source | undefined>;
  search(query: string, options: SearchOptions): Promise<readonly Hit[]>;
  /** A timeline as a picture: an SVG document, or a PNG of it. */
  draw(timeline: Timeline, format: "svg" | "png"): Promise<Uint8Array>;
  /** Lets go of the index; also by `await using`. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
