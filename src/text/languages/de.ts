import type { Language } from "./language.ts";

export const de: Language = {
  functionWords: `
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner dieser diese dieses diesen
    diesem jener jene jenes jeder jede jedes jeden jedem solche solcher manche alle allen aller alles beide viele vielen vieler
    ich mich mir mein meine du dich dir dein deine er ihn ihm sein seine seinen seinem seiner sie ihr ihre ihren ihrem
    ihrer es wir uns unser unsere euch euer man sich selbst selber
    wer wen wem wessen was welche welcher welches welchen welchem wann wo wohin woher warum wieso weshalb weswegen wie
    wieviel wofür womit wodurch woran worauf worin worüber wovon wozu
    bin bist ist sind seid war waren wäre wären gewesen sein werden wird wurde wurden worden würde würden haben hat habe
    hatte hatten hätte hätten kann können konnte konnten könnte muss müssen musste soll sollen sollte will wollen wollte
    darf dürfen durfte mag möchte
    in im ins an am ans auf aus bei beim mit nach seit von vom zu zum zur über unter vor hinter neben zwischen durch für
    gegen ohne um bis ab während wegen trotz gegenüber innerhalb außerhalb laut
    und oder aber denn sondern sowie als wenn ob dass daß weil da damit obwohl falls sobald bevor nachdem doch jedoch
    nicht auch nur noch schon sehr so zu mehr meist immer nie hier dort dann also etwa rund gibt es bitte`,
  asks: {
    time: "wann|seit wann|in welche[mr] (?:Jahr|Monat|Jahrhundert|Jahrzehnt|Woche)|an welchem (?:Tag|Datum)|wie lange (?:ist es )?her",
    number:
      "wie ?viele?|wie (?:alt|lange?|weit|hoch|groß|oft|tief|breit|schnell|schwer|teuer)|welche[rs]? (?:Anzahl|Zahl|Anteil|Alter|Preis|Höhe|Größe)|wieviel\\p{L}*",
    name: "wer|wen|wem|wessen|wo|wohin|woher",
    reason: "warum|wieso|weshalb|weswegen",
    possibility: "könnten?|würden?|dürften?|kann|können",
  },
  signs: {
    number:
      "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|Dutzend\\p{L}*|hundert\\p{L}*|tausend\\p{L}*|Millionen?|Milliarden?|Hälfte|doppelt",
    time: "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Frühling|Frühjahr|Sommer|Herbst|Winter|heute|gestern|morgen|Jahr\\p{L}*|Monat\\p{L}*|Woche\\p{L}*|Jahrhundert\\p{L}*",
    possibility: "könnten?|würden?|dürften?|kann|können|möglicherweise|vielleicht",
    reason: "weil|da|denn|wegen|aufgrund|nachdem|deshalb|daher|damit|Grund|Gründe\\p{L}*",
  },
};
