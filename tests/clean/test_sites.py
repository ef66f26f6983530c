"""What recurs on a site's articles goes, what their reporters wrote stays; the memory stays within bounds."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from copydesk.tasks.article import Article, Block
from copydesk.tasks.clean import site_memory
from copydesk.tasks.clean.site_lines import SIGHTING, Sightings, places, sightings, sketch_of
from copydesk.tasks.clean.site_proof import distinct_bodies
from tests.clean.made_sites import (
    PROMPT,
    after,
    article,
    paragraphs,
    proofs,
    remembered,
    site,
)


def test_a_line_that_was_struck_elsewhere_is_struck_and_all_follows_from_it() -> None:
    judged = article(9, [*paragraphs(9), (PROMPT, "body")])
    done = after(site((PROMPT, "newsletter"), 4), judged)
    assert done.body == "\n\n".join(text for text, _ in paragraphs(9))
    assert done.body_sha256 == hashlib.sha256(done.body.encode()).hexdigest()
    assert done.article_id == judged.article_id
    assert done.blocks[-1] == Block(PROMPT, "newsletter", "site:seen on 5 articles")
    assert done.completeness == "full"
    assert done.blocks[:-1] == judged.blocks[:-1]


def test_two_articles_prove_nothing() -> None:
    judged = article(9, [*paragraphs(9), (PROMPT, "body")])
    assert after(site((PROMPT, "newsletter"), 1), judged) is judged


def test_another_site_proves_nothing() -> None:
    judged = article(9, [*paragraphs(9), (PROMPT, "body")], site="courier.example")
    assert after(site((PROMPT, "newsletter")), judged) is judged


def test_a_text_of_no_known_site_takes_no_part() -> None:
    judged = article(9, [*paragraphs(9), (PROMPT, "body")], site=None)
    others = [article(n, [*paragraphs(n), (PROMPT, "newsletter")], site=None) for n in range(5)]
    assert not len(sightings(others))
    assert after(others, judged) is judged


def test_what_always_stands_behind_the_body_is_struck_though_it_was_always_kept() -> None:
    judged = article(9, [*paragraphs(9), (PROMPT, "body")])
    assert after(site((PROMPT, "body"), 4), judged).blocks[-1].label == "other"
    assert after(site((PROMPT, "body"), 3), judged) is judged
    # Not where it stands on a small part of the site's articles, such as what ends all stories of one affair.
    elsewhere = [article(n, paragraphs(n)) for n in range(20, 60)]
    assert after([*site((PROMPT, "body"), 6), *elsewhere], judged) is judged


def test_a_long_line_behind_another_of_the_sites_is_at_the_edge_too() -> None:
    biography = "The writer has covered the harbour for this newspaper since the old pier was built."
    lines = [(PROMPT, "body"), (biography, "body")]
    judged = article(9, [*paragraphs(9), *lines])
    done = after([article(n, [*paragraphs(n), *lines]) for n in range(5)], judged)
    assert [block.label for block in done.blocks[-2:]] == ["other", "other"]


@pytest.mark.parametrize(
    "line", ["What it means", "And the tide, as ever, took its own time about all of it.", PROMPT]
)
def test_what_stood_inside_running_text_first_is_never_struck(line: str) -> None:
    def inside(number: int) -> Article:
        return article(number, [*paragraphs(number, 2), (line, "subheading"), *paragraphs(number + 100, 2)])

    columns = [inside(number) for number in range(8)]
    assert after(columns, inside(9)) == inside(9)
    mixed = [inside(0), *site((line, "other"), 6, first=1)]
    judged = article(9, [*paragraphs(9), (line, "body")])
    assert after(mixed, judged) is judged
    # First is what was published first, in whichever order the articles come.
    assert after(mixed[::-1], judged) is judged


def test_a_refrain_within_one_article_is_one_sighting() -> None:
    refrain = ("And the tide, as ever, took its own time about all of it.", "body")
    song = article(0, [*paragraphs(0, 2), refrain, *paragraphs(1, 2), refrain, *paragraphs(2, 2), refrain])
    assert len(sightings([song])) == 7
    assert after([], song) is song


def test_the_same_story_under_many_addresses_proves_nothing() -> None:
    story = [*paragraphs(1, 8), (PROMPT, "body")]
    copies = [article(n, story) for n in range(8)]
    assert after(copies, article(9, story)).body == article(9, story).body
    edited = [article(n, [*paragraphs(1, 8), *paragraphs(n, 1), (PROMPT, "other")]) for n in range(10, 18)]
    assert after(edited, article(9, story)).body == article(9, story).body


def test_a_lede_that_others_show_as_a_teaser_stays() -> None:
    lede, *rest = paragraphs(5)
    judged = article(5, [lede, *rest])
    teasers = [article(n, [*paragraphs(n), (lede[0], "related")]) for n in (1, 2, 3, 6, 7, 8)]
    assert after(teasers, judged) is judged


def test_the_standing_paragraph_that_opens_a_series_stays() -> None:
    intro = ("This is one of a series of letters from the people who live beside the sea wall.", "body")
    series = [article(n, [intro, *paragraphs(n)]) for n in range(8)]
    assert after(series, article(9, [intro, *paragraphs(9)])) == article(9, [intro, *paragraphs(9)])


def test_updates_that_live_pages_share_stay() -> None:
    update = ("9.15 p.m.: The lock keeper says that the gates are to stay shut until the morning.", "body")
    pages = [article(n, [*paragraphs(n, 3), update, *paragraphs(n + 50, 3)]) for n in range(8)]
    assert after(pages, pages[3]) is pages[3]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("By our harbour correspondent", "byline"),
        ("PORT TOWN, Wednesday", "dateline"),
        ("(Reporting by Ana Weber; Editing by Jan Holm)", "wire_credit"),
    ],
)
def test_bylines_datelines_and_credits_get_their_own_label(line: str, label: str) -> None:
    others = [article(n, [(line, label), *paragraphs(n)]) for n in range(4)]
    done = after(others, article(9, [(line, "body"), *paragraphs(9)]))
    assert done.blocks[0].label == label
    assert after(others, others[0]) is others[0]


def test_a_note_of_correction_is_its_articles_own() -> None:
    note = (
        "Correction: an earlier version of this story gave the wrong name for the ferry to the isles.",
        "body",
    )
    others = site(("Corrections", "other"))
    judged = article(9, [*paragraphs(9), ("Corrections", "body"), note])
    assert note[0] in after(others, judged).body


def test_an_article_is_not_emptied() -> None:
    judged = article(9, [(PROMPT, "body"), ("Short.", "body")])
    assert after(site((PROMPT, "newsletter")), judged) is judged


def test_offers_and_access_are_read_again() -> None:
    price = "Digital Basic for €12 every 3 months"
    others = site((price, "offer"))
    done = after(others, article(9, [*paragraphs(9), (price, "body")], access="open"))
    assert [(offer.price, offer.currency) for offer in done.offers] == [(12, "EUR")]
    assert done.access == "open"
    wall = ("This story is for subscribers only.", "paywall")
    walled = article(9, [*paragraphs(9), (wall[0], "body")], access="metered")
    assert after(site(wall), walled).access == "paid"
    metered = article(9, [*paragraphs(9), (PROMPT, "body")], access="metered")
    assert after(site((PROMPT, "newsletter")), metered).access == "metered"


def test_places() -> None:
    lines = [
        ("Kicker", "body"),
        ("Sign up", "other"),
        *paragraphs(1, 1),
        ("Head", "subheading"),
        *paragraphs(2, 1),
    ]
    lines += [("More", "body")]
    assert places(article(1, lines).blocks) == [2, 0, 1, 1, 3, 3]
    assert places(article(1, lines).blocks, passing={4}) == [2, 0, 3, 3, 3, 3]
    assert places(article(1, [("Short", "body")]).blocks) == [3]


def test_sketches_tell_how_much_bodies_share() -> None:
    one = ". ".join(f"Sentence number {n} of the story" for n in range(40))
    other = one.replace("number 7", "number seven")
    rows = np.zeros(3, SIGHTING)
    rows["sketch"] = [sketch_of(one), sketch_of(other), sketch_of(one.replace("story", "play"))]
    assert distinct_bodies(rows) == 2
    assert distinct_bodies(rows[:0]) == 0
    assert sketch_of("").shape == (8,)


def test_the_memory_is_the_same_in_any_order_and_the_same_again() -> None:
    articles = [*site((PROMPT, "newsletter"), 12), *(article(30 + n, paragraphs(n)) for n in range(12))]
    once = remembered(articles)
    for other in (remembered(articles[::-1]), remembered(articles, once), remembered(articles[5:9], once)):
        assert all(np.array_equal(once[n], other[n]) for n in once)
    one_by_one: dict[int, Sightings] = {}
    for each in articles:
        one_by_one = remembered([each], one_by_one)
    assert all(np.array_equal(once[n], one_by_one[n]) for n in once)


def test_an_article_that_was_cleaned_anew_counts_as_it_is_now() -> None:
    before = remembered(site((PROMPT, "newsletter"), 3))
    now = remembered(site((PROMPT, "body"), 3), before)
    assert not proofs(now)


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_memory, "LINES_A_SITE", 20)
    monkeypatch.setattr(site_memory, "SITES_A_BUCKET", 2)
    memory: dict[int, Sightings] = {}
    for number in range(60):
        name = f"paper{number // 2}.example"
        memory = remembered(
            [article(number, [*paragraphs(number, 15), (PROMPT, "other")], site=name)], memory
        )
    for rows in memory.values():
        assert len(np.unique(rows["site"])) <= 2
        assert all((rows["site"] == name).sum() <= 21 for name in rows["site"])
    # What recurs stays before what was seen once, and what was seen last before what was seen earlier.
    kept = np.concatenate(list(memory.values()))
    (newest,) = sightings([article(1, [(PROMPT, "other")], "paper29.example")])
    assert (kept["line"] == newest["line"]).sum() == 2
    assert (kept["site"] == newest["site"]).sum() == 21


def test_what_was_dropped_does_not_come_back_with_the_same_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_memory, "LINES_A_SITE", 5)
    many = [article(n, [*paragraphs(n), *paragraphs(n // 3 + 500, 3)]) for n in range(30)]
    once = remembered(many)
    assert all(np.array_equal(once[n], rows) for n, rows in remembered(many, once).items())


def test_a_line_on_thousands_of_articles_takes_no_more_than_ten_sightings() -> None:
    memory = remembered([article(n, [*paragraphs(n, 1), (PROMPT, "newsletter")]) for n in range(2_000)])
    rows = np.concatenate(list(memory.values()))
    lines, counts = np.unique(rows["line"], return_counts=True)
    assert counts.max() <= 10
    assert len(lines) <= site_memory.LINES_A_SITE
