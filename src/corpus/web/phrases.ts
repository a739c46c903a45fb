/**
 * Words that pages put around articles, in the languages of most of the web's news. Each pattern is tried at the
 * start of a line, so that an article that speaks of newsletters or cookies keeps what it says of them.
 */
const either = (...phrases: readonly string[]) =>
  new RegExp(`^[\\s"'„“«»>→▶►•*|+–—-]*(?:${phrases.join("|")})`, "iu");

/** Begins a link to other articles, or the heading of a list of them. */
export const POINTER = either(
  "(?:also )?read(?: more| also| next| the (?:full|whole|rest)|:)|see also|related(?: (?:articles?|stories|story|posts?|news|coverage|content|topics?|links?|reading|items))?\\s*(?::|$)",
  "more (?:on|from|about|stories|news|articles|in|coverage)\\b|recommended(?: for you| reading| stories| articles)?\\s*(?::|$)|you (?:may|might) (?:also|be interested)|(?:don'?t|do not) miss|further reading|most (?:read|popular)|trending|latest (?:news|stories|articles)|up next|watch(?: now| more|:)|listen(?: now|:)|in pictures|what(?:'|’)?s next",
  "(?:à )?lire (?:aussi|également|la suite|plus)|voir aussi|sur le même (?:sujet|thème)|à (?:voir|découvrir) (?:aussi|également)|articles? (?:liés|similaires|connexes)|plus d(?:'|’)(?:infos|articles)",
  "(?:lesen|sehen|hören) sie (?:auch|mehr|dazu|hier|jetzt)|lies (?:auch|mehr)|lesetipp|auch (?:interessant|lesenswert)|mehr (?:zum thema|dazu|themen|lesen|aus |zu(?:r|m)?\\b|über|artikel|nachrichten|infos)|das könnte (?:sie|dich|ihnen|dir|euch)|weitere (?:artikel|themen|nachrichten|beiträge|meldungen|links|informationen|infos)|siehe auch|zum thema\\s*(?::|$)|themen im artikel|ähnliche (?:artikel|beiträge)|top \\d+ |neueste (?:artikel|beiträge)|passend zum thema|zum weiterlesen|dazu passend|vorschau auf|lade weitere",
  "(?:lea|lee|leer) (?:también|además|más|aquí)|(?:le|te) (?:puede|podría|recomendamos)|(?:vea|ver|mira|mire|mirá)(?: también| además| más|:)|noticias relacionadas|(?:más|otras) noticias|también le|además:|contenido relacionado",
  "leggi (?:anche|tutto|di più)|(?:ti )?potrebbe(?:ro)? interessar|guarda anche|articoli correlati|vedi anche|(?:leia|veja|saiba|assista)(?: também| mais|:)|notícias relacionadas|você pode gostar",
  "lees (?:ook|meer|verder|hier)|bekijk ook|meer over|gerelateerd|läs (?:också|mer|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|czytaj (?:też|także|również|więcej|dalej)|(?:zobacz|przeczytaj|sprawdź) (?:też|także|również)|polecamy|přečtěte si|čtěte (?:také|více|dál)|mohlo by vás|olvas(?:d|sa) (?:el|tovább|még)|kapcsolódó|cite(?:ș|ş)te (?:și|şi|mai)",
  "(?:читайте|смотрите|смотри|слушайте) (?:также|ещё|еще|далее|по теме)|см\\. также|по теме|материалы по теме|читайте (?:також|ще)|дивіться також|(?:ayrıca )?okuyun|ilgili haber|اقرأ (?:أيض|المزيد)|続きを読む|関連(?:記事|ニュース)|相关(?:阅读|新闻|文章)|延伸閱讀|관련 ?기사",
);

