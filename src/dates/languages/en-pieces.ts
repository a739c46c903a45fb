/** Pieces of English patterns: word classes narrowed to what can stand at a place. */
export const pieces = {
  /** Which part of a period. */
  phase:
    "(?:(?<mod>earl(?:y|ier)|late(?:r)?|mid|(?:the )?(?:beginning|start|middle|end|close) of)(?: in)?(?: the)?[ -])?",
  /** How near a number is meant. */
  approx:
    "(?:(?<mod>about|around|approximately|roughly|some|nearly|almost|more than|over|at least|less than|up to|no more than|under) )?",
  /** Years that are such without a preposition. */
  years: "(?<year>(?:19|20)\\d\\d)",
  /** What a number that looks like a year counts instead. */
  counted:
    "percent|per cent|points?|people|shares|troops|dollars|euros|pounds|feet|met(?:er|re)s|miles|km|kilomet(?:er|re)s|tons|tonnes|workers|jobs|soldiers|men|women|children|votes|cases|seats|homes|words|times",
  /** Between the ends of a range. */
  through: " ?(?:and|to|or|through|[-–]) ?",
  /** Words that can follow a date and no number. */
  goesOn: " (?:and|in|at|to|for|on|the|with|when|as|by|of|before|after|during|was|were|will)\\b",
  /** Month names that no other word can be. */
  fullMonth:
    "(?<month>january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\\.)",
  /** How near a length is meant that "the" may follow. */
  almost: "(?:(?<mod>about|around|roughly|nearly|almost|more than|at least|less than|up to) )?",
  which: "(?<way>last|this|next|this past|this coming)",
  zone: "(?: (?:[ECMP][SD]?T|GMT|UTC|BST|CET|local time|Eastern(?: time)?))?",
  onDay:
    "(?:(?: \\([^)]{1,20}\\))?,? (?:on )?(?:{weekday}(?:,? {month} {day})?|{month} {day}(?:,? {year})?|{daysOff}))?",
  one: "(?<unit>year|month|week|day|decade|century|hour|minute)",
  many: "(?<unit>years|months|weeks|days|decades|centuries|hours|minutes)",
  span: "(?<unit>years?|months?|weeks?|days?|decades?|centur(?:y|ies)|quarters|hours?|minutes?|weekends?|millenni(?:um|a)|seconds)",
  /** An amount before "a year" makes it a rate: "$5 million a year", "24 hours a day". */
  rate: "(?<=(?:\\d(?:k|m|bn)?|%|(?:m|b|tr)illion|hundred|thousand|times)(?: \\p{L}+)? )",
} as const;
