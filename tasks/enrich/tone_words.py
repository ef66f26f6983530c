"""The words of praise and blame that `tone` counts: our own list, made for news. The strong count twice."""

from __future__ import annotations

GOOD = """
able abundant acclaim accomplish achieve admire adorable advance advantage affordable agree agreement aid
ambitious appealing applaud appreciate approve assist astonishing attractive beat beautiful beauty benefit
best better blessing bold boom boost brave breakthrough bright calm capable care celebrate champion charming
cheap cheer cheerful clean clever comfort comfortable compassion competent compliment confidence confident
congratulate consensus constructive convenient cooperate cooperation courage courageous cozy creative cure
dazzle decent dedicate delicious deserve dignity diligent donate eager ease easy effective efficient elegant
embrace encourage endorse energetic enhance enjoy enjoyable enrich enthusiasm enthusiastic ethical excel
excite exciting fabulous fair faithful fame fascinate favor favorable favorite favour favourable favourite
festive flourish fond fortunate freedom friend friendly fruitful fun gain generosity generous genius gentle
gift glad glory good grace graceful grateful great greet grow growth guarantee hail handsome happy harmony
heal healthy help helpful hero heroic hit honest honor honour hope hopeful hospitable hug humane humor
humour impress impressive improve improvement ingenious innocent innovative inspiration inspire integrity
intelligent invaluable invite jewel justice keen kind kindness laugh legendary liberate lively love lovely
loyal lucky luxury majestic master meaningful memorable mercy merit miracle motivate neat nice noble nourish
nutritious opportunity optimism optimistic outperform overcome passion passionate patience peace peaceful
perfect playful pleasant please pleasure popular positive powerful praise precious prestigious pride prize
productive profit profitable progress prominent promise promising prosper prosperity prosperous protect
proud quality rebound recommend reconcile recover recovery refresh rejoice relax reliable relief relieve
remarkable renew renowned rescue resilient resolve respect respectful restore reward rich robust romantic
safe safeguard safely safety satisfy save secure sincere skilful skill skillful smart smile smooth solid
solution solve sparkle stability stable star steady strength strengthen strong strongly stylish succeed
success successful sunshine superior support surge sustainable sweet talent talented terrific thank thankful
thrive tolerance triumph trust truth unanimous unite unity useful valuable vibrant victory vigorous virtue
warm warmth wealth welcome willing win winner wisdom wise witty wonder worth worthy
"""

VERY_GOOD = """
adore amazing awesome blissful brilliant delight delighted delightful ecstatic elated excellence excellent
exceptional exquisite extraordinary fantastic flawless glorious gorgeous incredible joy joyful joyous
jubilant magnificent marvellous marvelous masterpiece outstanding overjoyed phenomenal record-breaking
sensational soar spectacular splendid stellar stunning sublime superb thrill thrilled triumphant wonderful
"""

