import { duration, set } from "../lengths.ts";
import type { Group, Means } from "../rule.ts";

const several: Means = (parts) => duration({ ...parts, n: "X" });

/** Durations, and what comes again and again. */
export const spans: readonly Group[] = [
  {
    near: /(?<![a-z])(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies)|quarters|hours?|minutes?|seconds|weekends?|millenni(?:um|a))\b/gi,
    rules: [
      [
        // Not a rate, an age, or a part of a whole.
        "(?!{rate}an? |(?:a|three)[- ]quarters?\\b|one day\\b){approx}{n}(?:(?: to | or | and |-){m})?(?:[- ](?:full|more|straight|consecutive|additional|long|trading|whole))?[- ]{span}(?:-long)?(?![- ]olds?\\b| an? (?:day|week))",
        duration,
      ],
      [
        "{almost}(?:the )?(?:last|past|next|first|previous|coming|following|final|opening) {n}(?:(?: to | or |-){m})? {span}",
        duration,
      ],
      ["the (?:past|last) {one}", duration],
      ["(?<=(?:for|within|in|over|after|take|took|takes|taken|last|lasted) ){many}", several],
      ["recent (?<unit>months|weeks|days|quarters)|(?:the )?{many} ahead", several],
      ["(?<!(?:early|small|opening|closing|business) ){many}(?= (?:of|after|before|later)\\b)", several],
      ["(?<unit>day|week|month|year|hour|decade|century)-long", duration],
      ["(?<unit>days|weeks|months|years|hours|decades|centuries)-long", several],
    ],
  },
  {
    near: /\b(?:every|each|once|twice|times|daily|weekly|monthly|annually|yearly|nightly|hourly)\b/gi,
    rules: [
      ["(?<quant>every|each) {n} {span}", set],
      [
        "(?<quant>every|each) (?:{weekday}|{month}|{season}|{daypart}|(?<unit>year|month|week|day|decade|hour|minute|quarter|weekend))",
        set,
      ],
      ["(?<unit>daily|weekly|monthly|annually|yearly|nightly|hourly)", set],
      ["{freq} an? {one}", set],
    ],
  },
];
