/** Whether a folded form only holds sentences together or asks a question: it says nothing of what is asked about. */
export function isFunctionWord(form: string): boolean {
  return closed.has(form);
}

/** Without “us”: in news it is a country. */
const closed = new Set(
  `
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
  please tell say says said according mention mentioned mentions
  и а но или да ли же бы б не ни то это этот эта эти этого этой этому этим этих того тому тем та те тот та
  в во на с со к ко о об обо от до из изо у за под подо над по при про через без для между перед около после среди
  я меня мне мной ты тебя тебе он его ему им нем она ее ей ею нее ней оно мы нас нам нами вы вас вам вами они их ими
  них себя себе собой свой своя свое свои своего своей своих своим мой моя мое мои твой наш наша наше наши ваш
  кто кого кому кем ком что чего чему чем чём какой какая какое какие какого какой каком какую каких каким какими
  который которая которое которые которого которой которых котором которую где куда откуда когда почему зачем как
  сколько чей чья чье чьи каков какова
  был была было были быть есть является являлся являлась являются будет будут может могут мог могла могли
  если чтобы потому поэтому также тоже еще уже только лишь даже вот так там тут здесь все всё всех всем весь вся
  `
    .trim()
    .split(/\s+/),
);
