import type { Language } from "./language.ts";

export const fr: Language = {
  functionWords: `
    le la les l un une des du de d ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
    aucun aucune chaque quelque quelques tout toute tous toutes tel telle même mêmes autre autres plusieurs
    je j me m moi tu te t toi il elle on nous vous ils elles se s soi lui eux y en ça cela ceci celui celle ceux celles
    qui que qu quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles quand comment pourquoi combien
    est-ce est suis es sommes êtes sont était étaient été être sera seront serait fut furent a ai as avons avez ont avait
    avaient eu avoir aura auront aurait peut peuvent pouvait pourrait doit doivent devait fait faire va vont
    à au aux dans par pour sur sous avec sans chez entre vers depuis pendant avant après contre selon dès jusque jusqu
    lors hors malgré parmi envers près
    et ou mais donc or ni car si comme lorsque lorsqu puisque puisqu quoique parce afin alors ainsi
    ne n pas plus moins très trop aussi bien encore déjà toujours jamais souvent ici là peu`,
  asks: {
    time: "quand|en quelle année|quelle (?:année|date)|(?:à|en) quelle (?:date|époque|heure)|quel (?:jour|mois|siècle)|depuis quand|depuis combien de temps",
    number:
      "combien|quel(?:le)? (?:est le |est la )?(?:nombre|pourcentage|proportion|part|âge|taux|prix|taille|distance|quantité|montant)",
    name: "qui|où|à qui|de qui",
    reason: "pourquoi|pour quelle raison",
    possibility: "pourraient|pourrait|peut|peuvent",
  },
  signs: {
    number:
      "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|dizaines?|centaines?|cent|mille|milliers?|millions?|milliards?|moitié",
    time: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|printemps|été|automne|hiver|aujourd['’]hui|hier|demain|ann[ée]\\p{L}*|ans?|mois|semaines?|siècles?",
    possibility: "pourraient|pourrait|peut|peuvent|peut-être",
    reason: "parce qu\\p{L}*|car|puisqu\\p{L}*|à cause|en raison|afin|après|grâce|raisons?",
  },
};
