"""Verbs that tell events, that plan, fail, say or mean no doing, and the nouns that carry an action."""

from __future__ import annotations

from copydesk.tasks.word_set import word_set

ACTION_NOUNS = word_set(
    "attack attacks assault raid raids strike strikes airstrike airstrikes bombing offensive operation"
    " operations campaign war blockade siege invasion crackdown ambush shelling fire talks negotiations"
    " meeting summit dialogue contact discussions conversation ties relations agreement deal pact treaty"
    " accord ceasefire truce contract partnership alliance settlement memorandum understanding sanctions"
    " sanction ban embargo tariffs tariff restrictions penalty penalties fine fines curfew duties"
    " investigation inquiry probe proceedings lawsuit suit complaint charges charge case appeal claim"
    " warrant indictment verdict search manhunt boycott protest protests hearing support backing"
    " confidence pressure praise condolences thanks apology apologies victory win defeat bid offer visit"
    " trip aid assistance help concessions funding loan loans vote veto motion threat threats demand"
    " demands call warning coup revolt rebellion mutiny uprising"
)
"""Nouns that carry the action where whom it is done to hangs on them: `impose sanctions on`."""
TOWARDS = word_set("on upon against with to at for into over from between toward towards")
"""Prepositions that lead from an action's noun, or its verb, to whom it is done to."""
LIGHT = word_set("make take give get put set hold keep bring use run turn draw play lead lay")
"""Verbs that say little of their own: both parties must be known for an event."""

DROPPED = word_set(
    "be have do seem appear become remain stay look feel sound mean include contain involve consist"
    " comprise represent belong need want like love hate prefer know think believe understand remember"
    " forget realise realize hope wish expect hear watch notice live lie stand sit exist depend deserve"
    " matter cost weigh concern resemble equal lack suit fit let go come try begin start continue follow"
    " feature star wear face enjoy seek plan intend happen occur base situate bear locate account date"
    " range tend own dream imagine wonder doubt suppose assume fear worry regret appreciate value mind"
    " care trust can could will would shall should may might must ought reflect mark constitute entail"
    " underscore highlight illustrate suggest indicate imply prove surround border overlook near await"
    " total average span top exceed rise fall increase decrease grow relate pertain associate link tie"
    " refer regard consider view deem rate rank list see show keep stop finish end last age experience"
    " suffer learn read title entitle dub call flank dominate dot line litter fill cover help manage fail"
    " refuse decline agree decide"
)
"""Verbs of state, thought and aspect that are no events by themselves."""

SAYING = word_set(
    "say tell add note state announce declare claim assert argue insist explain report write comment"
    " remark reply respond answer acknowledge admit concede confirm deny reveal disclose describe observe"
    " point mention stress emphasise emphasize reiterate repeat maintain contend allege suggest predict"
    " estimate warn believe think tweet post quote caution conclude testify complain joke ask talk speak"
    " discuss read hint signal boast vow pledge promise understand suspect rumour rumor hear fear feel"
    " know learn imply show indicate presume consider posit speculate opine quip cite express voice"
    " present outline detail"
)
"""Verbs of saying and thinking: no events unless someone is told to act; their clause is reported."""
HEARERS = word_set("reporter journalist medium media press outlet newspaper agency broadcaster correspondent")
"""Whom nothing is done to by speaking to them."""
STANDING = word_set(
    "accuse charge suspect detain hold ban sue wound injure hospitalise hospitalize trap jail imprison"
)
"""Verbs whose passive in the present tells of an event all the same: `is accused of`."""
SPEECH_ACTS = word_set("warn announce declare speak talk")
"""Verbs of saying that are events when they reach someone."""

