"""Words that tell events: who acts by their role, nouns that carry an action, verbs that plan, fail, say."""

from __future__ import annotations

import re
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES = _words(
    "accomplice activist actor actress administration adviser advisor agency airline airport-authority ally alliance"
    " ambassador analyst anchor applicant archbishop archer army arsonist artist assailant assembly assistant association"
    " astronaut athlete attacker attorney aunt author authority baby baker bandit bank banker baron battalion bishop"
    " bloc board bomber boss boxer boy boyfriend brigade broadcaster brother brigadier builder bureau burglar"
    " business businessman businesswoman buyer cabinet cadet campaigner candidate captain carer cardinal carmaker cartel"
    " caretaker casualty caucus celebrity cell chair chairman chairperson chairwoman chamber champion chancellor"
    " charity chemist chief child church citizen civilian clan clergy cleric clerk client club co-founder coach coalition"
    " coastguard colleague collector college colonel columnist comedian commander commando commission"
    " commissioner committee community company competitor complainant composer conductor confederation"
    " conglomerate congress congressman congresswoman conservative consortium constable consultant consulate"
    " contractor convict convoy cop coroner corporation corps council councillor councilor counsel counterpart"
    " country couple court cousin creditor crew criminal critic crowd curator customer cyclist dad dancer"
    " daughter dealer defendant defender delegate delegation democrat demonstrator department deputy designer"
    " detainee detective developer dictator diplomat director dissident doctor doctors-union donor driver duke economist"
    " editor embassy emperor employee employer engineer entrepreneur envoy escort evacuee ex-husband ex-wife executive exile"
    " expert extremist faction family fan farmer father federation fiancee fighter filmmaker financier firefighter"
    " fireman firm fisherman fleet force foreigner founder friend fugitive gang gangster garrison general girl"
    " girlfriend goalkeeper government governor graduate grandfather grandmother grandson granddaughter group guard"
    " guerrilla guest gunman hacker headteacher heir historian homeowner hospital hostage household hunter husband"
    " immigrant imam immigration-authority industrialist inmate inspector inspectorate institute institution"
    " insurer insurgent insurgency investigator investor islamist jihadist journalist judge judiciary junta"
    " junta-chief jury juror justice keeper kid kidnapper king kingdom knight labourer laborer landlord lawmaker"
    " lawyer leader league legislator legislature legion lender liberal lieutenant lobby lobbyist looter lord"
    " magistrate magnate maid major majority maker man manager manufacturer marine marines marshal mayor mediator medic"
    " member men mercenary merchant midfielder migrant militant militia militiaman miner minister ministry"
    " minority missionary mob mom monarch monk mother motorist mourner mp mum murderer musician nation navy"
    " negotiator neighbor neighbour nephew newspaper newcomer niece nominee novelist nun nurse officer official"
    " officials operator opponent opposition organisation organization organiser organizer outlet owner pacifist painter"
    " panel parent parents parish parliament parliamentarian participant partner party passenger passerby pastor"
    " patient patrol patriarch peacekeeper pedestrian pensioner people perpetrator person personnel philanthropist photographer"
    " physician picket pilot pirate plaintiff planner player playwright poet police policeman policewoman"
    " policymaker politician pollster pope populace population preacher premier president presidency priest"
    " prime-minister prince princess principal prisoner producer professor prosecution prosecutor protester"
    " protestor provider province psychologist publisher pupil queen rabbi racer raider ranger rapist rebel"
    " recipient recruit referee refugee regime regiment regulator relative reporter republic republican rescuer"
    " researcher resident residents responder retailer retiree rider rival robber ruler runner sailor salesman"
    " scholar school scientist secretary security-force senate senator separatist sergeant servant shareholder sheikh"
    " sheriff shooter shopkeeper shopper side singer sister smuggler sniper society soldier son spokesman"
    " spokesperson spokeswoman sponsor spy squad squadron staff staffer star startup state statesman strategist striker"
    " student sultan superintendent superstar supplier supporter surgeon survivor suspect swimmer syndicate"
    " taliban task-force taxpayer teacher team technician teen teenager tenant terrorist thief tourist tradesman"
    " trader trafficker trainee trainer traitor traveler traveller treasurer treasury tribe tribunal troop trooper"
    " troops trust trustee tutor twin tycoon uncle underdog union unit university veteran"
    " vice-president vice-chancellor victim victor viewer villager visitor volunteer voter walker warden"
    " warlord watchdog wife winner witness woman women worker workforce writer youngster youth"
    " automaker drugmaker chipmaker refiner brewery broker brokerage bookmaker winger quarterback pitcher batsman bowler"
    " goalscorer umpire skipper spinner wicketkeeper contestant rower sprinter lineup squad-mate teammate"
    " whistleblower bystander attendee assassin culprit detractor loyalist hardliner moderate nationalist"
    " reformist royalist populist socialist communist capitalist marxist feminist environmentalist unionist"
    " paramedic ambulance ambulanceman lifeguard coastguards aid-worker humanitarian ngo nonprofit foundation"
    " subsidiary start-up giant conglomerates utility railway carrier shipper courier grocer supermarket chain"
    " vendor hawker seller bidder lawmakers mp's councilwoman alderman premier-designate incumbent challenger"
    " frontrunner running-mate backer organisers commuter homeless hiker climber skier surfer diver captive"
    " toddler infant schoolgirl schoolboy schoolchild daughter-in-law son-in-law stepfather stepson widow widower"
    " survivor bride groom infantry cavalry artillery paratrooper airman reservist conscript deserter defector informant"
)
"""Nouns for people and bodies that act, singular."""
_IRREGULAR_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "police": "police",
    "wives": "wife",
    "thieves": "thief",
    "schoolchildren": "schoolchild",
    "passersby": "passerby",
    "taliban": "taliban",
}
_ROLE_ENDING = re.compile(r"(?:\w{3}(?:ists?|m[ae]n|wom[ae]n|eers?)|\w{2}makers?|people)$")
_NO_ROLES = _words(
    "human specimen omen regimen abdomen ramen careers career assist list lists persist resist"
)

