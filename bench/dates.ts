import path from "node:path";
import { parseArgs } from "node:util";
import { timexes } from "../src/dates/timexes.ts";
import { pairs, score } from "./dates/score.ts";
import { readTimeml } from "./dates/timeml.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: "boolean" }, half: { type: "string" } },
});
const data = positionals[0] ?? path.join(process.env.BENCH_DATA ?? "../shared/bench", "timeml");
let documents = await readTimeml(path.join(data, "AQUAINT"), path.join(data, "TimeBank"));
if (values.half) documents = documents.filter((_, i) => i % 2 === Number(values.half));
const start = performance.now();
const all = documents.flatMap((d) => pairs(d, timexes(d.text, { published: d.published })));
const took = performance.now() - start;
if (values.errors) {
  for (const { document, gold, found } of all) {
    if (gold?.value === found?.value) continue;
    const at = (gold ?? found)!;
    const kind = !gold ? "SPUR" : !found ? "MISS" : "VALU";
    const near =
      `${document.text.slice(Math.max(0, at.start - 35), at.start)}[[${at.text}]]${document.text.slice(at.end, at.end + 25)}`.replace(
        /\s+/g,
        " ",
      );
    console.log(
      [
        kind,
        gold ? `${gold.type} ${gold.value}` : "",
        found ? `${found.type} ${found.value}` : "",
        document.published.slice(0, 10),
        near,
        found?.text ?? "",
      ].join(" | "),
    );
  }
}
console.table({ attaché: { ...score(all), "articles/s": Math.round((documents.length / took) * 1000) } });
