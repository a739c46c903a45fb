import type { Desk } from "./desk.ts";
import type { Metrics } from "./ops/metrics.ts";

/** The same desk, its work timed and its refusals counted. */
export function measured(desk: Desk, metrics: Metrics): Desk {
  return {
    async ask(question) {
      const answer = await metrics.timed("ask", () => desk.ask(question));
      metrics.count(answer.refused ? "refused" : `answered_${answer.mode}`);
      return answer;
    },
    timeline: (request) => metrics.timed("timeline", () => desk.timeline(request)),
    search: (query, options) => metrics.timed("search", () => desk.search(query, options)),
    sources: () => metrics.timed("sources", () => desk.sources()),
    source: (id) => desk.source(id),
    sourceNames: () => desk.sourceNames(),
    stories: () => metrics.timed("stories", () => desk.stories()),
    draw: (drawn, format) => metrics.timed("draw", () => desk.draw(drawn, format)),
    close: () => desk.close(),
    [Symbol.asyncDispose]: () => desk.close(),
  };
}