MASSES = _words(
    "hundred thousand million billion dozen score number group handful pair couple crowd scores tens majority"
    " one two three four five six seven eight nine ten some many several most lot lots all none member"
    " team series wave part half third quarter rest family"
)
"""Words whose `of` names who or what they count: `thousands of protesters`."""

TIMES = _words(
    "second minute hour day week weekend month year decade century night morning afternoon evening today"
    " tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday time moment period"
    " season spring summer autumn winter january february march april may june july august september october"
    " november december while midnight noon dawn dusk"
)
EMPTY = _words(
    "it this that what something anything nothing everything thing way lot bit kind sort fact one issue point reason"
    " sense need chance idea impression difference role part place place's look step same total case"
    " attention care advantage effect shape form cue which who whom itself themselves himself herself"
    " eye breath heart mind example concern question problem interest view feeling opinion hope doubt"
)
"""Nouns and pronouns that tell nothing as what something is done to."""

ACTION_NOUNS = _words(
    "attack attacks assault raid raids strike strikes airstrike airstrikes bombing offensive operation operations"
    " campaign war blockade siege invasion crackdown ambush shelling fire"
    " talks negotiations meeting summit dialogue contact discussions conversation ties relations"
    " agreement deal pact treaty accord ceasefire truce contract partnership alliance settlement memorandum understanding"
    " sanctions sanction ban embargo tariffs tariff restrictions penalty penalties fine fines curfew duties"
    " investigation inquiry probe proceedings lawsuit suit complaint charges charge case appeal claim"
    " warrant indictment verdict search manhunt boycott protest protests strike hearing"
    " support backing confidence pressure praise condolences thanks apology apologies"
    " victory win defeat bid offer visit trip aid assistance help concessions funding loan loans"
    " vote veto motion threat threats demand demands call appeal warning coup revolt rebellion mutiny uprising"
)
"""Nouns that carry the action where whom it is done to hangs on them: `impose sanctions on`."""
TOWARDS = _words("on upon against with to at for into over from between toward towards")
"""Prepositions that lead from an action's noun, or its verb, to whom it is done to."""
LIGHT = _words(
    "make take give get put set hold keep bring use run turn draw play lead lay pay"
)
"""Verbs that say little of their own: both parties must be known for an event."""

