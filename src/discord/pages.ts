import type { APIComponentInContainer, APIMessageTopLevelComponent } from "discord.js";
import { type ButtonWords, container, limits, type Reply, type ReplyFile, row, size, text } from "./reply.ts";
import type { Strings } from "./strings.ts";

/** A reply that may be longer than one message. */
export interface Paged {
  readonly colour: number;
  /** Stands on every page. */
  readonly heading: string;
  /** In order; none is cut, so each must fit a page: at most {@link blockLimit} characters. */
  readonly blocks: readonly APIComponentInContainer[];
  /** Stands at the foot of every page, in small print. */
  readonly footer: readonly string[];
  /** Under every page. */
  readonly buttons: readonly ButtonWords[];
  /** The custom id of the button that turns to a page, counted from 0. */
  readonly turn: (page: number) => string;
  /** Goes with a reply of several pages: all of it, to keep. */
  readonly whole: ReplyFile;
}

/** The most characters of one block, so that heading, footer and a block always fit one message. */
export const blockLimit = 2_400;
/** Room that heading and footer leave to the blocks of a page. A page shorter than the limit reads better. */
const pageLimit = { characters: 2_600, components: 26 };

/** One page of a reply; past the last, the last. The whole goes with it as a file where there are several. */
export function page(paged: Paged, wanted: number, strings: Strings): Reply {
  const pages = split(paged.blocks);
  const at = Math.min(Math.max(0, wanted), pages.length - 1);
  const several = pages.length > 1;
  const footer = [
    ...paged.footer,
    ...(several ? [`${strings.page(at + 1, pages.length)} · ${strings.wholeText}`] : []),
  ];
  const components: APIMessageTopLevelComponent[] = [
    container(paged.colour, [
      ...(paged.heading ? [text(paged.heading)] : []),
      ...(pages[at] ?? []),
      ...(footer.length > 0 ? [text(footer.map((line) => `-# ${line}`).join("\n"))] : []),
    ]),
  ];
  if (several) {
    components.push({ type: 13, file: { url: `attachment://${paged.whole.name}` } });
    components.push(
      row(
        { id: paged.turn(at - 1), label: `◀ ${strings.button.back}`, disabled: at === 0 },
        { id: paged.turn(at + 1), label: `${strings.button.next} ▶`, disabled: at === pages.length - 1 },
      ),
    );
  }
  if (paged.buttons.length > 0) components.push(row(...paged.buttons));
  return { components, ...(several && { files: [paged.whole] }) };
}

function split(blocks: readonly APIComponentInContainer[]): APIComponentInContainer[][] {
  const pages: APIComponentInContainer[][] = [[]];
  for (const block of blocks) {
    const filled = size([...pages.at(-1)!, block]);
    const full = filled.characters > pageLimit.characters || filled.components > pageLimit.components;
    if (full && pages.at(-1)!.length > 0) pages.push([]);
    pages.at(-1)!.push(block);
  }
  return pages;
}

/** Whether a reply keeps Discord's limits. */
export function fits(reply: Reply): boolean {
  const { components, characters } = size(reply.components);
  return components <= limits.components && characters <= limits.characters;
}
