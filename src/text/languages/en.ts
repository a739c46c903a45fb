import type { Language } from "./language.ts";

const asking = "(?:what|which|who|whom|whose|when|where|why|how)";
/** An asking word asks where no other stands before it; “when” not where one stands behind it either, but before a verb. */
const first = `(?<!\\b${asking}\\b.*)`;
const when = `${first}when(?: (?:is|are|was|were|did|do|does|will|has|have|had)\\b|(?!.*\\b${asking}\\b))`;

/** Without “us”: in news it is a country. */
export const en: Language = {
  functionWords: `
    a an the this that these those some any each every either neither no none
    i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we our ours
    ourselves they them their theirs themselves one ones oneself someone anyone everyone somebody anybody everybody
    something anything everything nothing
    who whom whose which what when where why how whoever whatever whichever wherever whenever
    am is are was were be been being do does did doing done have has had having will would shall should can could may
    might must ought need dare isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt cant cannot
    couldnt shouldnt
    of in on at by for to from with without about into onto upon over under between among through during against
    across along around behind beside besides beyond near off out up down per via than as like since until till
    towards toward within amid despite except
    and or but nor so yet if then else because although though while whereas whether unless lest
    not also too very just only even still again ever never always often sometimes already there here thus hence
    much many more most less least few several both all such same other others another own
    please tell say says said according mention mentioned mentions`,
  asks: {
    time: `${when}|(?:what|which) (?:exact |specific )?(?:year|date|day|month|decade|century|time)s?|how (?:long ago|recently)`,
    number:
      "how (?:many|much|old|long|far|tall|high|large|big|often|deep|wide|fast|heavy)|(?:what|which) (?:\\w+ )?(?:number|percentage|percent|proportion|share|amount|age|rate|population|price|cost|distance|size|score)",
    name: `${first}(?:who|whom|whose|where)`,
    reason: "why|what (?:caused|led|made)",
    possibility: "could|would|might|may",
  },
  signs: {
    number:
      "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|once",
    time: "January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|spring|summer|autumn|winter|today|yesterday|tomorrow|year|month|week|decades?|century",
    possibility: "could|would|might|may|can",
    reason: "because|since|due|after|following|therefore|reason|so that|in order|caused?|led|prompt\\p{L}*",
  },
};
