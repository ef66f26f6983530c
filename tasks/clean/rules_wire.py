"""Rules for what agencies and desks sign their copy with: credits and initials."""

from __future__ import annotations

from copydesk.tasks.agencies import AGENCY_PATTERN
from copydesk.tasks.clean.rule import Rule

_DESKS = (
    r"(?:(?:[Nn]ews |[Nn]ewswire |[Ww]ire )?[Aa]genc(?:y|ies)|[Aa]genturen|[Aa]genturmaterial|[Aa]gencias"
    r"|[Aa]gences"
    r"|[Aa]genzie|[Aa]gências|[Aa]gencje|[Ww]ires?|[Ww]ire services?|[Bb]ureau|[Ss]taff|एजेंसी|एजेंसियां"
    r"|وكالات|外電)"
)
_AGENCY = f"(?:(?:The )?{AGENCY_PATTERN})"
_NEXT = rf"(?:(?: ?[,/&+|-] ?| and | und | et | y | e | i )(?:the )?(?:{_AGENCY}|{_DESKS}|[a-z]{{2,4}}))*"
_INTRO = (
    r"(?:(?:[Ww]ith |\+ ?)?(?:[Ii]nputs?|[Rr]eports?|[Rr]eporting|[Ff]iles|[Mm]aterial) (?:from|by|of) "
    r"|[Ww]ith |[Mm]it "
    r"|[Mm]it Material von |[Aa]vec |[Cc]on (?:informaci[óo]n de )?|[Cc]om (?:informa[çc][õo]es d[aeo] )?"
    r"|[Mm]et |[Bb]ron: ?"
    r"|[Ss]ources?: ?|[Qq]uelle: ?|[Ff]onte: ?|[Ff]uente: ?|[Źź]ródło: ?|[Кк]ildе?: ?|[Kk]ilde: ?"
    r"|[Kk]älla: ?|[Ии]сточник: ?"
    r"|[Cc]redits?: ?|[Nn]ews [Ss]ource: ?|[Vv]ia |[Bb]y |[Pp]ar |[Vv]on |出典: ?|المصدر ?: ?|स्रोत: ?)"
)
_CREDIT = rf"{_INTRO}?(?:{_AGENCY}|{_DESKS}){_NEXT}"