DROPPED = _words(
    "be have do seem appear become remain stay look feel sound mean include contain involve consist comprise"
    " represent belong need want like love hate prefer know think believe understand remember forget realise"
    " realize hope wish expect hear watch notice live lie stand sit exist depend deserve matter cost weigh"
    " concern resemble equal lack suit fit let go come try begin start continue follow feature star wear face"
    " enjoy seek plan intend happen occur base situate bear locate account date range tend own"
    " dream imagine wonder doubt suppose assume fear worry regret appreciate value mind care trust"
    " can could will would shall should may might must ought"
    " reflect mark constitute entail underscore highlight illustrate suggest indicate imply prove"
    " surround border overlook near await total average span top exceed rise fall increase decrease grow"
    " relate pertain associate link tie refer regard consider view deem rate rank list"
    " see show keep stop finish end last age experience suffer learn read title entitle dub call know"
    " flank dominate dot line litter fill cover help manage fail refuse decline agree decide"
)
"""Verbs of state, thought and aspect that are no events by themselves."""

SAYING = _words(
    "say tell add note state announce declare claim assert argue insist explain report write comment remark"
    " reply respond respond answer acknowledge admit concede confirm deny reveal disclose describe observe point mention"
    " stress emphasise emphasize reiterate repeat maintain contend allege suggest predict estimate warn believe think"
    " tweet post quote caution conclude testify complain joke ask talk speak discuss read hint signal boast"
    " vow pledge promise understand suspect rumour rumor hear fear feel know learn imply show indicate presume"
    " consider acknowledge posit speculate opine declare quip cite express voice present outline detail"
)
"""Verbs of saying and thinking: no events unless someone is told to act; their clause is reported."""
HEARERS = _words("reporter journalist medium media press outlet newspaper agency broadcaster correspondent")
"""Whom nothing is done to by speaking to them."""
SPEECH_ACTS = _words("warn announce declare speak talk")
"""Verbs of saying that are events when they reach someone."""

PLANNING = _words(
    "agree plan want hope intend promise threaten vow pledge offer expect prepare decide try attempt seek aim"
    " wish propose consider need choose mean look move like love hesitate demand request ask apply bid fight"
    " struggle opt commit go schedule set poise due likely ready willing eager unlikely determine determined poised"
    " prepared slate tip design project urge order tell invite call allow require instruct press push authorise"
    " authorize permit enable direct advise warn pressure beg command oblige encourage expected recommend suggest"
    " insist swear wait contract elect hire appoint send deploy call tempt ban bar forbid prohibit discourage"
    " motivate summon able keen set bound likely free able reluctant hesitant vie rush work campaign lobby"
)
"""Verbs and adjectives whose infinitive is to come, wished or only possible."""
FAILING = _words(
    "refuse fail decline neglect cease stop avoid refrain unable unwilling unlikely forget ban bar forbid"
    " prohibit prevent block deny reluctant reject rule"
)
"""Verbs and adjectives whose infinitive or gerund was not done."""
DOING = _words(
    "manage begin start continue help come get keep proceed use finish succeed dare force compel persuade"
    " convince cause lead make see watch hear go let catch resume stop rush return happen"
)
"""Verbs whose infinitive or gerund was done."""
APPEARING = _words(
    "seem appear claim say believe think report allege understand know rumour suspect consider presume profess purport"
)
"""Verbs whose infinitive someone says or thinks: `is alleged to have`."""
DIRECTING = _words(
    "order ask tell urge allow invite force compel persuade convince encourage require instruct press push"
    " authorise authorize permit enable direct advise warn pressure beg command oblige summon forbid ban bar"
    " prohibit call help implore coax lobby prompt send hire appoint elect train pay lead"
)
"""Verbs that make their object act, or ask it to: events of their own beside what it is to do."""
PLANS = _words(
    "plan decision intention bid effort attempt deal agreement proposal offer threat promise vow pledge move"
    " campaign ambition desire refusal failure bill order request call vote pact drive mission"
)
"""Nouns whose infinitive is to come, by whom the clause around them names."""

