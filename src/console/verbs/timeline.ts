import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { UserError } from "../../ops/user-error.ts";
import { showTimeline } from "../show.ts";
import { count, verb, wrongUse } from "../verb.ts";

const usage =
  "timeline [TOPIC] [--from DATE] [--to DATE] [--top N] [--sentences K] [--image FILE.svg|FILE.png] [--json]";

export const timeline = verb({
  usage,
  about: "dated events with their citations",
  options: {
    from: { type: "string" },
    to: { type: "string" },
    top: { type: "string" },
    sentences: { type: "string" },
    image: { type: "string" },
  },
  words: { min: 0, max: Number.POSITIVE_INFINITY },
  async run(words, values, { openDesk, terminal, signal }) {
    const { from, to, image, json } = values;
    const top = count(values.top, "top", 1, usage);
    const sentences = count(values.sentences, "sentences", 1, usage);
    const format = image === undefined ? undefined : extname(image).toLowerCase();
    if (format !== undefined && format !== ".svg" && format !== ".png") {
      throw wrongUse(`--image takes a file that ends in .svg or .png, not "${image}"`, usage);
    }
    await using desk = await openDesk();
    const topic = words.join(" ") || undefined;
    const made = await desk.timeline({ topic, from, to, top, sentences, signal });
    if (image !== undefined) await save(image, await desk.draw(made, format === ".png" ? "png" : "svg"));
    if (json) terminal.json(made);
    else showTimeline(made, terminal);
  },
});

async function save(image: string, picture: Uint8Array): Promise<void> {
  await writeFile(image, picture).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "there is no such folder" : cause.message;
    throw new UserError("image.unwritable", `The picture could not be saved as ${image}: ${why}.`, { cause });
  });
}