/** Asks the reader for something, or speaks of the site and not of the matter. */
export const APPEAL = either(
  "sign up|subscribe|follow (?:us|me|@|\\w+ on)|join (?:our|us|the conversation)|get (?:the|our|your) .{0,60}(?:newsletter|inbox|edition|email|alerts|app)|share (?:this|on|via|your)|click here|tap here|download (?:the|our)|leave a (?:comment|reply)|(?:add|post|view|show) (?:a )?comments?|comments? (?:are|\\()|log ?in|register (?:now|here|to)|support (?:our|us)|donate|become a (?:member|subscriber)|enjoying|like us|contact (?:us|the author)|have a (?:tip|story)|we want to hear|what do you think|print this|email this|copy link|skip to|this (?:post|article|page|site|website) (?:contains|may contain|uses|was originally)|(?:by|please) (?:clicking|submitting|signing|enter|sign)|your (?:email|browser)",
  "advertis(?:ement|ing)|sponsored|story continues|article continues|continue reading|scroll (?:down|to)|loading|all rights reserved|copyright|©|\\(c\\) ?\\d|terms of|privacy policy|transcript$",
  "abonnez|inscrivez|s(?:'|’)(?:abonner|inscrire)|recevez|partag(?:er|ez)|suivez|publicité|tous droits|newsletter|je m(?:'|’)abonne|se connecter",
  "abonnier|jetzt (?:abonnieren|anmelden|registrieren|kostenlos|bestellen|lesen)|melden sie sich|folgen sie|folge uns|teilen\\s*(?::|$)|artikel (?:teilen|drucken|bewerten|kommentieren)|anzeige\\s*(?::|$)|werbung|alle rechte|kommentar(?:e|ieren)?\\s*(?::|\\(|$)|schreibe(?:n sie)? (?:einen|uns)|(?:zum|unseren?) newsletter|erhalten sie|unterstützen sie|diese (?:website|webseite|seite) (?:verwendet|nutzt|benutzt)|wir verwenden cookies|durch die weitere nutzung|hier können sie|besuchen sie unser|zurück zu|um (?:den|diesen) .{0,60}kommentieren",
  "suscr[ií]b|síguenos|siga|comparte|compartir|publicidad|todos los derechos|únete|regístr|iscriviti|seguici|condividi|pubblicità|riproduzione riservata|tutti i diritti|assine|siga-nos|compartilh|publicidade|inscreva",
  "schrijf (?:je|u) in|volg ons|deel (?:dit|via)|advertentie|prenumerera|följ oss|dela|annons|abonner|følg|subskrybuj|zapisz się|udostępnij|reklama|подпис(?:ывайтесь|аться)|присоединяйтесь|поделиться|реклама|підпис(?:уйтесь|атися)|поділитися|abone ol|paylaş|اشترك|تابعنا",
);

/** Names who made a picture, or says what it shows. */
export const CREDIT = either(
  "(?:photos?|fotos?|bild(?:er|quelle|rechte|nachweis)?|image|images|picture|video|titelbild|symbol(?:bild|foto)|crédits?(?: photos?)?|credits?|photograph|photographs?|imagen|foto de|zdjęcie|фото|quelle|source)(?: (?:by|from|courtesy|credit|source|von|de|par|di|caption|via))?\\s*[:©/|(]",
  "(?:photo|image|picture|photograph|foto|picture) (?:by|courtesy|credit|via)\\b|getty images|shutterstock|(?:ap|afp|reuters|epa|dpa) (?:photo|images?)",
);
/** A caption's end: its maker in brackets or after a stroke. */
export const CREDITED =
  /(?:[(/|©][^()/|©]{0,60}\b(?:photo|foto|getty|reuters|afp|dpa|ap|epa|shutterstock|imago|picture.alliance|istock|unsplash|bildrechte|handout|file|courtesy)\b[^()/|©]{0,40}\)?|©[^.]{2,60})$/iu;

/** Who wrote it and when, above or below an article. */
export const SIGNATURE = either(
  "(?:written |posted |story |words |text |reported )?by\\s+\\p{Lu}|(?:von|par|por|di|door|av|af|tekst|text|autor(?:in|es|a)?|author|auteur|redaktion|автор|текст)\\s*:?\\s+\\p{Lu}",
  "(?:first |last )?(?:published|updated|posted|modified|created)\\b|(?:veröffentlicht|aktualisiert|erstellt|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|geplaatst|publicerad|opublikowan|aktualizacja|опубликован|обновлен)\\w*\\b|\\d+ ?(?:min(?:ute)?s?|minuten|minutos)\\b(?: read| de lecture| lesezeit)?|(?:lesezeit|reading time|temps de lecture|tiempo de lectura)",
);