ALONE = _words(
    "resign die arrive flee escape surrender testify retire crash collapse explode land march demonstrate strike"
    " protest win lose vote withdraw rally riot defect emigrate abdicate abstain capitulate convene"
    " disappear drown erupt perish mobilise mobilize retreat quit depart capsize sink derail burn clash"
    " intervene invade step-down step down stand down pull out break out walk out call off back down give in take off"
    " take office plead confess apologise apologize mutiny rebel"
)
"""Verbs that are an event without a target."""
_ALONE_PHRASES = frozenset(
    "step down|stand down|pull out|walk out|back down|give in|take off|drop out|break out|blow up|break down|open fire".split(
        "|"
    )
)

OWN_PREPOSITION = frozenset(
    "call on|call for|vote for|vote against|look for|search for|side with|deal with|rule against|press for"
    "|plead for|agree on|push for|opt for|object to|stand by".split("|")
)
"""Verbs that mean something else without their preposition."""
REACHING = {
    (verb, preposition)
    for preposition, verbs in {
        "with": "meet negotiate clash collide merge speak talk side deal agree compete reconcile cooperate collaborate"
        " confer part split consult engage ally trade partner sign",
        "against": "fight vote win rule protest testify appeal campaign strike rally demonstrate retaliate march act"
        " play warn draw compete turn conspire plot rebel score riot advise side",
        "for": "call vote search look campaign apply play sign pray press push opt vouch plead",
        "on": "fire call agree vote rule spy impose focus",
        "upon": "call",
        "to": "lose surrender apologise apologize respond appeal concede defect object submit speak talk yield bow"
        " pledge react relent plead complain",
        "at": "fire shoot lash strike hit throw laugh shout aim",
        "from": "withdraw flee escape resign retire defect secede break emerge pull split retreat depart recover quit",
        "into": "crash break storm plough plow slam",
        "over": "win triumph prevail preside",
        "of": "dispose approve",
        "by": "stand",
    }.items()
    for verb in verbs.split()
}
"""Verbs with the prepositions that lead from them to their target."""
TRAVEL = _words("go come travel fly arrive return move drive walk head sail land drift march flock pour")
"""Verbs whose way leads to a place, not a target."""
WHERE = _words(
    "in at near outside inside across around throughout off along within between above beside beyond on"
)
"""Prepositions of place."""
WHERE_TO = _words("to into from through towards toward via over")
"""Prepositions of place after a verb of travel."""
NEGATIONS = _words("not n't n’t never neither nor no-longer hardly barely scarcely")
NO_ONE = _words("no none nobody neither nothing no-one")
HEARSAY = _words("reportedly allegedly purportedly supposedly apparently")
CONDITIONS = _words("if unless whether lest provided")


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """Return a noun's singular, lower case, good enough to look up."""
    word = noun.lower()
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    for plural, single in (("men", "man"), ("women", "woman")):
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word[: -len(plural)] + single
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|ch|sh|x)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def is_role(noun: str) -> bool:
    """Whether a noun, in the singular or plural, is one for people or a body that acts."""
    word = noun.lower()
    return (
        word in ROLES
        or singular(word) in ROLES
        or word.rpartition("-")[2] in ROLES
        or (bool(_ROLE_ENDING.search(word)) and word not in _NO_ROLES)
    )


def is_alone(action: str) -> bool:
    """Whether an action is an event though nobody is its target."""
    return action in ALONE or action in _ALONE_PHRASES
