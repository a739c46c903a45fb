import type { Strings } from "../strings.ts";

export const fr: Strings = {
  locale: "fr",
  language: "Français",
  commands: {
    ask: {
      name: "question",
      description: "Interroger les sources ; chaque phrase de la réponse est citée",
      options: {
        question: { name: "question", description: "Que voulez-vous savoir ?" },
        from: {
          name: "depuis",
          description: "Seulement les articles parus à partir de cette date, p. ex. 2025-06",
        },
        to: {
          name: "jusque",
          description: "Seulement les articles parus jusqu'à cette date, p. ex. 2025-12-31",
        },
        source: { name: "source", description: "Seulement ce média ou cet article" },
      },
    },
    timeline: {
      name: "chronologie",
      description: "Ce qui s'est passé et quand, avec les mots des sources",
      options: {
        topic: { name: "sujet", description: "De quoi il s'agit ; tout, si rien n'est donné" },
        from: { name: "depuis", description: "Événements à partir de cette date, p. ex. 2025-06" },
        to: { name: "jusque", description: "Événements jusqu'à cette date, p. ex. 2025-12-31" },
      },
    },
    sources: {
      name: "sources",
      description: "Les articles dont viennent les réponses, et d'où ils tiennent leurs informations",
      options: { article: { name: "article", description: "Montrer seulement cet article" } },
    },
    settings: { name: "réglages", description: "Où, à qui et comment Attaché répond sur ce serveur" },
    ingest: {
      name: "ajouter",
      description: "Ajouter un article, une page ou un flux au corpus",
      options: {
        url: { name: "adresse", description: "L'adresse d'une page ou d'un flux" },
        file: { name: "fichier", description: "Un fichier texte, Markdown, HTML ou JSON Lines" },
      },
    },
    help: { name: "aide", description: "Ce que fait Attaché, et comment l'interroger" },
  },

  about: (date) => `vers ${date}`,
  dateUnknown: "date inconnue",
  original: "original",
  relays: (outlet) => `relaie ${outlet}`,
  relay: "relaie un autre média",
  summary: "résumé",
  aiSummary: "résumé par IA",
  machineWritten: "écrit par une machine",
  excerpt: "extrait",
  dateInferred: "date déduite",

  extractive: "Les phrases des sources, mot pour mot",
  generated: "Écrit par un modèle ; chaque phrase est vérifiée d'après les citations qui l'appuient",
  writing: "J'écris encore…",
  refused: "Les sources ne répondent pas à cela.",
  nearest: "Les passages les plus proches, s'ils peuvent aider :",
  none: "Rien dans les sources ne s'en approche.",
  page: (page, pages) => `Page ${page} sur ${pages}`,
  wholeText: "Le texte entier est joint.",
  inContext: "dans son contexte",
  notInCorpus: "L'article n'est plus dans le corpus tel qu'il a été cité. La citation :",
  moreEvidence: "Plus d'éléments",
  noMoreEvidence: "Les sources n'offrent rien de plus à ce sujet.",
  timeline: "Chronologie",
  timelineOf: (topic) => `Chronologie : ${topic}`,
  noEvents: "Les sources ne datent rien à ce sujet.",
  announced: "annoncé",
  voices: (count) => (count === 1 ? "1 source" : `${count} sources indépendantes`),
  sources: (articles, passages) =>
    `${articles} ${articles > 1 ? "articles" : "article"}, ${passages} ${passages > 1 ? "passages" : "passage"}`,
  noSources: "Le corpus ne contient encore aucun article.",
  unknownSource: (name) => `Il n'y a ni article ni média nommé « ${name} ». /sources les énumère.`,
  passages: (count) => (count > 1 ? `${count} passages` : `${count} passage`),
  evidence: "D'où nous le savons :",
  beginning: "Il commence ainsi :",
  linkOnly: "Sa licence n’autorise qu’un lien.",
  quoteAlone: "Sa licence n’autorise que cette citation.",

  story: {
    count: (sources, voices) =>
      `${sources} ${sources === 1 ? "source" : "sources"}, ${voices} ${voices === 1 ? "voix distincte" : "voix distinctes"}`,
    notHere: "l’article lui-même n’est pas dans le corpus",
    tie: { relay: "le relaie", summary: "le résume", copy: "le reproduit", excerpt: "en donne un extrait" },
    basis: { stated: "date indiquée", given: "date fournie", inferred: "date déduite" },
  },

  button: {
    passage: (n) => `Passage ${n}`,
    followUp: "Poursuivre",
    more: "Plus d'éléments",
    timeline: "Chronologie",
    open: "Ouvrir",
    tree: "Arbre généalogique",
    reports: "Récits",
    article: "Ouvrir l'article",
    back: "Précédent",
    next: "Suivant",
  },
  followUp: { title: "Poursuivre", label: "Votre question" },
  thanks: "Merci. Votre avis est conservé.",

  error: (id) =>
    `Une erreur s'est produite de mon côté, et votre demande est restée sans réponse. Réessayez ; si cela continue, donnez ce numéro à ceux qui me font fonctionner : \`${id}\``,
  timeout: (id) =>
    `Cela a pris trop de temps, et je me suis arrêté. Reposez la question, peut-être plus précisément. Numéro dans le journal : \`${id}\``,
  restarting: "Je redémarre. Reposez la question dans une minute.",
  expired: "Ce message est trop ancien pour ses boutons. Reposez la question.",
  notHere: "Je ne réponds pas dans ce salon. Ceux qui gèrent ce serveur en ont désigné d'autres.",
  notYou: "Seuls certains rôles peuvent m'interroger sur ce serveur.",
  managersOnly: "Seuls ceux qui gèrent ce serveur peuvent faire cela.",
  serversOnly: "Cela ne fonctionne que sur un serveur.",
  limitReached: (limit) =>
    `Vous avez posé ${limit > 1 ? `${limit} questions` : "1 question"} aujourd'hui, autant que ce serveur en permet. Le compte repart à minuit UTC.`,
  badDate: (given) =>
    `« ${given} » n'est pas une date que je sais lire. Écrivez 2025, 2025-06 ou 2025-06-30.`,
  emptyQuestion: "Que voulez-vous savoir ? Mentionnez-moi avec une question, ou utilisez /question.",
  longQuestion: "La question est trop longue. Demandez une seule chose, en une phrase ou deux.",
  elsewhere: "Je n'ai pas pu répondre là où vous avez demandé ; voici la réponse :",

  settings: {
    title: "Réglages de ce serveur",
    channels: "Répondre seulement dans ces salons (aucun : partout)",
    roles: "Répondre seulement à ces rôles (aucun : à tous)",
    language: "Langue",
    ownLanguage: "La langue de chacun",
    limit: "Questions par personne et par jour",
    noLimit: "Sans limite",
    perDay: (limit) => `${limit} par jour`,
    ephemeral: (on) => `Réponses visibles du demandeur seul : ${on ? "oui" : "non"}`,
    mentions: (on) => `Répondre aux mentions : ${on ? "oui" : "non"}`,
  },
  ingest: {
    nothing: "Donnez une adresse ou un fichier.",
    unavailable: "Le corpus de ce bot est fermé : rien ne peut y être ajouté d'ici.",
    tooLarge: (megabytes) => `Le fichier est trop gros ; je n'accepte pas plus de ${megabytes} Mo.`,
    done: (articles) => (articles > 1 ? `${articles} articles ajoutés :` : `${articles} article ajouté :`),
    skipped: "Non ajoutés :",
    unchanged: (count) => `${count} déjà présent(s), inchangé(s).`,
    badUrl: "Une adresse commence par https:// ou http://.",
  },
  help: [
    "Je réponds à des questions d'après un corpus d'articles de presse. Je ne dis rien que les articles ne disent, et je montre qui l'a dit, quand, et d'où il le tient.",
    "**/question** pose une question ; ou mentionnez-moi n'importe où. Répondez à une réponse, ou appuyez sur *Poursuivre* : je garde la conversation en tête.",
    "**/chronologie** montre ce qui s'est passé et quand ; **/sources** énumère les articles.",
    "Chaque réponse a des passages numérotés, cités mot pour mot. Appuyez sur *Passage* pour lire une citation dans son contexte. Là où les sources ne répondent pas, je le dis.",
  ].join("\n\n"),
};
