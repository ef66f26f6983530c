"""Nouns that tell events: who acts by their role, what counts or means anyone, what names nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.tasks.word_set import word_set

ROLES = word_set(
    "accomplice activist actor actress administration adviser advisor agency airline airport-authority"
    " ally alliance ambassador analyst anchor applicant archbishop archer army arsonist artist assailant"
    " assembly assistant association astronaut athlete attacker attorney aunt author authority baby baker"
    " bandit bank banker baron battalion bishop bloc board bomber boss boxer boy boyfriend brigade"
    " broadcaster brother brigadier builder bureau burglar business businessman businesswoman buyer"
    " cabinet cadet campaigner candidate captain carer cardinal carmaker cartel caretaker casualty caucus"
    " celebrity cell chair chairman chairperson chairwoman chamber champion chancellor charity chemist"
    " chief child church citizen civilian clan clergy cleric clerk client club co-founder coach coalition"
    " coastguard colleague collector college colonel columnist comedian commander commando commission"
    " commissioner committee community company competitor complainant composer conductor confederation"
    " conglomerate congress congressman congresswoman conservative consortium constable consultant"
    " consulate contractor convict convoy cop coroner corporation corps council councillor councilor"
    " counsel counterpart country couple court cousin creditor crew criminal critic crowd curator customer"
    " cyclist dad dancer daughter dealer defendant defender delegate delegation democrat demonstrator"
    " department deputy designer detainee detective developer dictator diplomat director dissident doctor"
    " doctors-union donor driver duke economist editor embassy emperor employee employer engineer"
    " entrepreneur envoy escort evacuee ex-husband ex-wife executive exile expert extremist faction family"
    " fan farmer father federation fiancee fighter filmmaker financier firefighter fireman firm fisherman"
    " fleet force foreigner founder friend fugitive gang gangster garrison general girl girlfriend"
    " goalkeeper government governor graduate grandfather grandmother grandson granddaughter group guard"
    " guerrilla guest gunman hacker headteacher heir historian homeowner hospital hostage household hunter"
    " husband immigrant imam immigration-authority industrialist inmate inspector inspectorate institute"
    " institution insurer insurgent insurgency investigator investor islamist jihadist journalist judge"
    " judiciary junta junta-chief jury juror justice keeper kid kidnapper king kingdom knight labourer"
    " laborer landlord lawmaker lawyer leader league legislator legislature legion lender liberal"
    " lieutenant lobby lobbyist looter lord magistrate magnate maid major majority maker man manager"
    " manufacturer marine marines marshal mayor mediator medic member men mercenary merchant midfielder"
    " migrant militant militia militiaman miner minister ministry minority missionary mob mom monarch monk"
    " mother motorist mourner mp mum murderer musician nation navy negotiator neighbor neighbour nephew"
    " newspaper newcomer niece nominee novelist nun nurse officer official officials operator opponent"
    " opposition organisation organization organiser organizer outlet owner pacifist painter panel parent"
    " parents parish parliament parliamentarian participant partner party passenger passerby pastor"
    " patient patrol patriarch peacekeeper pedestrian pensioner people perpetrator person personnel"
    " philanthropist photographer physician picket pilot pirate plaintiff planner player playwright poet"
    " police policeman policewoman policymaker politician pollster pope populace population preacher"
    " premier president presidency priest prime-minister prince princess prisoner producer"
    " professor prosecution prosecutor protester protestor provider province psychologist publisher pupil"
    " queen rabbi racer raider ranger rapist rebel recipient recruit referee refugee regime regiment"
    " regulator relative reporter republic republican rescuer researcher resident residents responder"
    " retailer retiree rider rival robber ruler runner sailor salesman scholar school scientist secretary"
    " security-force senate senator separatist sergeant servant shareholder sheikh sheriff shooter"
    " shopkeeper shopper side singer sister smuggler sniper society soldier son spokesman spokesperson"
    " spokeswoman sponsor spy squad squadron staff staffer star startup state statesman strategist striker"
    " student sultan superintendent superstar supplier supporter surgeon survivor suspect swimmer"
    " syndicate taliban task-force taxpayer teacher team technician teen teenager tenant terrorist thief"
    " tourist tradesman trader trafficker trainee trainer traitor traveler traveller treasurer treasury"
    " tribe tribunal troop trooper troops trust trustee tutor twin tycoon uncle underdog union unit"
    " university veteran vice-president vice-chancellor victim victor viewer villager visitor volunteer"
    " voter walker warden warlord watchdog wife winner witness woman women worker workforce writer"
    " youngster youth automaker drugmaker chipmaker refiner brewery broker brokerage bookmaker winger"
    " quarterback pitcher batsman bowler goalscorer umpire skipper spinner wicketkeeper contestant rower"
    " sprinter lineup squad-mate teammate whistleblower bystander attendee assassin culprit detractor"
    " loyalist hardliner moderate nationalist reformist royalist populist socialist communist capitalist"
    " marxist feminist environmentalist unionist paramedic ambulance ambulanceman lifeguard coastguards"
    " aid-worker humanitarian ngo nonprofit foundation subsidiary start-up giant conglomerates utility"
    " railway carrier shipper courier grocer supermarket chain vendor hawker seller bidder lawmakers mp's"
    " councilwoman alderman premier-designate incumbent challenger frontrunner running-mate backer"
    " organisers commuter homeless hiker climber skier surfer diver captive toddler infant schoolgirl"
    " schoolboy schoolchild daughter-in-law son-in-law stepfather stepson widow widower bride groom"
    " infantry cavalry artillery paratrooper airman reservist conscript deserter defector informant"
    " predecessor successor"
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

_NO_ROLES = word_set(
    "human specimen omen regimen abdomen ramen careers career assist list lists persist resist"
)

ANYONE = word_set(
    "people person child kid parent student user customer consumer man woman couple family baby infant"
    " teen reader visitor patient employee worker company business friend guest teenager mother father"
    " player expert member tourist traveler traveller viewer buyer seller investor owner homeowner adult"
    " voter"
)
"""Nouns that mean anyone where nothing says which: `parents can offer`."""

FAMILY = word_set(
    "son daughter wife husband brother sister father mother child uncle aunt cousin nephew niece"
)

MASSES = word_set(
    "hundred thousand million billion dozen score number group handful pair couple crowd scores tens"
    " majority one two three four five six seven eight nine ten some many several most lot lots all none"
    " member team series wave part half third quarter rest family"
)
"""Words whose `of` names who or what they count: `thousands of protesters`."""

TIMES = word_set(
    "second minute hour day week weekend month year decade century night morning afternoon evening today"
    " tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday time moment"
    " period season spring summer autumn winter january february march april may june july august"
    " september october november december while midnight noon dawn dusk"
)

EMPTY = word_set(
    "it this that what something anything nothing everything thing way lot bit kind sort fact one issue"
    " point reason sense need chance idea impression difference role part place place's look step same"
    " total case attention care advantage effect shape form cue which who whom itself themselves himself"
    " herself eye breath heart mind example concern question problem interest view feeling opinion hope"
    " doubt hand hands head"
)
"""Nouns and pronouns that tell nothing as what something is done to."""


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


_WORD = re.compile(r"[^\W\d_]+")
_MEANS = word_set("he him she her it they them i who")
_OPENING = word_set(
    "the a an this that these those there here in on at of for from with without by to as and or but so if"
    " when while where what how why which because since after before although though despite during under"
    " over not no all any each every many most more some such both other another one two our your my his its"
    " their we you also then now still yet however instead meanwhile moreover once until among between about"
    " be is are was were do does did have has had can could will would should may might must let"
)


def may_tell(sentence: str) -> bool:
    """Whether a sentence may tell an event: it names someone, by name, pronoun or role."""
    words = _WORD.findall(sentence)
    return len(words) > 2 and (
        words[0].lower() not in _OPENING
        or any(word[0].isupper() or word in _MEANS or is_role(word) for word in words[1:])
        or words[0].lower() in _MEANS
    )
