import { imageFormat, saveImage } from "../image.ts";
import { showTimeline } from "../show.ts";
import { count, verb } from "../verb.ts";

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
    const format = imageFormat(image, usage);
    await using desk = await openDesk();
    const topic = words.join(" ") || undefined;
    const made = await desk.timeline({ topic, from, to, top, sentences, signal });
    if (image !== undefined && format) await saveImage(image, await desk.draw(made, format));
    if (json) terminal.json(made);
    else showTimeline(made, terminal);
  },
});
