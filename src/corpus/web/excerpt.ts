/** Words with which pages end what readers without a subscription may see. */
const WALLS = new RegExp(
  [
    "(?:subscribe|sign in|log in|register|create (?:a free|an) account)[^.\\n]{0,40} (?:to (?:continue|keep|read|access|unlock)|for full access)[^.\\n]{0,60}",
    "(?:this (?:article|story|content) is (?:only |exclusively )?(?:for|available to)|already a) (?:our )?(?:subscribers?|members?)[^.\\n]{0,40}",
    "(?:to )?(?:continue reading|read the (?:full|rest of (?:this|the)) (?:article|story))[^.\\n]{0,40}(?:subscri|sign|log|free trial|gold|premium)[^.\\n]{0,40}",
    "(?:weiterlesen|jetzt lesen) (?:mit|ab|nach)[^.\\n]{0,60}|(?:dieser|der) artikel ist (?:nur )?für (?:abonnenten|abonnentinnen)[^.\\n]{0,40}|sie haben .{2,20} (?:dieses|des) artikels gelesen",
    "(?:article |contenu )?réservé (?:à nos|aux) abonnés|il vous reste [\\d.,]+ ?% de (?:cet|l)[^.\\n]{0,40}|la suite est réservée[^.\\n]{0,40}",
    "(?:contenido|artículo) (?:exclusivo|solo) para (?:suscriptores|socios)|suscríbete para (?:seguir|continuar) leyendo|(?:contenuto|articolo) (?:riservato|solo) (?:agli|per gli) abbonati|matéria exclusiva para assinantes",
  ].join("|"),
  "iu",
);
/** A body longer than this is no teaser. */
const TEASER = 3_000;

/**
 * Whether a page shows only the beginning of its article, with the words that prove it: the words of a paywall, or the
 * page's own mark that it is locked, where the body is short as teasers are.
 *
 * @param text the body
 * @param whole all words of the page
 * @param locked how the page's markup says that it is not free
 */
export function cutShort(
  text: string,
  whole: string,
  locked: string | undefined,
): { readonly quote: string } | undefined {
  if (text.length > TEASER) return undefined;
  const wall = WALLS.exec(whole.replace(/[^\S\n]+/g, " "))?.[0].trim();
  const breaksOff = /(?:…|\.\.\.|\[…\])$/.test(text);
  if (wall !== undefined && (locked !== undefined || breaksOff || text.length < TEASER / 2))
    return { quote: wall };
  return locked !== undefined && (breaksOff || text.length < TEASER / 2) ? { quote: locked } : undefined;
}
