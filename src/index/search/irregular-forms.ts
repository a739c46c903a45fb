/** Inflected forms of English that no stemmer leads back to their word: for each word, its irregular forms. */
export const irregularForms: ReadonlyMap<string, readonly string[]> = new Map(
  `arise arose arisen/awake awoke awoken/bear bore borne born/beat beaten/become became/begin began begun/bend bent/
  bind bound/bite bit bitten/bleed bled/blow blew blown/break broke broken/breed bred/bring brought/build built/
  buy bought/catch caught/choose chose chosen/cling clung/come came/creep crept/deal dealt/dig dug/draw drew drawn/
  dream dreamt/drink drank drunk/drive drove driven/eat ate eaten/fall fell fallen/feed fed/feel felt/fight fought/
  find found/flee fled/fly flew flown/forbid forbade forbidden/forget forgot forgotten/forgive forgave forgiven/
  freeze froze frozen/get got gotten/give gave given/go went gone/grind ground/grow grew grown/hang hung/hear heard/
  hide hid hidden/hold held/keep kept/kneel knelt/know knew known/lay laid/lead led/lean leant/leap leapt/learn learnt/
  leave left/lend lent/lie lay lain/light lit/lose lost/make made/mean meant/meet met/mistake mistook mistaken/
  overcome overcame/overthrow overthrew overthrown/pay paid/prove proven/ride rode ridden/ring rang rung/rise rose risen/
  run ran/say said/see saw seen/seek sought/sell sold/send sent/shake shook shaken/shine shone/shoot shot/show shown/
  shrink shrank shrunk/sing sang sung/sink sank sunk/sit sat/sleep slept/slide slid/speak spoke spoken/spend spent/
  spin spun/spring sprang sprung/stand stood/steal stole stolen/stick stuck/strike struck stricken/strive strove striven/
  swear swore sworn/sweep swept/swim swam swum/swing swung/take took taken/teach taught/tear tore torn/tell told/
  think thought/throw threw thrown/undergo underwent undergone/understand understood/undertake undertook undertaken/
  uphold upheld/wake woke woken/wear wore worn/weave wove woven/weep wept/win won/wind wound/withdraw withdrew withdrawn/
  withstand withstood/write wrote written/man men/woman women/child children/foot feet/tooth teeth/mouse mice/goose geese/
  person people/life lives/wife wives/knife knives/half halves/leaf leaves/thief thieves/wolf wolves/shelf shelves/
  crisis crises/analysis analyses/basis bases/thesis theses/hypothesis hypotheses/criterion criteria/
  phenomenon phenomena/bacterium bacteria/medium media/datum data/nucleus nuclei/stimulus stimuli/index indices/
  good better best/bad worse worst/far farther farthest further furthest`
    .split("/")
    .map((line) => line.trim().split(/\s+/))
    .map(([word, ...forms]) => [word!, forms]),
);