PLANNING = word_set(
    "agree plan want hope intend promise threaten vow pledge offer expect prepare decide try attempt seek"
    " aim wish propose consider need choose mean look move like love hesitate demand request ask apply bid"
    " fight struggle opt commit go schedule set poise due likely ready willing eager unlikely determine"
    " determined poised prepared slate tip design project urge order tell invite call allow require"
    " instruct press push authorise authorize permit enable direct advise warn pressure beg command oblige"
    " encourage expected recommend suggest insist swear wait contract elect hire appoint send deploy tempt"
    " ban bar forbid prohibit discourage motivate summon able keen bound free reluctant hesitant vie rush"
    " work campaign lobby"
)
"""Verbs and adjectives whose infinitive is to come, wished or only possible."""
FAILING = word_set(
    "refuse fail decline neglect cease stop avoid refrain unable unwilling unlikely forget ban bar forbid"
    " prohibit prevent block deny reluctant reject rule"
)
"""Verbs and adjectives whose infinitive or gerund was not done."""
DOING = word_set(
    "manage begin start continue help come get keep proceed use finish succeed dare force compel persuade"
    " convince cause lead make see watch hear let catch resume stop rush return happen"
)
"""Verbs whose infinitive or gerund was done."""
APPEARING = word_set(
    "seem appear claim say believe think report allege understand know rumour suspect consider presume"
    " profess purport"
)
"""Verbs whose infinitive someone says or thinks: `is alleged to have`."""
DIRECTING = word_set(
    "order ask tell urge allow invite force compel persuade convince encourage require instruct press"
    " push authorise authorize permit enable direct advise warn pressure beg command oblige summon forbid"
    " ban bar prohibit call help implore coax lobby prompt send hire appoint elect train pay lead"
)
"""Verbs that make their object act, or ask it to: events of their own beside what it is to do."""
PLANS = word_set(
    "plan decision intention bid effort attempt deal agreement proposal offer threat promise vow pledge"
    " move campaign ambition desire refusal failure bill order request call vote pact drive mission"
)
"""Nouns whose infinitive is to come, by whom the clause around them names."""

ALONE = word_set(
    "resign die arrive flee escape surrender testify retire crash collapse explode land march demonstrate"
    " strike protest win lose vote withdraw rally riot defect emigrate abdicate abstain capitulate convene"
    " disappear drown erupt perish mobilise mobilize retreat quit depart capsize sink derail burn clash"
    " intervene invade plead confess apologise apologize mutiny rebel"
)
"""Verbs that are an event without a target."""
NEVER_PASSIVE = word_set(
    "die resign arrive march disappear depart perish capsize collapse erupt rally abdicate riot fall"
)
"""Verbs that nobody can be the target of: `a ferry carrying tourists capsized` is no passive."""
_ALONE_PHRASES = frozenset(
    f"{verb} {particle}"
    for particle, verbs in {
        "down": "step stand back break",
        "out": "pull walk drop break",
        "in": "give",
        "off": "take",
        "up": "blow",
    }.items()
    for verb in verbs.split()
)

OWN_PREPOSITION = frozenset(
    f"{verb} {preposition}"
    for preposition, verbs in {
        "on": "call agree",
        "upon": "call",
        "for": "call vote look search press plead push opt",
        "with": "side deal",
        "against": "vote rule",
        "to": "object",
        "by": "stand",
    }.items()
    for verb in verbs.split()
)
"""Verbs that mean something else without their preposition."""
REACHING = {
    (verb, preposition)
    for preposition, verbs in {
        "with": "meet negotiate clash collide merge speak talk side deal agree compete reconcile cooperate"
        " collaborate confer part split consult engage ally trade partner sign",
        "against": "fight vote win rule protest testify appeal campaign strike rally demonstrate retaliate"
        " march act play warn draw compete turn conspire plot rebel score riot advise side",
        "for": "call vote search look campaign apply play sign pray press push opt vouch plead",
        "on": "fire call agree vote rule spy impose focus",
        "upon": "call",
        "to": "lose surrender apologise apologize respond appeal concede defect object submit speak talk"
        " yield bow pledge react relent plead complain",
        "at": "fire shoot lash strike hit throw laugh shout aim",
        "from": "withdraw flee escape resign retire defect secede break emerge pull split retreat depart"
        " recover quit",
        "into": "crash break storm plough plow slam",
        "over": "win triumph prevail preside",
        "of": "dispose approve",
        "by": "stand",
    }.items()
    for verb in verbs.split()
}
"""Verbs with the prepositions that lead from them to their target."""
TRAVEL = word_set(
    "go come travel fly arrive return move drive walk head sail land drift march flock pour flee escape"
)
"""Verbs whose way leads to a place, not a target."""
WHERE = word_set(
    "in at near outside inside across around throughout off along within between above beside beyond on"
)
"""Prepositions of place."""
WHERE_TO = word_set("to into from through towards toward via over")
"""Prepositions of place after a verb of travel."""
NEGATIONS = word_set("not n't n’t never neither nor no-longer hardly barely scarcely")
NO_ONE = word_set("no none nobody neither nothing no-one")
HEARSAY = word_set("reportedly allegedly purportedly supposedly apparently")
CONDITIONS = word_set("if unless whether lest provided")


def is_alone(action: str) -> bool:
    """Whether an action is an event though nobody is its target."""
    return action in ALONE or action in _ALONE_PHRASES
