import { reportsIn, type StoryTree } from "../corpus/story-tree.ts";
import type { Desk, Source } from "../desk.ts";
import { UserError } from "../ops/user-error.ts";
import { showSource, showSources } from "./show.ts";
import { showStory } from "./show-stories.ts";
import type { Terminal } from "./terminal.ts";

/** What is told of the sources: all of them and the stories that several tell, or one of them and its story. */
export interface Listing {
  readonly id: string | undefined;
  readonly sources: readonly Source[];
  readonly stories: readonly StoryTree[];
}

/** @throws {UserError} `source.unknown` */
export async function listing(desk: Desk, id: string | undefined): Promise<Listing> {
  const sources = id === undefined ? await desk.sources() : [await named(id, desk)];
  const trees = await desk.stories();
  return {
    id,
    sources,
    stories: trees.filter((tree) => (id === undefined ? severalTell(tree) : tells(tree, id))),
  };
}

/** Draws the stories as trees, then the sources that tell none of them; or a source, under its tree. */
export function showListing({ id, sources, stories }: Listing, to: Terminal): void {
  for (const tree of stories.filter(severalTell)) {
    showStory(tree, to, id);
    to.print("");
  }
  if (id !== undefined) for (const source of sources) showSource(source, to);
  else {
    const shown = new Set(stories.flatMap(idsIn));
    showSources(
      sources.filter(({ article }) => !shown.has(article.id)),
      to,
    );
  }
}

async function named(id: string, desk: Desk): Promise<Source> {
  const source = await desk.source(id);
  if (source) return source;
  throw new UserError("source.unknown", `No article has the id "${id}"; \`sources\` lists them.`);
}

function severalTell({ articles }: StoryTree): boolean {
  return articles > 1;
}

function tells(tree: StoryTree, id: string): boolean {
  return idsIn(tree).includes(id);
}

function idsIn({ roots }: StoryTree): string[] {
  return [...reportsIn(roots)].flatMap(({ report }) => report.article?.id ?? []);
}
