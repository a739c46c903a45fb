/**
 * What the furniture of news pages says, concept by concept, in the languages news is read in. Words of one kind of
 * page are not listed: a phrase earns its place by being what any page of that kind would say.
 */

/** Phrases of any language, looked for at word boundaries where the script has them, whatever their case. */
export interface Phrases {
  readonly test: (text: string) => boolean;
  /** The first that is found, as it stands in the text in lower case, and where. */
  readonly find: (text: string) => { readonly phrase: string; readonly index: number } | null;
  /** The text in lower case without any of them. */
  readonly without: (text: string) => string;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Each list in one language, phrases (patterns) between bars; lists in scripts without spaces need no edges of words. */
function phrases(...lists: readonly string[]): Phrases {
  const spaced = lists.filter((list) => !unspaced.test(list)).map(quick);
  const dense = lists.filter((list) => unspaced.test(list)).map(quick);
  const source = [`(?<![\\p{L}\\p{N}])(?:${spaced.join("|")})(?![\\p{L}\\p{N}])`, ...dense].join("|");
  const [one, all] = [new RegExp(source, "u"), new RegExp(source, "gu")];
  return {
    test: (text) => one.test(lower(text)),
    find: (text) => {
      const match = one.exec(lower(text));
      return match && { phrase: match[0], index: match.index };
    },
    without: (text) => lower(text).replace(all, ""),
  };
}

/**
 * A pattern for text in {@link lower} case that V8 compiles in little time: of Unicode's classes of letters, which take
 * it seconds where they ignore case and are many, only those at the edges of words remain.
 */
export function quick(pattern: string): string {
  return pattern.replaceAll("ı", "i").replaceAll("\\p{L}", "[^\\s!-,./:-@]");
}

/** Lower case, with one i for Turkish's two. */
export function lower(text: string): string {
  return text.replaceAll("İ", "i").toLowerCase().replaceAll("ı", "i");
}

/** The story goes on behind a paywall, or was cut from a larger whole. */
export const paywall = phrases(
  "already (?:a |an )?(?:subscriber|subscribed|member)|subscribe (?:now )?to (?:read|continue|unlock)|continue reading (?:with|for)|this story is from the",
  "(?:subscribe|log in|sign in|register|account)[^.]{0,40} to (?:continue|keep) reading|to (?:continue|keep) reading,? (?:this|please|subscribe|log in)|read the (?:full|rest of the|whole) (?:story|article)|for subscribers only|subscribers? only|unlock (?:this|the full) (?:story|article)",
  "(?:sind sie )?(?:schon|bereits) abonnent\\p{L}*|jetzt weiterlesen|weiterlesen mit|um (?:den artikel )?weiterzulesen|nur für abonnenten|diese geschichte stammt aus",
  "déjà abonn[ée]e?s?|réservé aux abonnés|abonnez-vous pour|pour lire la suite|il vous reste [\\d,. %]+ de cet article|cet article est (?:tiré|issu) de|cette histoire (?:est tirée|provient) de",
  "ya (?:es|eres) suscriptor\\p{L}*|suscr[íi]b(?:ase|ete) para|para (?:seguir|continuar) leyendo|solo para suscriptores|contenido exclusivo para suscriptores|esta historia es de la edición",
  "sei già abbonat\\p{L}+|abbonati per|per continuare a leggere|riservato agli abbonati|contenuto riservato|questa storia è (?:tratta )?(?:da|dall)\\p{L}*",
  "já (?:é|sou) assinante|assine para|para continuar (?:a )?le(?:r|ndo)|exclusivo para assinantes|esta história é da edição",
  "уже подписан\\p{L}*|уже подписчик|оформите подписку|подпишитесь, чтобы|чтобы (?:читать|прочитать|продолжить) (?:далее|дальше|полностью|чтение|весь|полный)|только для подписчиков|вже передплатник\\p{L}*|оформіть передплату|щоб (?:читати|прочитати|продовжити) (?:далі|повністю|читання|весь|повний)|лише для передплатників|эта (?:история|статья) из",
  "masz już (?:konto|subskrypcję|prenumeratę)|jesteś już (?:subskrybentem|prenumeratorem)|aby (?:czytać|przeczytać) (?:dalej|więcej|cały|całość|resztę|pełn\\p{L}+)|dostęp(?:ne|ny)? tylko dla (?:subskrybentów|prenumeratorów)|wykup (?:dostęp|subskrypcję)|(?:ten artykuł|ta historia) pochodzi z",
  "zaten abone misiniz|abone misiniz|okumaya devam etmek için|devamını okumak için|yalnızca aboneler|bu (?:hikaye|haber|yazı) [^.]{0,60}(?:sayısından|baskısından|nüshasından)",
  "al een abonnee|lees verder met|alleen voor abonnees|redan prenumerant|för att läsa vidare|endast för prenumeranter",
  "هل أنت مشترك|مشترك بالفعل|للمشتركين فقط|اشترك (?:الآن )?(?:لقراءة|لمتابعة|للوصول)|لمتابعة القراءة|هذه القصة من",
  "すでに購読者|購読すると|このストーリーは|会員限定(?:記事|です)|有料会員(?:限定|登録|になる)|この記事は有料|続きを読むには|残り\\d+文字|ログインして(?:続き|全文)",
  "已经是订阅|已經是訂閱|订阅后|訂閱後|订阅以(?:阅读|继续)|訂閱以(?:閱讀|繼續)|(?:阅读|查看)全文|閱讀全文|仅限(?:订阅|会员)|僅限(?:訂閱|會員)|付费阅读|付費閱讀|(?:这|這|此|该|該|本)(?:个|個|篇)?(?:故事|文章|文|报道|報導|新闻|新聞)(?:摘|来|來|出)自",
  "이미 구독|구독자이신가요|구독자 전용|유료 (?:회원|구독|콘텐츠)|구독하(?:면|시면|고) [^.]{0,30}(?:읽|보|이용|액세스)|계속 읽으려면|전문을 (?:보|읽)|이 (?:기사|이야기|스토리)는 .{0,60}(?:판|호)(?:에서|의|입니다)",
);

/** Lists of other stories begin here. */
export const moreStories = phrases(
  "(?:more|other) (?:stories|articles|news|headlines)|more from|related(?: (?:articles?|stories|news|posts|content|topics|coverage))?|latest (?:news|stories|headlines|articles)|most (?:read|popular|viewed)|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested)|read (?:also|more|next)|see also|trending(?: now)?|editors?['’]s? picks?|don['’]t miss|what to read next|up next|popular (?:stories|news|articles)",
  "(?:mehr|weitere) (?:zum thema|artikel|nachrichten|meldungen|geschichten|aus|von)|ähnliche (?:artikel|beiträge)|das könnte (?:sie|dich) auch interessieren|auch interessant|meistgelesen\\p{L}*|lesen sie auch|neueste (?:nachrichten|meldungen|artikel)|verwandte (?:artikel|themen)|aktuelle (?:nachrichten|meldungen)",
  "(?:autres|plus d['’]) ?(?:articles?|actualités?|histoires|infos)|articles? (?:liés|similaires|connexes|recommandés)|à lire (?:aussi|également)|lire aussi|sur le même (?:sujet|thème)|les plus lus|dernières (?:nouvelles|actualités|infos)|vous aimerez aussi|à découvrir|autres histoires",
  "(?:más|otras) (?:noticias|historias|artículos)|(?:artículos|noticias|notas) relacionad[ao]s|le[ae] también|lee también|te puede interesar|también te puede interesar|(?:las )?más le[íi]d[ao]s|últimas noticias|lo más (?:leído|visto)|recomendad[ao]s|otras historias de",
  "(?:altre|più) (?:notizie|storie)|(?:altri|più) articoli|articoli correlati|(?:notizie|contenuti) correlat[ie]|leggi anche|potrebbe interessarti|i più letti|le più lette|ultime notizie|ultim'ora",
  "(?:mais|outras) (?:notícias|histórias|matérias)|(?:artigos|notícias|matérias) relacionad[ao]s|leia (?:também|mais)|veja também|(?:as )?mais lidas|últimas notícias|recomendad[ao]s para você|você também pode gostar",
  "(?:другие|ещё|еще) (?:новости|материалы|статьи|истории)|похожие (?:новости|статьи|материалы)|читайте также|материалы по теме|по теме|последние новости|самое читаемое|популярное|рекомендуем|главные новости|новости по теме|лента новостей|также по теме|вас может заинтересовать",
  "(?:інші|більше) (?:новини|новин|матеріали|статті|історії)|схожі (?:новини|статті|матеріали)|читайте також|останні новини|найпопулярніше|матеріали за темою|за темою|новини за темою|рекомендуємо|апошнія навіны|чытайце таксама|свежыя навіны",
  "(?:inne|więcej) (?:artykuły|artykułów|wiadomości|historie)|powiązane(?: artykuły)?|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|najczęściej czytane|najnowsze wiadomości|ostatnie wiadomości|polecamy|może cię zainteresować|najpopularniejsze",
  "(?:diğer|daha fazla) (?:haber\\p{L}*|yazı\\p{L}*|makale\\p{L}*|hikaye\\p{L}*)|ilgili (?:haberler|içerikler|yazılar|makaleler)|benzer haberler|son (?:haberler|dakika)|en çok okunan\\p{L}*|bunlar da ilginizi çekebilir|ayrıca okuyun|önerilen\\p{L}*",
  "(?:meer|andere) (?:nieuws|artikelen|verhalen)|lees ook|gerelateerde? (?:artikelen|nieuws)|meest gelezen|laatste nieuws|fler nyheter|läs (?:också|även|mer)|senaste nytt|mest läst\\p{L}*|relaterade artiklar",
  "(?:المزيد|مقالات|أخبار|قصص|مواضيع) (?:من|ذات صلة|أخرى|مشابهة|متعلقة)|اقرأ أيضا\\S*|اقرأ المزيد|الأكثر قراءة|آخر الأخبار|أخبار ذات صلة|قد يعجبك|موضوعات ذات صلة|أحدث الأخبار",
  "その他の(?:ストーリー|記事|ニュース)|関連(?:記事|ニュース|リンク|コンテンツ)|あわせて読みたい|おすすめ(?:記事|の記事)?|最新(?:ニュース|記事)|人気(?:記事|ランキング)|アクセスランキング|こちらもおすすめ|もっと読む|次の記事",
  "相关(?:文章|新闻|报道|阅读|推荐|内容)|相關(?:文章|新聞|報導|閱讀|推薦|內容)|(?:更多|其他)(?:的)?(?:文章|新闻|新聞|报道|報導|故事)|延伸(?:阅读|閱讀)|推荐(?:阅读|文章)|推薦(?:閱讀|文章)|最新(?:新闻|新聞|消息|文章)|热门(?:文章|新闻|推荐)|熱門(?:文章|新聞|推薦)|猜你喜欢|猜你喜歡|您可能(?:感兴趣|喜欢)|您可能(?:感興趣|喜歡)|你可能也喜(?:欢|歡)|点击排行",
  "관련 ?(?:기사|뉴스|글)|(?:다른|더 많은) (?:기사|뉴스|이야기|스토리)|추천 ?(?:기사|뉴스)|많이 본 (?:기사|뉴스)|최신 ?(?:기사|뉴스)|인기 ?(?:기사|뉴스)|함께 (?:읽|보)|이 시각 주요",
);

/** Buttons, links and labels: a short line that is nothing but this is no part of an article. */
export const buttons = phrases(
  "listen|translate|change font size|font size|share(?: this)?(?: (?:article|story|on .{2,20}))?|print|save|copy link|e-?mail|comments?(?: \\(\\d+\\))?|log ?in|sign (?:in|up)|register|subscribe(?: now)?|menu|search|home|skip to (?:main )?content|advertisement|sponsored|follow us(?: on .{2,20})?|newsletter|back to top|next|previous|read more|show more|load more|view all|try (?:it )?(?:for )?free|gold|premium|play|watch|photo|image|tweet|bookmark|contact us|about us|privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|tags?|topics?|leave a (?:comment|reply)|facebook|twitter|x|telegram|whatsapp|viber|linkedin|instagram|youtube|reddit|vkontakte|odnoklassniki|line|weibo|wechat|kakaotalk|pinterest|rss",
  "anhören|vorlesen|übersetzen|schriftgröße(?: ändern)?|teilen|drucken|merken|kommentare?|anmelden|einloggen|registrieren|abonnieren|jetzt abonnieren|menü|suche|startseite|anzeige|werbung|gratis testen|kostenlos testen|mehr (?:anzeigen|lesen)|impressum|datenschutz|nach oben|zurück|weiter",
  "écouter|traduire|(?:changer la )?taille (?:de la police|du texte)|partager|imprimer|enregistrer|commentaires?|se connecter|connexion|s['’](?:inscrire|abonner)|abonnez-vous|rechercher|accueil|publicité|essai gratuit|essayer gratuitement|lire la suite|voir plus|mentions légales|retour en haut|suivant|précédent",
  "escuchar|traducir|(?:cambiar )?(?:el )?tamaño de (?:la )?(?:fuente|letra)|compartir|imprimir|guardar|comentarios?|iniciar sesión|reg[íi]str(?:ate|ese|arse)|suscr[íi]b(?:ete|ase|irse)|menú|buscar|inicio|publicidad|probar gratis|prueba gratis|leer más|ver más|aviso legal|siguiente|anterior",
  "ascolta|traduci|(?:cambia )?dimension[ei] (?:del )?(?:carattere|testo)|condividi|stampa|salva|commenti|commenta|accedi|registrati|abbonati|cerca|pubblicità|prova gratis|leggi (?:di più|tutto)|mostra altro|successivo|precedente",
  "ouvir|traduzir|(?:alterar )?(?:o )?tamanho da (?:fonte|letra)|compartilhar|partilhar|imprimir|salvar|guardar|comentários?|entrar|iniciar sessão|cadastre-se|assine|inscreva-se|pesquisar|início|publicidade|teste grátis|experimente grátis|ler mais|ver mais|próximo",
  "слушать|прослушать|перевести|(?:изменить )?размер шрифта|поделиться|печать|распечатать|сохранить|комментари[ийев]+|войти|вход|регистрация|подписаться|подпис(?:ка|аться на .{2,20})|меню|поиск|главная|реклама|попробовать бесплатно|читать (?:далее|дальше|полностью)|показать (?:ещё|еще)|наверх|далее|назад|теги|скопировать ссылку|вконтакте|одноклассники",
  "слухати|прослухати|перекласти|(?:змінити )?розмір шрифту|поділитися|поширити|друк|зберегти|коментар[іиів]*|увійти|вхід|реєстрація|підписатися|пошук|головна|спробувати безкоштовно|читати далі|показати ще|теги|слухаць|падзяліцца|друкаваць|каментары|галоўная|пошук",
  "posłuchaj|przetłumacz|(?:zmień )?rozmiar (?:czcionki|tekstu)|udostępnij|drukuj|zapisz|komentarze|zaloguj(?: się)?|zarejestruj(?: się)?|subskrybuj|szukaj|strona główna|reklama|wypróbuj (?:za darmo|bezpłatnie)|czytaj więcej|pokaż więcej|następny|poprzedni|tagi",
  "dinle|çevir|(?:yazı tipi|font) boyutu(?:nu değiştir)?|yazı boyutu|paylaş|yazdır|kaydet|yorumlar?|yorum yap|giriş(?: yap)?|kay[ıi]t ol|üye ol|abone ol|menü|ara|ana ?sayfa|reklam|ücretsiz dene(?:yin)?|devamını oku|daha fazla(?: göster)?|sonraki|önceki|etiketler",
  "luister|vertaal|lettergrootte|delen|afdrukken|bewaren|reacties|inloggen|aanmelden|abonneren|zoeken|advertentie|gratis proberen|lees meer|lyssna|översätt|teckenstorlek|dela|skriv ut|spara|kommentarer|logga in|prenumerera|sök|annons|prova gratis|visa mer",
  "استمع|ترجم(?:ة)?|(?:تغيير )?حجم الخط|مشاركة|شارك|طباعة|حفظ|تعليقات|التعليقات|تسجيل الدخول|تسجيل|اشترك(?: الآن)?|القائمة|بحث|الرئيسية|إعلان|جرب مجانا\\S*|تجربة مجانية|اقرأ المزيد|عرض المزيد|التالي|السابق|فيسبوك|تويتر|واتساب|تيليجرام",
);
/** The same in scripts without spaces, where a whole line has to match. */
export const denseButtons =
  /^(?:聞く|聴く|再生|翻訳|(?:フォント|文字)(?:の)?サイズ(?:を?変更)?(?:する)?|共有|シェア|印刷|保存|コメント(?:する)?|ログイン|サインイン|会員登録|新規登録|登録|購読(?:する)?|メニュー|検索|ホーム|トップ|広告|試す|金|無料|ゴールド|続きを読む|もっと見る|次へ|前へ|ツイート|ブックマーク|タグ|收听|收聽|听|朗读|朗讀|播放|翻译|翻譯|(?:更改)?字(?:体|體|号|號)大小|分享(?:到.{1,8})?|打印|列印|收藏|保存|评论|評論|留言|登录|登錄|登入|注册|註冊|订阅|訂閱|菜单|選單|搜索|搜尋|首页|首頁|广告|廣告|免费试用|免費試用|试用|试试|免费|免費|黄金|阅读更多|閱讀更多|查看更多|更多|下一篇|上一篇|标签|標籤|微信|微博|듣기|번역|(?:글꼴|글자|폰트) ?크기(?: ?(?:변경|조절|조정))?|공유(?:하기)?|인쇄|저장|댓글(?: ?\d+개?)?|로그인|회원가입|구독(?:하기)?|메뉴|검색|홈|광고|무료(?: ?체험)?|더 ?보기|다음|이전|태그|골드|카카오톡|[\s\-–—|·•/,:+*]|\d+)+$/u;

/** Consent, newsletters, requests for money, rights: a short paragraph that holds one of these is the page's, not the article's. */
export const notices = phrases(
  "(?:subscribe|abonnieren|abonnez(?:-vous)?|abbonati|suscríb\\p{L}+|assine|подпишитесь|оформите подписку|підпишіться|оформіть|передплатіть|subskrybuj|wykup|abone ol\\p{L}*)(?: [^.!?]{0,80})? (?:premium|unlimited|access\\p{L}*|thousands|zugriff|zuzugreifen|zugang|accéder|illimité|acceder|ilimitado|accedere|accesso|acessar|acesso|ilimitad\\p{L}|доступ\\p{L}*|dostęp\\p{L}*|erişim|erişin|sınırsız|toegang|tillgång)",
  "^newsletter|(?:subscribe|sign up|abonnieren|anmelden|inscri\\p{L}+|iscriv\\p{L}+|suscr\\p{L}+|assin\\p{L}+|zapisz|подпи\\p{L}+|підпи\\p{L}+) [^.!?]{0,40}newsletter|(?:in|to) your (?:inbox|email)|in (?:ihr|dein) postfach|dans votre (?:boîte|messagerie)|en (?:tu|su) (?:correo|bandeja)|nella tua (?:casella|mail)|no seu (?:e-?mail|correio)|на (?:вашу |твою )?(?:электронную )?почту|на (?:вашу )?(?:електронну )?пошту|na (?:twoją|swoją) skrzynkę|e-posta(?:nıza| kutunuza)",
  "(?:may|might|can) contain (?:errors|mistakes|inaccuracies)|verify (?:with )?the original|(?:views|opinions) expressed (?:in this|here|are|by the author)|not necessarily (?:reflect|represent)|for informational purposes|not (?:constitute |intended as |be construed as )?(?:financial|investment|legal|medical) advice|^disclaimer|follow (?:him|her|them) on|(?:kann|können) fehler enthalten|haftungsausschluss|peut contenir des erreurs|ne (?:reflètent|représentent) pas nécessairement|puede contener errores|no (?:reflejan|representan) necesariamente|può contenere errori|non riflettono necessariamente|pode conter erros|não (?:refletem|representam) necessariamente|может содержать ошибки|могут содержаться ошибки|мнение (?:автора|редакции) может не совпадать|може містити помилки|думка (?:автора|редакції) може не|może zawierać błędy|hata içerebilir|kan fouten bevatten|قد يحتوي على أخطاء|لا تعبر بالضرورة",
  "可能存在错误|可能存在錯誤|仅供参考|僅供參考|不构成投资建议|不構成投資建議|不代表本(?:站|网|報|报)|誤りが含まれる|正確性を保証|오류가 있을 수|투자 (?:권유|조언)",
  "(?:this (?:web)?site|we) uses? cookies|accept (?:all )?cookies|manage (?:cookies|consent)|all rights reserved|copyright ©|©|sign up (?:for|to) (?:our|receive)|subscribe to our|(?:our|free|daily|weekly) newsletter|get the latest news|delivered to your inbox|support (?:our|independent) journalism|please (?:consider )?mak(?:e|ing) a donation|enable javascript|disable (?:your )?ad ?blocker|download (?:our|the) app|follow us on|join (?:our|us on) (?:telegram|whatsapp|discord|facebook|channel)|thousands of (?:curated )?premium|(?:select|highlight) (?:the |a )?(?:text|fragment|error|typo) and press|this content is (?:for|only)|reproduction (?:in whole|is prohibited|without)",
  "(?:diese (?:web)?seite|wir) verwende[nt]* cookies|alle rechte vorbehalten|(?:unseren|den) newsletter|melden sie sich (?:für|zu)|cookies akzeptieren|unterstützen sie (?:uns|unseren)|folgen sie uns",
  "(?:ce site|nous) utilis(?:e|ons) des cookies|tous droits réservés|(?:notre|à la) newsletter|inscrivez-vous|accepter (?:les|tous les) cookies|soutenez(?:-nous| notre)|suivez-nous|reproduction interdite",
  "(?:este sitio|utilizamos|usamos)[^.]{0,20} cookies|todos los derechos reservados|nuestro bolet[íi]n|suscr[íi]bete a nuestr[ao]|aceptar (?:todas las )?cookies|apoya (?:nuestro|el) periodismo|síguenos|síganos",
  "(?:questo sito|utilizziamo)[^.]{0,20} cookie|tutti i diritti riservati|riproduzione riservata|iscriviti alla (?:nostra )?newsletter|(?:nostra|alla) newsletter|accetta (?:tutti i )?cookie|sostieni il (?:giornale|nostro)|seguici su",
  "(?:este site|usamos|utilizamos)[^.]{0,20} cookies|todos os direitos reservados|nossa newsletter|receba (?:nossas|as (?:últimas|principais))|aceitar (?:todos os )?cookies|apoie o (?:jornalismo|nosso)|siga-nos|siga a gente|reprodução proibida",
  "использу(?:ет|ем)[^.]{0,20}(?:cookie|куки|файлы)|все права защищены|подпи(?:шитесь|сывайтесь) на|наш(?:у|ей)? рассылк\\p{L}*|присоединяйтесь к (?:нам|нашему|нашей|каналу)|поддержите нас|нашли (?:ошибку|опечатку)|выделите (?:её|ее|текст|ошибку)|ctrl ?\\+ ?enter|при перепечатке|перепечатка материалов",
  "використову(?:є|ємо)[^.]{0,20}(?:cookie|файли)|усі права захищ\\p{L}+|всі права захищ\\p{L}+|підпи(?:шіться|суйтесь|суйтеся) на|приєднуйтесь до (?:нас|нашого|каналу)|підтримайте (?:нас|наш|видання|редакцію)|знайшли (?:помилку|одрук)|виділіть (?:її|текст|помилку|фрагмент)|усе правы|падпі(?:шыцеся|свайцеся)",
  "(?:ta strona|używamy|korzystamy)[^.]{0,20} (?:z )?(?:plików )?cookies?|wszelkie prawa zastrzeżone|zapisz się (?:do|na)|nasz(?:ego|ym)? newsletter\\p{L}*|wesprzyj nas|obserwuj nas",
  "çerez\\S* (?:kullan\\S+|politika\\S*)|tüm hakları saklıdır|bülten\\S* (?:abone|kaydol)\\S*|bizi takip edin|bizi .{2,15}takip edin",
  "(?:deze site|wij) gebruik(?:t|en) cookies|alle rechten voorbehouden|onze nieuwsbrief|(?:vi|sidan) använder cookies|alla rättigheter|vårt nyhetsbrev",
  "ملفات تعريف الارتباط|جميع الحقوق محفوظة|نشرتنا|النشرة (?:البريدية|الإخبارية)|تابعنا|تابعونا|انضم(?:وا)? إلى (?:قناتنا|مجموعتنا|نشرتنا)",
  "クッキーを使用|cookieを使用|無断(?:転載|複製)|全著作権所有|(?:メールマガジン|ニュースレター)(?:に?登録|の登録|を購読)|公式[^。]{0,10}フォロー|プレミアム記事|アプリを(?:ダウンロード|入手)",
  "使用(?:了)?\\s?cookies?|版权所有|版權所有|未经(?:授权|许可)|未經(?:授權|許可)|订阅我们|訂閱我們|关注我们|關注我們|扫码(?:关注|下载|阅读)|掃碼(?:關注|下載|閱讀)|下载(?:我们的)?\\s?app|下載(?:我們的)?\\s?app|责任编辑|責任編輯|免责声明|免責聲明|邮件订阅|電子報",
  "쿠키를 사용|무단 ?(?:전재|배포|복제)|저작권자 ?[©ⓒ(]|뉴스레터 ?(?:구독|신청)|팔로우하세요|앱을 다운로드|재배포 금지",
);

/** How long it takes to read: the mark of a list of stories. */
export const readingTime =
  /^(?:\d{1,3}\s?(?:mins?|minutes?|min\.?(?:\s?read)?|minute[ns]?|minuti|minutos?|minut[ayę]?|мин(?:ут[аы]?|\.)?|хв(?:илин[аи]?|\.)?|dk\.?|dakika|dakikalık|minuten|minuter|دقيقة|دقائق|分(?:钟|鐘|間|で読める)?|분)(?:\s?(?:read|lesezeit|lesen|de lecture|de lectura|di lettura|de leitura|чтения|читання|czytania|okuma(?: süresi)?|leestijd|قراءة|读|閱讀|阅读|읽기|で読めます)?)|(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|время чтения|час читання|czas czytania|okuma süresi|阅读时间|閱讀時間|読了時間|읽는 시간)[\s:：]*\d{1,3}.{0,12})$/iu;

/** How long ago, or a clock time alone: beside a headline in a list of them. */
export const timeAgo =
  /^(?:(?:vor|il y a|hace|há|قبل|منذ)\s.{1,20}|.{1,16}\s?(?:ago|fa|назад|тому|temu|önce|siden|sedan|geleden|前|전)|\d{1,2}:\d{2}(?:\s?[ap]m)?)$/iu;
/** A headline behind or before its clock time: an item of a ticker. */
export const ticker = /^(?:[•*-]\s*)?(?:\d{1,2}:\d{2}\s+\S.*|\S.*\s\d{1,2}:\d{2})$/u;
/** Who took a picture, or what it shows. */
export const caption =
  /^(?:(?:illustrative |file )?photo(?:graph)?s?|images?|picture|credit|fotos?|bild(?:quelle)?|crédit(?:s)?(?: photo)?|imagen|imagem|immagine|фото|зображення|ілюстрація|иллюстрация|zdjęcie|fot\.|fotoğraf|صورة|图片来源|图片|圖片|圖|写真|画像|사진)\s?(?:by|von|par|de|di|credit|courtesy)?\s?[:：©/|]/iu;
/** From here on readers speak. */
export const comments = phrases(
  "(?:\\d+ )?comments?(?: \\(?\\d+\\)?)?|leave a (?:comment|reply)|join the (?:conversation|discussion)|kommentare?(?: \\(?\\d+\\)?)?|commentaires?|réagir|comentarios?|commenti|comentários?|комментари\\p{L}+|коментар\\p{L}*|обсуждение|komentarze|yorumlar?|التعليقات|تعليقات",
  "コメント|评论|評論|댓글",
);
/** What a person's paragraph under an article says: who the writer is. */
export const biography = phrases(
  "is (?:an? |the |our )?(?:\\p{L}+ ){0,5}(?:reporter|journalist|correspondent|editor|columnist|writer|contributor|author)|ist (?:\\p{L}+ ){0,4}(?:redakteur\\p{L}*|journalist\\p{L}*|korrespondent\\p{L}*|autor\\p{L}*)|est (?:\\p{L}+ ){0,3}(?:journaliste|correspondant\\p{L}*|rédact\\p{L}+)|es (?:\\p{L}+ ){0,3}(?:periodista|redactor\\p{L}*|corresponsal)|è (?:\\p{L}+ ){0,3}(?:giornalista|redattor\\p{L}*|corrispondente)|é (?:\\p{L}+ ){0,3}(?:jornalista|repórter|correspondente)|(?:[—–-] )?(?:журналист\\p{L}*|корреспондент\\p{L}*|обозреватель|кореспондент\\p{L}*|журналіст\\p{L}*)|jest (?:\\p{L}+ ){0,3}(?:dziennikar\\p{L}+|redaktor\\p{L}*|korespondent\\p{L}*)",
);
