import type { Evidence, Provenance } from "./article.ts";
import { paywall } from "./furniture.ts";
import { writerNotice } from "./machine-written.ts";
import { credits, relayed, type Told } from "./relay.ts";

/** What an article says of itself, as far as it stands alone. */
export interface Said {
  readonly title: string | null;
  readonly text: string;
  readonly publisher: string | null;
  readonly language: string;
  /** Lines that speak for the page: notices, labels. */
  readonly notices: readonly string[];
  /** Words of the page's markup that say it is cut short. */
  readonly cut?: string | undefined;
}

/** What kind of source an article is, by its own words. Which article it sums up, if that is here, `relate` tells. */
export function provenanceOf(said: Said): Provenance {
  const evidence: Evidence[] = [];
  const machine = said.notices.map(writerNotice).find((notice) => notice !== null);
  if (machine) evidence.push({ of: "machineGenerated", quote: machine.quote });
  const excerpt = said.cut ?? said.notices.find((line) => paywall.test(line)) ?? brokenOff(said.text);
  if (excerpt) evidence.push({ of: "excerpt", quote: excerpt });
  const kind = kindOf(said, machine?.summary ? machine.quote : undefined);
  return {
    kind: kind.kind,
    of: kind.of,
    machineGenerated: machine !== undefined,
    excerpt: excerpt !== undefined,
    evidence: [...kind.quotes.map((quote): Evidence => ({ of: "kind", quote })), ...evidence],
  };
}

/** `summary`, `relay` or `original`, of whom, and the words that say so. `summarised` is the notice that it is one. */
export function kindOf(
  told: Told,
  summarised: string | undefined,
): Pick<Provenance, "kind" | "of"> & { readonly quotes: readonly string[] } {
  const found = credits(told);
  if (summarised !== undefined) {
    const [credit] = found;
    return {
      kind: "summary",
      of: credit?.outlet ?? null,
      quotes: [summarised, ...(credit ? [credit.quote] : [])],
    };
  }
  const relay = relayed(found);
  if (relay) return { kind: "relay", of: relay.outlet, quotes: [relay.quote] };
  return { kind: "original", of: null, quotes: [] };
}

/** The last words of a text that breaks off in an ellipsis, as feeds and previews do. */
function brokenOff(text: string): string | undefined {
  return /[^\n.!?。]{1,60}(?:…|\.{3}|\[(?:…|\.{3}|\+\d+ chars)\])\s*$/u.exec(text.slice(-120))?.[0].trim();
}