BAD = """
abandon absence absurd accident accusation accuse ache adverse afraid aggravate aggressive ail alarm alien
alienate allegation allege anger angry anguish annoy anxiety anxious apathy arrest arrogant ashamed assault
attack austerity awkward backlash ban bankrupt bankruptcy beg betray betrayal bias bitter bizarre blame
bleak block blow blunder bomb bombing boycott breach break bribe broke brutalise bully burden burglar
burglary burn bust cancel cancer careless casualty catastrophe caution cautious chaos chaotic cheat clash
clumsy coerce coercion collapse collide collision combat complain complaint condemn conflict confuse
confusion conspiracy contaminate controversial controversy convict corrupt corruption costly coup coward
crash crime criminal cripple crisis critic critical criticise criticism criticize crude cry culprit curse
damage danger dangerous dead deadlock deadly death debt deceive deception decline defeat defect deficit
defraud degrade delay demise denounce deny deplore deport depress depression deprive despair desperate
despise destabilise destroy destruction detain detention deteriorate die died difficult difficulty dilemma
dirty disagree disappoint disappointment disapprove disarray discredit discriminate discrimination disease
disgrace dislike dismal dismiss disorder displace dispute disqualify disrupt disruption dissatisfy distort
distress distrust disturb divide division divorce doom doubt downturn drag drought drown drug drunk dull
dying embarrass embezzle emergency enemy epidemic erode error escalate evade evict exclude exile expel
expensive explode exploit explosion expose extort extreme extremist fail failure fake fall false falter
famine fatigue fault faulty fear fearful feud fierce fight fighting flaw fled flee flood foe force foul
fraud frighten frustrate frustration fumble furious fury gang garbage ghost gloom gloomy graft grave greed
greedy grief grievance grim guilt guilty gun gunman halt harass harassment hardship harm harmful harsh hate
hatred hazard hazardous headache hinder hostage hostile hostility humiliate hunger hungry hurt hypocrisy
ignorant ignore ill illegal illness imprison inadequate incompetent inefficient inequality infect infection
inferior inflation inflict injure injury injustice insecure insult insurgent interfere intimidate
intolerable invade invasion irate irritate isolate jail jealous jeopardise jeopardize kidnap kill killer
killing lack lag lament lawsuit layoff leak liar lie limbo lonely loom lose loser loss lost lousy malicious
manipulate mar menace mess militant misery mislead misleading miss mistake mistreat mistrust mob mock mourn
murky naughty negative neglect nervous notorious nuisance obscene obstacle obstruct offence offend offensive
ominous oppose opposition oppress outbreak outrage overcrowd overdose overwhelm pain painful panic penalty
peril perish perpetrator pessimistic plague plight plot plummet plunge poison poisonous pollute pollution
poor poverty predator prejudice pressure prison prisoner problem prosecute protest punish punishment quarrel
racism racist rage raid ransom rebel rebellion recession reckless refugee refuse regret reject rejection
reluctant resent resentment resign restrict retaliate revenge revolt ridicule riot rip risk risky rob robber
robbery rot rough rude ruin rumor rumour sabotage sack sad sadness sanction sarcastic scam scandal scarce
scare scary sceptical scold scrap scream scrutiny segregation serious setback severe shabby shadow shame
shelling shock shoot shooter shooting shortage shortfall shot sick sin sinister skeptical slack slam slash
slaughter slave slavery slay slow sluggish slump smear smuggle sob sore sorrow spill squander stab stagnant
stain stall starve steal stink stole stolen storm stress strike struggle stubborn stuck stupid sue suffer
suicide suspect suspend suspicion suspicious swindle tarnish tear tedious tense tension theft thief thieves
thorn threat threaten tired toll torment torn tough toxic trafficking trauma trick trouble turmoil ugly
unable unacceptable uncertain uncertainty unclear underestimate undermine unemployed unemployment unfair
unfortunate unhappy unhealthy unlawful unpopular unrest unsafe unstable unsuccessful unwanted uproar upset
urgent useless vain vandal vandalism victim vile violate violation violence violent virus volatile
vulnerable wane war warn warning waste weak weaken weakness weapon weary weep weird withdraw woe wolf worry
worse worsen worst worthless wound wreck wrong
"""

VERY_BAD = """
abhorrent abuse abusive abysmal agony appal appall appalling atrocious atrocity awful barbaric bloodbath
bloodletting bloodshed brutal brutality calamity carnage catastrophic cruel cruelty despicable devastate
devastation dire disaster disastrous disgust disgusting dread dreadful evil excruciating genocide gruesome
hell hideous hopeless horrendous horrible horrific horrify horror massacre monstrous murder murderer
nightmare rape rapist ruthless savage shameful shocking terrible terrify terror terrorism terrorist torture
tragedy tragic traumatic vicious wicked
"""

NEGATIONS = """
not no never nor neither without cannot hardly barely scarcely nobody none nothing rarely seldom isn't
aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't
ain't fail failed fails lack lacks lacked lacking refuse refused refuses deny denied denies end ended ending
ends avoid avoided prevent prevented prevents averted stop stopped stops free
"""
"""What turns the words that follow it: `ended a dispute` as well as `no dispute`."""
