"""Rules for the prompts of paywalls, in English."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

RULES = (
    Rule(
        "paywall.limit_reached",
        "paywall",
        "en",
        r"(?:you(?:'ve| have)|you are|you're) (?:now )?(?:reached|used|hit|read|at|out of|exhausted"
        r"|exceeded"
        r"|viewed)\b.{0,40}\b(?:limit|all|last|final|maximum|free|complimentary)\b.{0,60}"
        r"\b(?:articles?|stor(?:y|ies)|content|reads?|views?|month|limit)\b.{0,40}",
        (
            "You've reached your limit of 5 free articles this month.",
            "You have used all of your free stories",
            "You’ve reached your limit of {{free_count}} free articles this month.",
        ),
        ("You have reached the age at which free travel ends, and the clerk knows it.",),
    ),
    Rule(
        "paywall.remaining",
        "paywall",
        "en",
        r"(?:you have|this is your|you've got) (?:\S+ ){1,3}(?:free |complimentary )(?:articles?|stor(?:y"
        r"|ies)"
        r"|views?)(?: (?:left|remaining|this))?.{0,40}|\d+ (?:free )?articles? (?:left|remaining).{0,40}",
        (
            "You have 2 free articles left this month",
            "This is your last free article.",
            "1 free article remaining",
        ),
        ("You have two free afternoons",),
    ),
    Rule(
        "paywall.subscribe_now",
        "paywall",
        "en",
        r"(?:to (?:read|continue|access|unlock|view|see)\b.{0,60}, ?)?(?:please |just )?(?:subscribe"
        r"|upgrade"
        r"|register|sign up|sign in|log ?in|become a (?:member|subscriber)|join"
        r"|start your (?:free )?(?:trial"
        r"|subscription)|"
        r"create (?:a |your )?(?:free )?account|unlock)(?: (?:now|today|here|for free|or \w+(?: \w+)?"
        r"|free))*"
        r"(?: (?:to|for|and)\b.{0,30}\b(?:access|read(?:ing)?|continue|full|unlimited|premium|unlock"
        r"|stor(?:y"
        r"|ies)|articles?|content|archive|view|join|ad-free|digital)\b.{0,60})?[.!]?(?: learn more)?",
        (
            "Subscribe now for unlimited access.",
            "Subscribe to read the full story →",
            "Sign in to continue",
            "Log in",
            "Register for free to continue reading",
            "Subscribe",
            "Become a member to read the full article",
        ),
        (
            "The paper asked readers to subscribe now for unlimited access, its editor said.",
            "Join the club, he said",
            "Register for the race by noon on Friday at the town hall",
        ),
    ),
    Rule(
        "paywall.already",
        "paywall",
        "en",
        r"(?:already|are you) (?:a |an |have )?(?:\w+ )?(?:subscribed|subscribers?|registered|members?"
        r"|account"
        r"|subscription|print subscriber|reader|an account)\b\??(?:[ ,.]*(?:please )?(?:log|sign"
        r"|click) ?(?:in"
        r"|here|on).{0,60})?",
        (
            "Already subscribed? Log in",
            "Already a subscriber? Sign in here",
            "Already have an account? Log in",
        ),
        ("Already a subscriber to the theory, she said little.",),
        100,
    ),
    Rule(
        "paywall.subscribers_only",
        "paywall",
        "en",
        r"(?:(?:this|the) (?:full |premium |exclusive )?(?:article|story|content|page|post|feature|report"
        r"|section|column|episode) (?:is |are )?(?:only |exclusively |currently )?(?:reserved |available "
        r"|for"
        r"|exclusive|restricted|locked|limited).{0,40}"
        r"\b(?:subscribers?|members?|registered|premium|paying)(?: (?:only|and|to|users?|readers?"
        r"|subscribers?"
        r"|members?|of the).{0,40})?\.?|(?:for )?(?:subscribers?|members?)[- ](?:only"
        r"|exclusive)(?: (?:article"
        r"|content|story|post))?|(?:exclusive|premium)(?: (?:to|for) (?:subscribers|members)| content"
        r"| article"
        r"| story)"
        r"|(?:exclusive )?for (?:our )?(?:subscribers|members)(?: only)?)",
        (
            "This article is for subscribers only",
            "This content is exclusively available to members.",
            "Subscribers only",
            "Premium content",
        ),
        (
            "This article is for readers who wonder how members of parliament are paid and why it matters so "
            "much in a year of cuts to the arts",
        ),
        150,
    ),
    Rule(
        "paywall.continue",
        "paywall",
        "en",
        r"(?:(?:to )?(?:continue|keep|finish) reading(?: (?:this (?:article|story|post|content)"
        r"|the (?:article"
        r"|story|post|rest|full)|for|with|by|your) ?.{0,80}|,? (?:please )?(?:subscribe|log in|sign in"
        r"|register).{0,60}| below)?|want to (?:read|keep reading|continue)(?: .{0,60})?\?|read the (?:full"
        r"|whole|rest of the|complete|entire) (?:story|article|report|piece|text|post)(?: .{0,40})?"
        r"|(?:get|enjoy|unlock|gain) (?:unlimited|full|instant|complete|exclusive"
        r"|digital) (?:digital )?access(?: .{0,80})?|unlimited (?:digital )?access(?: .{0,60})?"
        r"|get access to .{0,60}"
        r"|you(?:'re| are) (?:reading|currently reading) a (?:preview|free).{0,60}"
        r"|the rest of this (?:article"
        r"|story|post|content) is .{0,60})",
        (
            "Continue reading with a digital subscription",
            "To continue reading this article",
            "Read the full story",
            "Get unlimited access",
            "Want to read more?",
            "Keep reading for $1",
        ),
        (
            "Continue reading the small print, says the lawyer who lost, and you will find the clause that "
            "ruined the town.",
            "Get access wrong, and the hall stays empty.",
        ),
        110,
    ),
    Rule(
        "paywall.support",
        "paywall",
        "en",
        r"(?:(?:please )?(?:consider )?(?:support(?:ing)?(?= )|donate|donating|contribut(?:e|ing)|mak(?:e"
        r"|ing) a (?:donation|contribution)|becom(?:e|ing) a (?:patron|supporter|member|subscriber))"
        r"(?: (?:to|now|today|us|our|your|independent|local|quality|the|journalism|with|by|here|public|work"
        r"|reporting|and|news).{0,120})?|help us (?:keep|continue|fund|produce).{0,120}"
        r"|our journalism (?:needs|depends|relies).{0,140}|(?:enjoyed|like|liked) (?:this"
        r"|what you).{0,160})[.!]?",
        ("Support our work", "Please consider supporting independent journalism.", "Donate", "Donate now"),
        (
            "Support",
            "Support for the bill fell to a third.",
            "Donate blood and you may save the life of a child whose name you will never know, the ministry "
            "said on Monday, as stocks ran low.",
        ),
        150,
    ),
)
