"""Pages that scripts fill in, as their frameworks write them: the article comes out of the scripts' state."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from copydesk.tasks.article import Block
from copydesk.tasks.clean.label_page import PageEvidence, label_page
from copydesk.tasks.clean.page import parse_page

TITLE = "Lighthouse keepers of Varde win back their night shift"
PARAGRAPHS = [
    "The keepers of the Varde lighthouse will work at night again from March, the harbour board decided on "
    "Monday after a winter in which three boats ran aground within sight of the lamp.",
    "“A lamp that nobody watches is only a lamp,” said Inger Sole, who has kept the light for nineteen years. "
    "She had handed the board a list of every night on which the automatic switch had failed.",
    "The board had ended the night shift two years ago to save 90,000 crowns a year. It now says that the "
    "insurers of the three boats have asked for eleven times as much.",
    "A second keeper is to be hired in April. The union called the decision “late, but right”, and asked the "
    "board to look at the fog signal as well.",
]
OTHER = [
    "The fish market of Varde moves into the old rope works in the autumn, the owner of the building said. "
    "The stalls will stand closer together, and the roof will be of glass.",
    "Traders had asked for a roof since the floods of last year. They will pay a fifth more than now.",
    "The first stalls open in September, if the paving of the yard is finished by then, he added. The town "
    "will keep the old market square free for fairs and for the weekly flea market.",
    "Parking will be forbidden in the lane behind the works while the stalls are being carried over.",
]
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
OTHER_HTML = "".join(f"<p>{paragraph}</p>" for paragraph in OTHER)


def page(scripts: str, shown: str = "<div id=root>Loading…</div>") -> str:
    return (
        f"<html lang=en><head><title>{TITLE} | Varde Post</title></head><body>{shown}{scripts}</body></html>"
    )


def labelled(text: str) -> list[Block]:
    return label_page(parse_page(text), PageEvidence(title=TITLE))


def body(text: str) -> list[str]:
    return [block.text for block in labelled(text) if block.kept]


def assigned(name: str, value: Any) -> str:
    return f"<script>{name}={json.dumps(value)};</script>"


def in_json(name: str, value: Any) -> str:
    return f'<script id="{name}" type="application/json">{json.dumps(value).replace("<", chr(92) + "u003c")}</script>'


def streamed(text: str, row: Any) -> str:
    length = len(text.encode())
    payload = f'1:"$Sreact.fragment"\n2:I[1,[],""]\n24:T{length:x},{text}5:{json.dumps(row)}\n'
    halves = (payload[:300], payload[300:])
    return "".join(f"<script>self.__next_f.push({json.dumps([1, half])})</script>" for half in halves)


ARTICLE = {"title": TITLE, "url": "/varde/light", "teaser": "The keepers work at night again.", "body": HTML}
STORY = {"title": "Fish market moves", "url": "/varde/market", "body": OTHER_HTML * 3}
SCRIPTS: dict[str, tuple[str, str]] = {
    "Next": ("__NEXT_DATA__", in_json("__NEXT_DATA__", {"props": {"pageProps": {"more": [STORY], "article": ARTICLE}}})),
    "initial state": ("__INITIAL_STATE__", assigned("window.__INITIAL_STATE__", {"stories": [STORY, ARTICLE]})),
    "parsed string": (
        "__PRELOADED_STATE__",
        f"<script>window.__PRELOADED_STATE__ = JSON.parse({json.dumps(json.dumps({'post': ARTICLE}))});</script>",
    ),
    "undefined": (
        "__APP__",
        f'<script>window.__APP__ = {{"user":undefined,"article":{json.dumps(ARTICLE)}}};</script>',
    ),
    "Apollo": (
        "__APOLLO_STATE__",
        assigned("window.__APOLLO_STATE__", {"Story:9": STORY, "Story:7": {"headline": TITLE, "content": HTML}}),
    ),
    "Arc": (
        "Fusion.globalContent",
        assigned(
            "Fusion.contentApi={};Fusion.globalContent",
            {
                "headlines": {"basic": TITLE},
                "content_elements": [
                    {"type": "text", "_id": "A", "content": PARAGRAPHS[0]},
                    {"type": "image", "caption": "The lamp at dusk, seen from the western pier of the town."},
                    *({"type": "text", "_id": "B", "content": text} for text in PARAGRAPHS[1:]),
                    {"type": "interstitial_link", "content": "Read more: how the lamp was built, in eight steps."},
                ],
                "related_content": {"basic": [STORY]},
            },
        ),
    ),
    "rich text": (
        "data",
        in_json(
            "data",
            {
                "headline": TITLE,
                "document": {
                    "nodeType": "document",
                    "content": [
                        {
                            "nodeType": "paragraph",
                            "content": [
                                {"nodeType": "text", "value": text[:40]},
                                {"nodeType": "hyperlink", "content": [{"nodeType": "text", "value": text[40:60]}]},
                                {"nodeType": "text", "value": text[60:]},
                            ],
                        }
                        for text in PARAGRAPHS
                    ],
                },
            },
        ),
    ),
    "widgets": (
        "w",
        in_json("w", {"title": TITLE, "widgets": [{"kind": "copy", "fields": {"p": text}} for text in PARAGRAPHS]}),
    ),
    "React rows": ("__next_f", streamed(HTML, ["$", "$L2", None, {"detail": {"title": TITLE, "contentHtml": "$24"}}])),
    "React elements": (
        "__next_f",
        streamed(
            "x",
            ["$", "div", None, {"children": [["$", "h1", None, {"children": TITLE}], ["$", "div", None, {"children": [
                ["$", "p", str(n), {"children": [text[:30], ["$", "b", None, {"children": text[30:50]}], text[50:]]}]
                for n, text in enumerate(PARAGRAPHS)
            ]}]]}],
        ),
    ),
    "computed": (
        "script",
        f"<script>window.__NUXT__=(function(a,b){{return {{data:[a,b]}}}}(1,{json.dumps(HTML)}));</script>",
    ),
    "template": ("template", f"<div><script type='text/template'>{HTML}</script></div>"),
    "template element": ("template", f"<div><template><div>{HTML}</div></template></div>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SCRIPTS)
def test_the_article_comes_out_of_the_state(kind: str) -> None:
    name, scripts = SCRIPTS[kind]
    blocks = labelled(page(scripts))
    kept = [block.text for block in blocks if block.kept]
    assert [text for text in kept if text != TITLE] == PARAGRAPHS
    assert {block.reason for block in blocks if block.kept} == {f"state:{name}"}


@pytest.mark.parametrize("kind", SCRIPTS)
def test_what_the_page_shows_comes_first(kind: str) -> None:
    shown = "".join(f"<p>{text} It said so twice.</p>" for text in PARAGRAPHS * 2)
    blocks = labelled(page(SCRIPTS[kind][1], f"<article><h1>{TITLE}</h1>{shown}</article>"))
    assert not any(block.reason.startswith("state:") for block in blocks)


def test_a_teaser_gives_way_to_the_whole() -> None:
    shown = f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></article>"
    blocks = labelled(page(SCRIPTS["Next"][1], shown))
    assert [block.text for block in blocks if block.kept] == PARAGRAPHS
    assert sum(block.text == PARAGRAPHS[0] for block in blocks) == 2


def test_another_text_of_some_length_stays() -> None:
    shown = f"<article><h1>{TITLE}</h1>{OTHER_HTML}</article>"
    assert not any(block.reason.startswith("state:") for block in labelled(page(SCRIPTS["Next"][1], shown)))


@pytest.mark.parametrize(
    "value",
    [
        {"stories": [STORY, {**STORY, "title": "Rope works sold"}]},
        {"related": [ARTICLE]},
        {"translations": {"title": TITLE, "body": HTML}},
        {"title": TITLE, "description": " ".join(PARAGRAPHS)},
        {"title": TITLE, "url": "/x", "body": PARAGRAPHS[0]},
        {"script": "function a(b){return b.c;} " * 60},
        {"text": "Nothing of what the page is about. " * 40},
    ],
    ids=["others", "related", "interface", "description", "short", "code", "unrelated"],
)
def test_other_state_is_no_article(value: Any) -> None:
    assert not any(block.reason.startswith("state:") for block in labelled(page(in_json("s", value))))


def test_subheadings_and_agency_lines_keep_their_labels() -> None:
    inner = (
        HTML.replace("<p>The board had", "<h2>Eleven times as much</h2><p>The board had") + "<p>--IANS</p>"
    )
    inner += "<figure><figcaption>The lamp at dusk</figcaption></figure><script>track()</script>"
    blocks = labelled(page(in_json("s", {"headline": TITLE, "html": inner})))
    labels = {block.text: block.label for block in blocks}
    assert labels["Eleven times as much"] == "subheading"
    assert labels["--IANS"] == "wire_credit"
    assert "The lamp at dusk" not in labels


@pytest.mark.parametrize(
    "hurt",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"', "'"),
        lambda text: text.replace("{", "[" * 500),
        lambda text: text.replace(":T", ":Tffffffff"),
        lambda text: text * 300,
    ],
    ids=["cut", "quotes", "deep", "lengths", "many"],
)
@pytest.mark.parametrize("kind", SCRIPTS)
def test_damaged_state_is_passed_over(kind: str, hurt: Callable[[str], str]) -> None:
    for block in labelled(page("") + hurt(SCRIPTS[kind][1])):
        assert block.text


def test_a_fragment_made_to_stall_is_passed_over() -> None:
    value = {"title": TITLE, "body": HTML.replace("<p>", "<p " + "a=1 " * 3_000 + ">")}
    assert body(page(in_json("s", value))) == []
