import pytest

from copydesk.tasks.enrich.entities_links import linked
from copydesk.tasks.enrich.entities_rules import corrected
from copydesk.tasks.enrich.entities_spans import Span


def marked(text: str, *names: tuple[str, str]) -> tuple[str, list[Span]]:
    spans, at = [], 0
    for name, label in names:
        at = text.index(name, at)
        spans.append(Span(at, at + len(name), label))
        at += len(name)
    return text, spans


@pytest.mark.parametrize(
    ("text", "names", "canonical"),
    [
        (
            "Trump said. Donald J. Trump said. Donald Trump said.",
            [("Trump", "person"), ("Donald J. Trump", "person"), ("Donald Trump", "person")],
            ["Donald J. Trump"] * 3,
        ),
        (
            "Ann Lee met Bo Lee. Lee left.",
            [("Ann Lee", "person"), ("Bo Lee", "person"), ("Lee", "person")],
            ["Ann Lee", "Bo Lee", "Bo Lee"],
        ),
        (
            "The IMF warned. The International Monetary Fund (IMF) lends.",
            [("IMF", "place"), ("International Monetary Fund", "organization"), ("IMF", "place")],
            ["International Monetary Fund"] * 3,
        ),
        (
            "Acme fell. Acme Inc rose. ACME closed.",
            [("Acme", "organization"), ("Acme Inc", "organization"), ("ACME", "organization")],
            ["Acme Inc"] * 3,
        ),
        (
            "The U.S. and the United States",
            [("U.S.", "place"), ("United States", "place")],
            ["United States"] * 2,
        ),
        ("Syria and Russia", [("Syria", "place"), ("Russia", "place")], ["Syria", "Russia"]),
    ],
)
def test_mentions_are_linked(text: str, names: list[tuple[str, str]], canonical: list[str]) -> None:
    assert [mention.canonical for mention in linked(*marked(text, *names))] == canonical


def test_initials_take_the_label_of_their_name() -> None:
    mentions = linked(
        *marked(
            "Gulf Cooperation Council (GCC)", ("Gulf Cooperation Council", "organization"), ("GCC", "place")
        )
    )
    assert mentions[1].label == "organization"


@pytest.mark.parametrize(
    ("text", "name", "label", "cut"),
    [
        ("US President Barack Obama spoke", "President Barack Obama", "person", ["Barack Obama"]),
        ("Mr. Obama's plan", "Mr. Obama's", "person", ["Obama"]),
        ("the Red Cross", "the Red Cross", "organization", ["Red Cross"]),
        ("China's Communist Party", "China's Communist Party", "organization", ["China", "Communist Party"]),
        ("a US-Egypt summit", "US-Egypt", "organization", ["US", "Egypt"]),
    ],
)
def test_names_are_cut(text: str, name: str, label: str, cut: list[str]) -> None:
    body, spans = marked(text, (name, label))
    assert [body[s.start : s.end] for s in corrected(body, spans)][-len(cut) :] == cut


def test_one_name_is_one_thing_in_an_article() -> None:
    body, spans = marked(
        "Ada Kargil spoke. Kargil left. Kargil won.",
        ("Ada Kargil", "person"),
        ("Kargil", "place"),
        ("Kargil", "organization"),
    )
    assert {span.label for span in corrected(body, spans)} == {"person"}


@pytest.mark.parametrize(
    ("body", "given", "found"),
    [
        ("the Bank of Korea raised rates", [("Bank", "organization"), ("Korea", "place")], ["Bank of Korea"]),
        ("in the Kingdom of Saudi Arabia.", [("Kingdom of", "place")], ["Kingdom of Saudi Arabia"]),
        ("the Office of the clerk", [("Office of the", "organization")], []),
        (
            "Port Haven Drainage Board (PHDB) met. PHDB will dig.",
            [("Port Haven Drainage Board", "organization")],
            ["Port Haven Drainage Board", "PHDB", "PHDB"],
        ),
        ("he told Al Jazeera that NATOs are", [("Al Jazeera", "person")], ["Al Jazeera"]),
        ("a loan of US $5 million", [("US", "place")], []),
        ("Tk 3,000 a month", [("Tk", "place")], []),
        ("Hwang In-beom scored", [("Hwang In", "person")], ["Hwang In-beom"]),
        ("a Donald Trump-era rule", [("Donald Trump", "person")], ["Donald Trump"]),
    ],
)
def test_how_far_names_reach(body: str, given: list[tuple[str, str]], found: list[str]) -> None:
    spans = [Span(body.index(name), body.index(name) + len(name), label) for name, label in given]
    assert [body[span.start : span.end] for span in corrected(body, spans)] == found