RULES = (
    Rule(
        "wire.dashed",
        "wire_credit",
        "*",
        rf"(?:--?|[–—]) ?{_CREDIT}\.?",
        ("--IANS", "- PTI", "— Reuters", "-- AFP", "– dpa", "- with inputs from PTI", "—ANI"),
        ("- AP classes start in May", "-- and then it rained", "— Reuters said the plant had closed"),
        80,
        True,
    ),
    Rule(
        "wire.bracketed",
        "wire_credit",
        "*",
        rf"[\[(（【] ?(?:[–—-]+ ?)?{_CREDIT}(?: ?[.:])? ?[\])）】]\.?",
        (
            "(ANI)",
            "(AP)",
            "[Reuters]",
            "(With inputs from agencies)",
            "(With inputs from ANI)",
            "(dpa/AFP)",
            "(avec AFP)",
            "（共同）",
            "(EFE)",
        ),
        ("(AP classes)", "(The agencies disagreed.)", "(see Reuters, page 4)"),
        80,
        True,
    ),
    Rule(
        "wire.inputs",
        "wire_credit",
        "en",
        r"[(\[]?(?:with (?:additional )?(?:agency |agencies |bureau |ap |pti |ani |ians |afp "
        r"|reuters )?(?:inputs?|reports?|files|"
        r"reporting)(?: (?:from|by) [^.]{2,60})?|(?:inputs?|reports) from [^.]{2,40}|with agenc(?:y"
        r"|ies))[)\]]?\.?",
        (
            "(With inputs from agencies)",
            "With agency inputs",
            "(with PTI inputs)",
            "With reports from Reforma and El Faro",
        ),
        ("With reports from the front growing darker, the cabinet met again on Sunday. It sat until dawn.",),
        90,
    ),
    Rule(
        "wire.copyright",
        "wire_credit",
        "*",
        rf"(?:©|\([cC]\)|[Cc]opyright:?)(?: ?(?:19|20)\d\d)?,? ?{_CREDIT}(?:,? (?:19|20)\d\d)?\.?",
        ("© AFP", "© 2024 AFP", "(c) dpa", "Copyright 2023 The Associated Press."),
        ("© is the sign that Reuters readers know",),
        80,
        True,
    ),
    Rule(
        "wire.labelled",
        "wire_credit",
        "*",
        rf"{_INTRO}{_AGENCY}{_NEXT}\.?",
        (
            "Source: Reuters",
            "Quelle: dpa/AFP",
            "Avec AFP",
            "Con información de EFE",
            "mit dpa",
            "Fonte: ANSA",
        ),
        ("Source: Reuters Institute survey of 2,000 readers", "By AP standards this was a long story"),
        80,
        True,
    ),
    Rule(
        "wire.bare",
        "wire_credit",
        "*",
        rf"{_AGENCY}{_NEXT}\.?",
        ("IANS", "Reuters", "dpa/lno", "AFP, AP", "ANSA", "新华社"),
        ("Reuters reporters", "AP Biology"),
        40,
        True,
    ),
    Rule(
        "wire.house_and_agencies",
        "wire_credit",
        "*",
        rf"[(]?(?:red|[a-z]{{2,4}}|[\w.]+(?: \w+)?)(?:, ?[\w.]+)? ?[/,] ?(?:{_DESKS}"
        rf"|{_AGENCY}){_NEXT}[)]?\.?",
        ("red, example.at/Agenturen", "lor/dpa", "(red/APA)", "jmk, dpa, AFP", "Agentur/Agenturen"),
        ("he/she and the agencies", "Berlin, the agencies said, was calm"),
        50,
        True,
        needs=("/", ","),
    ),
    Rule(
        "wire.agencies",
        "wire_credit",
        "*",
        rf"{_DESKS}(?: [Rr]eports?)?(?: ?[,/] ?{_AGENCY})*",
        ("Agenturen", "Agencies", "Agencias", "News agencies"),
        ("Agencies said", "Agencies that place nannies"),
        40,
        True,
    ),
    Rule(
        "wire.reporting_by",
        "wire_credit",
        "en",
        r"[(\[]?(?:additional |further )?(?:reporting|writing|editing|compiled|reported|written|edited) by "
        r"(?:[^.!?]|\b\w\.){3,260}\.?[)\]]?\.?(?: our standards: .*)?",
        (
            "(Reporting by Ana Weber in Oslo; Editing by Tom Pike)",
            "Additional reporting by Lee Chan",
            "Writing by Rob Stone; Editing by Mia Cole.",
            "(Additional reporting by Ana Weber in Oslo; Editing by Tom Pike.)",
        ),
        ("Reporting by radio, the scouts found the valley empty. They turned back.",),
        320,
    ),
    Rule(
        "wire.contributed",
        "wire_credit",
        "en",
        r"(?:(?:associated press|ap|afp|reuters|the canadian press) (?:\w+ )*(?:writers?|reporters?"
        r"|journalists?|correspondents?) |"
        r"[-_. ]*)[^.!?]{4,180}\b(?:contributed (?:to this (?:report|story|article)|reporting)"
        r"|reported from [\w ,.]+)\.?",
        (
            "Associated Press writers Jo Lane in Rome and Al Moss in Bonn contributed to this report.",
            "Lena Marsh contributed to this story.",
        ),
        ("The dry spring contributed to the failure of the crop.",),
        260,
        needs=("contributed", "reported from"),
    ),
    Rule(
        "wire.initials",
        "desk_initials",
        "*",
        r"[(\[]?[a-z]{2,4}(?:[/+&][a-z]{2,4}){1,3}[)\]]?\.?",
        ("ahm/dg", "dg/ahm", "(kl/mbr)", "sk/ts/ab"),
        ("and then", "AC/DC"),
        20,
        True,
    ),
    Rule(
        "wire.single_initials",
        "desk_initials",
        "*",
        r"[(\[/](?:[a-zäöü]{2,4}|[A-Z]{2,3}/[a-z]{2,3})[)\]/]",
        ("(kna)", "(tsk)", "/abc/"),
        ("abc", "(he said)"),
        12,
        True,
    ),
)
