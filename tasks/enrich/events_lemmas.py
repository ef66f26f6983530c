"""The lemma of an English verb form: a table of the irregular ones, rules of spelling for the others."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.tasks.word_set import word_set

_IRREGULAR = {
    form: line.split()[0]
    for line in """
    arise arose arisen|awake awoke awoken|be am is are was were been 's 're 'm|bear bore borne born
    beat beaten|become became|befall befell befallen|beget begot begotten|begin began begun
    behold beheld|bend bent|beset|bet|bid bade bidden|bind bound|bite bit bitten|bleed bled
    blow blew blown|break broke broken|breed bred|bring brought|broadcast|build built|burn burnt|burst
    buy bought|cast|catch caught|choose chose chosen|cling clung|come came|cost|creep crept|cut
    deal dealt|die died dies dying|dig dug|do does did done|draw drew drawn|dream dreamt
    drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt
    fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast
    foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
    forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go goes went gone
    grind ground|grow grew grown|hang hung|have has had 've 'd having|hear heard|hide hid hidden|hit
    hold held|hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt
    leave left|lend lent|let|lie lay lain lying lies lied|light lit|lose lost|make made|mean meant
    meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood|mow mown
    outdo outdid outdone|overcome overcame|overdo overdid overdone|override overrode overridden
    oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
    overturn overturned|overrun overran|pay paid|plead pled|prove proven|put|quit|read|rebuild rebuilt
    redo redid redone|repay repaid|resell resold|retake retook retaken|rerun reran|rethink rethought
    rewrite rewrote rewritten|rid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said
    saw sawn|see saw seen|seek sought|sell sold|send sent|set|shake shook shaken|shed|shine shone
    shoot shot|show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat
    slay slew slain|sleep slept|slide slid|sling slung|slit|sow sown|speak spoke spoken|speed sped
    spell spelt|spend spent|spill spilt|spin spun|spit spat|split|spoil spoilt|spread
    spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk
    strew strewn|stride strode|strike struck stricken|string strung|strive strove striven
    swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken
    teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust|tie tied ties tying
    tread trod trodden|undercut|undergo underwent undergone|understand understood
    undertake undertook undertaken|undo undid undone|unwind unwound|uphold upheld|upset
    vie vied vies vying|wake woke woken|wear wore worn|weave wove woven|wed|weep wept|win won
    wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung
    write wrote written|can could|will would 'll|shall should|may might|focus focused focuses focusing
    bias biased|panic panicked panicking|traffic trafficked trafficking|mimic mimicked mimicking
    picnic picnicked|overfly overflew overflown|outshine outshone|partake partook partaken|inset
    offset|reset|typeset|recast|redraw redrew redrawn|backtrack|breakfast|ski skied skiing
    veto vetoed vetoes|hurry|bail|boycott boycotted boycotting
    """.replace("\n", "|").split("|")
    for form in line.split()
}
_IRREGULAR["found"], _IRREGULAR["saw"] = "find", "see"
_ALSO_BASES = frozenset(
    (*_IRREGULAR.values(), "found", "saw", "fell", "wound", "ground", "bound", "left", "lit")
)

# Spelt with a final e, although the rule for their ending would leave it off; and the other way round.
_WITH_E = word_set(
    "welcom permeat delineat nauseat postpon phon ston condon clon hon don interven conven"
    " contraven supersed reced conced preced imped unit cit invit ignit excit incit recit reunit"
    " expedit writ dynamit vot devot promot quot not denot demot complet delet compet deplet"
    " breath sooth bath cloth loath scal exhal adher interfer persever schem them rout explor"
    " restor ignor stor scor implor deplor bor snor acquir inquir requir inspir conspir aspir"
    " expir fir hir tir retir wir rewir admir desir eras chas typ hyp tast wast past hast bast"
    " aveng concret secret obsolet rewrit underwrit overwrit bit cach upris mov remov prov approv"
    " improv com becom overcom coordinat creat recreat zon wip ow underscor underli skywrit fre"
    " tim shar far squar scrap shap escap trad pric us plac danc chang mak tak stak bak shak wak"
    " quak fak rak brak undertak mistak retak overtak partak apologis hik lik strik rid hid slid"
    " guid sid parol consol cajol rul schedul"
)
_WITHOUT_E = word_set(
    "combat format treat defeat repeat eat beat heat cheat float seat avoid aid raid bid void"
    " belong prolong bang hang throng long ring wing fling cling sling swing sting bring sing"
    " string spring wring clang develop gallop envelop gossip worship equip program monitor author"
    " favor honor labor mirror anchor sponsor doctor tutor harbor color factor error tailor murmur"
    " pour tour honour favour labour harbour devour detour scour sour signal total rival pedal"
    " spiral reveal council pencil evil blossom custom fathom ransom canvas bias focus debut pilot"
    " riot pivot visit victim pilgrim orphan slogan caravan organ human gas bus plus solicit orbit"
    " ballot closet chat threat sweat great ruin begin reckon rein coat boat bloat gloat loot root"
    " boot shoot group loan clean plan chair repair impair despair stir occur refer tar war star"
    " bar spar hangar boom zoom groom doom bloom loom room kidnap recap recruit suit cousin basin"
    " penguin margin bargain carbon fuel duel rebel step stop drop ship trip skip strip caucus"
    " imperil rightw leftw"
)
_UNDOUBLED_L = word_set(
    "controll patroll cancell travell labell compell expell propell fuell signall modell rebell"
    " repell excell marshall diall totall rivall initiall levell counsell quarrell shovell tunnell"
    " unravell channell equall dispell impell annull distill instill duell pedall jewell swivell"
    " libell funnell spirall extoll revell"
)
_DOUBLED = word_set("add err boycott butt egg odd ebb")
_ENDS_IN_E = re.compile(
    r"(?:[cvuz]|[^s]s|[bcdfgkptz]l|stl|[^n]g|[aiou]b|[^eo]at|[^aeou]in|un|[^ao]id|[^eo]ad|[^o]od|[^ao]ud"
    r"|[^eo]ak|[^a]ik|[^o]ok|[^o]uk|[^aeo]il|[^ao]ul|[^eo]am|[^a]im|[^r]um|[^eo]ap|[^o]op|yp|[^ao]ut|[^eo]ar|[^o]ur|[^aeou]yz|rs|(?:sp|qu)ir|[cntdhb]r|dor)$"
)
_NG_IN_E = re.compile(r"(?:[chrt]ang|ll?eng|veng|lung|pung|loung|roung|fring|hing|bing|ping|sing)$")


@lru_cache(maxsize=4096)
def lemma(form: str, tag: str = "VB") -> str:
    """Return the lemma of a verb's form, lower case; `tag` is its Penn tag."""
    form = form.lower().replace("’", "'")
    if tag in ("VB", "VBP") and (form not in _IRREGULAR or form in _ALSO_BASES):
        return form
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    if tag == "VBG" and form.endswith("ing") and len(form) > 4:
        return _base(form[:-3])
    if tag in ("VBD", "VBN", "JJ") and form.endswith("ied"):
        return form[:-3] + "y"
    if tag in ("VBD", "VBN", "JJ") and form.endswith("ed") and len(form) > 3:
        stem = form[:-2]
        return stem + "e" if stem.endswith("e") else _base(stem)
    return _without_s(form) if tag == "VBZ" and form.endswith("s") else form


def _without_s(form: str) -> str:
    if form.endswith("ies"):
        return form[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh|o|zz)es$", form):
        return form[:-2]
    return form[:-1] if not form.endswith("ss") else form


def _base(stem: str) -> str:
    """Return the verb whose form without `ed` or `ing` is `stem`."""
    prefixed = stem.removeprefix("re").removeprefix("un").removeprefix("over").removeprefix("out")
    if stem in _WITH_E or (len(prefixed) > 2 and prefixed in _WITH_E):
        return stem + "e"
    if stem in _WITHOUT_E or (len(prefixed) > 2 and prefixed in _WITHOUT_E):
        return stem
    if len(stem) > 2 and stem[-1] == stem[-2]:
        if stem in _DOUBLED or stem[-1] in "eosfz" or (stem[-1] == "l" and stem not in _UNDOUBLED_L):
            return stem
        return stem[:-1]
    if stem.endswith("ng"):
        return stem + "e" if _NG_IN_E.search(stem) else stem
    return stem + "e" if _ENDS_IN_E.search(stem) and len(stem) > 1 else stem
