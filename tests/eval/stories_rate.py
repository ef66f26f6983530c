"""How well near-identical articles are told from others, how fast, and whether the order of runs shows:
`python -m tests.eval.stories_rate CORPORA [--seed 1] [--runs 5] [--times 1]`.

Pairs of articles that share a `story_id` are held against the pairs that tell one story (what counts as one
stands in `stories_corpus`). The same articles are filed in one run and, shuffled, in several.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pyarrow.dataset as ds

from copydesk.tasks.article import Article, Block
from copydesk.tasks.staging import write_articles
from copydesk.tasks.write import filing
from copydesk.tasks.write.check import check_output
from copydesk.tasks.write.filing import RunStamp, file_batches
from tests.eval.stories_corpus import Made, make, texts

_BATCH = 500
Story = tuple[str | None, str | None]


def as_article(number: int, made: Made) -> Article:
    """Return the article as the stages before would have made it."""
    digest = hashlib.sha256(made.body.encode()).hexdigest()
    return Article(
        raw_ref=f"made.jsonl#{number}",
        article_id=hashlib.sha256(str(number).encode()).hexdigest()[:16],
        body=made.body,
        body_sha256=digest,
        word_count=len(made.body.split()),
        page_kind="article",
        access="open",
        completeness="full",
        encoding="utf-8",
        encoding_from="bom",
        rules_version="1",
        blocks=(Block(made.body, "body", "made"),),
        offers=(),
        title=made.title,
        url=f"https://site{number % 97}.example.com/{number}",
        source=f"site{number % 97}.example.com",
        published_at=made.published_at,
        fetched_at=made.fetched_at,
        dates=None,
    )


def file(articles: Sequence[Article], folder: Path, runs: int) -> tuple[dict[str, Story], float, float]:
    """File articles in so many runs; return their stories, the CPU seconds that these took, and all seconds."""
    output, spent = folder / "output", Clock()
    began = time.perf_counter()
    for run in range(runs):
        part = articles[len(articles) * run // runs : len(articles) * (run + 1) // runs]
        staged = []
        for start in range(0, len(part), _BATCH):
            staged.append(folder / f"{run}-{start}.parquet")
            began_staging = time.perf_counter()
            write_articles(part[start : start + _BATCH], staged[-1])
            began += time.perf_counter() - began_staging
        with spent:
            file_batches(staged, [], output, RunStamp(f"run-{run}", datetime.now(UTC), "1"))
    seconds = time.perf_counter() - began
    columns = ["article_id", "story_id", "duplicate_of"]
    rows = ds.dataset(output / "articles", partitioning="hive").to_table(columns=columns).to_pylist()
    assert check_output(output) == []
    return {row["article_id"]: (row["story_id"], row["duplicate_of"]) for row in rows}, spent.seconds, seconds


class Clock:
    """Adds up the seconds of processor time that telling stories takes within filing."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __enter__(self) -> None:
        self._tell = filing.tell

        def timed(*arguments):  # type: ignore[no-untyped-def]
            began = time.process_time()
            told = self._tell(*arguments)
            self.seconds += time.process_time() - began
            return told

        filing.tell = timed

    def __exit__(self, *_: object) -> None:
        filing.tell = self._tell


def judge(made: Mapping[str, Made], told: Mapping[str, Story]) -> None:
    """Print precision, recall and F1 over pairs, and which ways of making account for what is wrong."""
    gold, found = (
        pairs({article_id: one.story for article_id, one in made.items()}),
        pairs({article_id: story or article_id for article_id, (story, _) in told.items()}),
    )
    right, precision, recall = (
        len(gold & found),
        len(gold & found) / len(found),
        len(gold & found) / len(gold),
    )
    print(f"pairs {len(gold)}, found {len(found)}, right {right}")
    print(f"precision {precision:.4f}, recall {recall:.4f}, F1 {2 * right / (len(gold) + len(found)):.4f}")
    for name, wrong in (("missed", gold - found), ("false", found - gold)):
        ways = Counter(" / ".join(sorted((made[a].way, made[b].way))) for a, b in wrong)
        print(f"{name} {len(wrong)}: {', '.join(f'{way} {count}' for way, count in ways.most_common(12))}")


def pairs(story_of: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the pairs of articles that share a story."""
    stories = defaultdict(list)
    for article_id, story in story_of.items():
        stories[story].append(article_id)
    return {pair for ids in stories.values() for pair in combinations(sorted(ids), 2)}


def main() -> None:
    """Make the articles, file them in one run and in several, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    bodies = texts(options.corpora)
    all_made = list(make(bodies, chance))
    articles = [as_article(number, one) for number, one in enumerate(all_made)]
    made = {article.article_id: one for article, one in zip(articles, all_made, strict=True)}
    print(f"{len(bodies)} texts, {len(made)} articles: {dict(Counter(one.way for one in all_made))}")
    with tempfile.TemporaryDirectory() as folder:
        told, spent, seconds = file(articles, Path(folder), 1)
        size = Path(folder, "output/.copydesk/stories.sqlite").stat().st_size
    print(
        f"one run: {spent:.1f} s of CPU for stories, {seconds:.1f} s for all; {size / 1e6:.0f} MB of sketches"
    )
    judge(made, told)
    chance.shuffle(articles)
    with tempfile.TemporaryDirectory() as folder:
        again, spent, seconds = file(articles, Path(folder), options.runs)
    same = sum(told[article_id] == again[article_id] for article_id in told)
    print(
        f"{options.runs} runs: {spent:.1f} s for stories of {seconds:.1f} s; the same ids: {same} of {len(told)}"
    )


if __name__ == "__main__":
    main()
