"""Judges whether an article stands open, and whether what was got of it is all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.tasks.article import Block
from copydesk.tasks.signoffs import sign_off

_CUT = re.compile(r"(?:\[(?:\.\.\.|…)\]?|\[ ?\+ ?\d+ (?:more )?(?:chars?|characters)\]?)\s*$")
_DOTS = re.compile(r"(?<!\.)(?P<space>\s?)(?:\.\.\.|…)\]?\s*$")
# Words that no sentence ends with.
_GOES_ON = re.compile(
    r"(?:,|(?<=\s)(?:the|an?|of|and|or|but|to|in|on|at|for|from|with|by|as|that|which|who|whose|than|into|is|are|was"
    r"|were|has|have|had|its|their|his|der|die|das|des|dem|den|und|oder|aber|von|vom|zum|zur|im|mit|für|ein|eine"
    r"|einen|einem|einer|dass|le|les|du|et|ou|une?|aux?|dans|pour|avec|sur|qui|que|el|los|las|y|con|por|para|una"
    r"|il|lo|gli|di|che|per|nel|della|del|het|een|van|voor|met|og|och|av|på|i|и|в|на|что|с|по))$",
    re.IGNORECASE,
)  # fmt: skip
_TERMINAL = re.compile(r"[.!?。！？।؟:؛]['\"”’»›“)\]）」』]*$")
_METERED = ("rule:paywall.limit_reached", "rule:paywall.remaining", "rule:paywall.limit_reached_world")
_HARD = re.compile(
    r"(?:subscribers?|members?)[ -]only|only (?:for|available to) (?:\w+ )?(?:subscribers|members)"
    r"|for (?:our )?(?:subscribers|members)"
    r"|reserved for|exclusive(?:ly)? (?:for|to|available to)|nur für|exklusiv für|réservé"
    r"|exclusivo para|para suscriptores|riservat|para assinantes"
    r"|restrito|voor abonnees|for abonnenter|för prenumeranter|tylko dla|dla prenumeratorów"
    r"|только (?:для )?подписчик|доступ\w+ только|会員限定|有料|仅限|僅限|للمشتركين|केवल"
    r"|по подписке|для передплатник|(?:μόνο|αποκλειστικά) για συνδρομητ|למנוי|구독자 전용|유료 ?(?:회원|구독)"
    r"|付费|付費|(?:เฉพาะ|สำหรับ)สมาชิก|प्रीमियम",
    re.IGNORECASE,
)  # fmt: skip
_READ_ON = re.compile(
    r"continue reading|keep reading|read the (?:full|whole|rest|entire|complete)|full (?:story"
    r"|article)|to (?:read|continue|unlock)|weiterlesen"
    r"|weiter lesen|lire la suite|poursuivre|seguir leyendo|sigue leyendo|continua(?:r)? a le"
    r"|continue lendo|continuar lendo|verder lezen|lees verder"
    r"|les videre|læs videre|läs vidare|czytaj dalej|читать (?:дальше|полностью)|続きを読む|阅读全文"
    r"|閱讀全文",
    re.IGNORECASE,
)  # fmt: skip
# Thai, Lao, Burmese and Khmer mark the end of a sentence with a space at most.
_UNMARKED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_COPY_ENDS = frozenset({"wire_credit", "desk_initials", "disclaimer"})
_SHORT_WORDS = 120
_FEW_WORDS = 300
_TEASER_PARAGRAPHS = 2


def judge_access(
    blocks: Sequence[Block], is_accessible_for_free: bool | None, is_metered: bool = False
) -> tuple[str, str]:
    """Return the article's access (`open`, `metered`, `paid`, `unknown`) and its completeness.

    `is_accessible_for_free` is schema.org's property of the page, None where it says nothing; `is_metered`
    whether it says that readers may have some such articles for free. Completeness is
    `full`, `truncated`, `teaser` or `unknown`; `unknown` wherever the text does not tell.
    """
    access = _access(blocks, is_accessible_for_free, is_metered)
    return access, _completeness(blocks, access)


def _access(blocks: Sequence[Block], is_accessible_for_free: bool | None, is_metered: bool) -> str:
    prompts = [block for block in blocks if block.label == "paywall"]
    if any(_is_hard(block) for block in prompts):
        return "paid"
    if is_metered or any(block.reason in _METERED for block in prompts):
        return "metered"
    if is_accessible_for_free is False:
        return "paid"
    return "open" if is_accessible_for_free else "unknown"


def _is_hard(block: Block) -> bool:
    return block.reason == "rule:paywall.subscribers_only" or _HARD.search(block.text) is not None


def _completeness(blocks: Sequence[Block], access: str) -> str:
    body = [place for place, block in enumerate(blocks) if block.label == "body"]
    if not body:
        return "unknown"
    last, after = blocks[body[-1]].text.strip(), blocks[body[-1] + 1 :]
    if _CUT.search(last) or _breaks_off(last):
        return "truncated"
    if sign_off(last) or any(block.label in _COPY_ENDS for block in after[:4]):
        return "full"
    if access in {"paid", "metered"} or any(_reads_on(block) for block in after):
        behind = "truncated" if _DOTS.search(last) else _behind_wall(blocks, body, access)
        if behind:
            return behind
    # Credits, lists and addresses end without a full stop, and dots are a matter of style.
    ended = _TERMINAL.search(last) and not _DOTS.search(last)
    return "full" if ended and len(body) > _TEASER_PARAGRAPHS else "unknown"


def _behind_wall(blocks: Sequence[Block], body: Sequence[int], access: str) -> str | None:
    """Return what a wall left of the article; None where it stands open in spite of a prompt.

    A teaser is a paragraph or two, or a little more right before a hard wall.
    """
    words = sum(len(blocks[place].text.split()) for place in body)
    short = len(body) <= _TEASER_PARAGRAPHS and words < _SHORT_WORDS
    if access != "paid":
        ended = _TERMINAL.search(blocks[body[-1]].text.strip()) is not None
        return ("teaser" if ended else "truncated") if short else None
    following = blocks[body[-1] + 1 : body[-1] + 2]
    cut_off = words < _FEW_WORDS and any(block.label == "paywall" for block in following)
    return "teaser" if short or cut_off else "unknown"


def _reads_on(block: Block) -> bool:
    return block.label == "paywall" and _READ_ON.search(block.text) is not None


def _breaks_off(last: str) -> bool:
    """Whether a last line ends within a sentence, with dots or without."""
    dots = _DOTS.search(last)
    if dots and dots["space"]:
        return True
    return _GOES_ON.search(last[: dots.start()] if dots else last) is not None
