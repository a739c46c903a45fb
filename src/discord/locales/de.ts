import type { Strings } from "../strings.ts";

export const de: Strings = {
  locale: "de",
  language: "Deutsch",
  commands: {
    ask: {
      name: "frage",
      description: "Die Quellen befragen; jeder Satz der Antwort ist belegt",
      options: {
        question: { name: "frage", description: "Was möchtest du wissen?" },
        from: { name: "von", description: "Nur Artikel ab diesem Datum, z. B. 2025-06" },
        to: { name: "bis", description: "Nur Artikel bis zu diesem Datum, z. B. 2025-12-31" },
        source: { name: "quelle", description: "Nur dieses Medium oder dieser Artikel" },
      },
    },
    timeline: {
      name: "chronik",
      description: "Was wann geschah, in den Worten der Quellen",
      options: {
        topic: { name: "thema", description: "Worum es gehen soll; alles, wenn es fehlt" },
        from: { name: "von", description: "Ereignisse ab diesem Datum, z. B. 2025-06" },
        to: { name: "bis", description: "Ereignisse bis zu diesem Datum, z. B. 2025-12-31" },
      },
    },
    sources: {
      name: "quellen",
      description: "Die Artikel, aus denen Antworten stammen, und woher sie es wissen",
      options: { article: { name: "artikel", description: "Nur diesen Artikel zeigen" } },
    },
    settings: { name: "einstellungen", description: "Wo, wem und wie Attaché auf diesem Server antwortet" },
    ingest: {
      name: "aufnehmen",
      description: "Einen Artikel, eine Seite oder einen Feed in den Bestand aufnehmen",
      options: {
        url: { name: "adresse", description: "Die Adresse einer Seite oder eines Feeds" },
        file: { name: "datei", description: "Eine Datei mit Text, Markdown, HTML oder JSON Lines" },
      },
    },
    help: { name: "hilfe", description: "Was Attaché tut, und wie man fragt" },
  },

  about: (date) => `etwa ${date}`,
  dateUnknown: "Datum unbekannt",
  original: "Original",
  relays: (outlet) => `gibt ${outlet} wieder`,
  relay: "gibt ein anderes Medium wieder",
  summary: "Zusammenfassung",
  aiSummary: "KI-Zusammenfassung",
  machineWritten: "maschinell verfasst",
  excerpt: "Auszug",
  dateInferred: "Datum erschlossen",

  extractive: "Sätze der Quellen, Wort für Wort",
  generated: "Von einem Modell verfasst; jeder Satz an den Zitaten geprüft, die ihn belegen",
  writing: "Ich schreibe noch …",
  refused: "Die Quellen beantworten das nicht.",
  nearest: "Die nächstliegenden Stellen, falls sie helfen:",
  none: "Nichts in den Quellen kommt dem nahe.",
  page: (page, pages) => `Seite ${page} von ${pages}`,
  wholeText: "Der ganze Text liegt bei.",
  inContext: "im Zusammenhang",
  notInCorpus: "Der Artikel ist nicht mehr so im Bestand, wie er zitiert wurde. Das Zitat:",
  moreEvidence: "Weitere Belege",
  noMoreEvidence: "Die Quellen enthalten dazu keine weiteren Belege.",
  timeline: "Chronik",
  timelineOf: (topic) => `Chronik: ${topic}`,
  noEvents: "Die Quellen nennen dazu kein Datum.",
  announced: "angekündigt",
  voices: (count) => (count === 1 ? "1 Quelle" : `${count} unabhängige Quellen`),
  sources: (articles, passages) =>
    `${articles} Artikel, ${passages} ${passages === 1 ? "Stelle" : "Stellen"}`,
  noSources: "Der Bestand enthält noch keine Artikel.",
  unknownSource: (name) => `Es gibt keinen Artikel und kein Medium namens „${name}“. /quellen zeigt sie.`,
  passages: (count) => (count === 1 ? "1 Stelle" : `${count} Stellen`),
  evidence: "Woher wir das wissen:",
  beginning: "So beginnt er:",
  linkOnly: "Die Lizenz erlaubt nur einen Link.",
  quoteAlone: "Die Lizenz erlaubt nur dieses Zitat.",

  story: {
    count: (sources, voices) =>
      `${sources} ${sources === 1 ? "Quelle" : "Quellen"}, ${voices} ${voices === 1 ? "Stimme" : "Stimmen"}`,
    notHere: "der Bericht selbst ist nicht im Bestand",
    tie: {
      relay: "gibt ihn wieder",
      summary: "fasst ihn zusammen",
      copy: "druckt ihn nach",
      excerpt: "zeigt einen Auszug daraus",
    },
    basis: { stated: "Datum genannt", given: "Datum angegeben", inferred: "Datum erschlossen" },
  },

  button: {
    passage: (n) => `Stelle ${n}`,
    followUp: "Nachfragen",
    more: "Weitere Belege",
    timeline: "Chronik dazu",
    open: "Öffnen",
    tree: "Stammbaum",
    reports: "Berichte",
    article: "Artikel öffnen",
    back: "Zurück",
    next: "Weiter",
  },
  followUp: { title: "Nachfragen", label: "Deine Frage" },
  thanks: "Danke. Dein Urteil ist festgehalten.",

  error: (id) =>
    `Bei mir ist etwas schiefgegangen, und deine Anfrage blieb unbeantwortet. Versuche es bitte noch einmal; bleibt es dabei, nenne denen, die mich betreiben, diese Nummer: \`${id}\``,
  timeout: (id) =>
    `Das hat zu lange gedauert, und ich habe aufgehört. Frage bitte noch einmal, vielleicht enger gefasst. Nummer im Protokoll: \`${id}\``,
  restarting: "Ich starte gerade neu. Frage bitte in einer Minute noch einmal.",
  expired: "Diese Nachricht ist zu alt für ihre Knöpfe. Frage bitte noch einmal.",
  notHere: "In diesem Kanal antworte ich nicht. Die Verwaltung dieses Servers hat andere bestimmt.",
  notYou: "Auf diesem Server dürfen mich nur bestimmte Rollen fragen.",
  managersOnly: "Das darf nur, wer diesen Server verwaltet.",
  serversOnly: "Das geht nur auf einem Server.",
  limitReached: (limit) =>
    `Du hast heute ${limit === 1 ? "1 Frage" : `${limit} Fragen`} gestellt, so viele dieser Server erlaubt. Um Mitternacht (UTC) geht es weiter.`,
  badDate: (given) =>
    `„${given}“ ist kein Datum, das ich lesen kann. Schreibe 2025, 2025-06 oder 2025-06-30.`,
  emptyQuestion: "Was möchtest du wissen? Erwähne mich mit einer Frage oder nimm /frage.",
  longQuestion: "Die Frage ist zu lang. Frage eine Sache, in ein oder zwei Sätzen.",
  elsewhere: "Wo du gefragt hast, konnte ich nicht antworten; hier ist die Antwort:",

  settings: {
    title: "Einstellungen für diesen Server",
    channels: "Nur in diesen Kanälen antworten (keine: überall)",
    roles: "Nur diesen Rollen antworten (keine: allen)",
    language: "Sprache",
    ownLanguage: "Die Sprache jeder Person",
    limit: "Fragen einer Person am Tag",
    noLimit: "Unbegrenzt",
    perDay: (limit) => `${limit} am Tag`,
    ephemeral: (on) => `Antworten nur für Fragende: ${on ? "an" : "aus"}`,
    mentions: (on) => `Auf Erwähnungen antworten: ${on ? "an" : "aus"}`,
  },
  ingest: {
    nothing: "Gib eine Adresse oder eine Datei an.",
    unavailable: "Der Bestand dieses Bots ist geschlossen: Von hier lässt sich nichts aufnehmen.",
    tooLarge: (megabytes) => `Die Datei ist zu groß; mehr als ${megabytes} MB nehme ich nicht.`,
    done: (articles) => (articles === 1 ? "1 Artikel aufgenommen:" : `${articles} Artikel aufgenommen:`),
    skipped: "Nicht aufgenommen:",
    unchanged: (count) => `${count} schon vorhanden, unverändert.`,
    badUrl: "Eine Adresse beginnt mit https:// oder http://.",
  },
  help: [
    "Ich beantworte Fragen aus einem Bestand von Nachrichtenartikeln. Ich sage nichts, was die Artikel nicht sagen, und zeige, wer es gesagt hat, wann, und woher sie es wissen.",
    "**/frage** stellt eine Frage; oder erwähne mich irgendwo mit einer. Antworte auf eine Antwort oder drücke *Nachfragen*, und ich behalte das Gespräch im Kopf.",
    "**/chronik** zeigt, was wann geschah; **/quellen** zeigt die Artikel.",
    "Jede Antwort hat nummerierte Stellen, Wort für Wort zitiert. Drücke *Stelle*, um ein Zitat im Zusammenhang zu lesen. Wo die Quellen nicht antworten, sage ich es.",
  ].join("\n\n"),
};
