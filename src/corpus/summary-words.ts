import { quick } from "./furniture.ts";

/** Words for a summary, in the languages of the notices; for text in lower case. */
export const summaryWord = new RegExp(
  `(?<!\\p{L})(?:${quick(
    "summar(?:y|ies|i[sz]\\p{L}+)|digest|tl;?dr|zusammen(?:fassung|gefasst)\\p{L}*|résum\\p{L}+|synthèse|resum\\p{L}+|síntesis|riassun\\p{L}+|sintesi|síntese|(?:кратк|сжат)\\p{L}+ (?:содержани|изложени)\\p{L}+|сводк\\p{L}|пересказ\\p{L}*|резюме|підсум\\p{L}+|стисл\\p{L}+|streszcz\\p{L}+|podsumowa\\p{L}+|özet\\p{L}*|samen(?:vatting|gevat)\\p{L}*|sammanfatt\\p{L}+|(?:ال)?ملخص\\p{L}*|تلخيص\\p{L}*",
  )})(?!\\p{L})|摘要|总结|總結|概括|归纳|歸納|要約|まとめ|サマリー|요약|간추`,
  "u",
);
