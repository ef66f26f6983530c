"""What the memory of a site is worth: the tenth article of a site, cold, and with the memory of the nine before.

    python tests/eval/site_memory.py ARTICLES.parquet TEXTS.parquet --weights FOLDER

ARTICLES has the columns `corpus, id, url, html, page_type, title, body, keep, drop`, TEXTS `corpus, id, text, body`
of the same articles as scraped text. No corpus has ten articles of a site, so that sites are made: what the gold
strikes from one article, around the gold bodies of ten others (`site_grafts.py`). Nothing is labelled by weights
that have learnt from its publisher: five sets are learnt, and kept in FOLDER for the next time.

Then the publishers that have several pages in ARTICLES, as they are: there a page's weights know its publisher.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import train_page
import train_text
from body_scores import score_bodies
from export_model import export_booster
from gold_blocks import words_of
from site_grafts import Graft, Source, donors, languages, page_site, text_site
from sklearn.model_selection import GroupKFold
from text_corpus import word_f1

from copydesk.tasks.article import Article, RawArticle
from copydesk.tasks.clean import label_page, label_text, text_scores
from copydesk.tasks.clean.batch import clean_raws
from copydesk.tasks.clean.features import NAMES as PAGE_NAMES
from copydesk.tasks.clean.model import load_model, read_model
from copydesk.tasks.clean.site_lines import sightings
from copydesk.tasks.clean.site_memory import BUCKETS, bucket, merge
from copydesk.tasks.clean.site_proof import prove
from copydesk.tasks.clean.site_strike import without_sites_lines
from copydesk.tasks.clean.text_wording import load_wording, read_wording

FOLDS = train_page.FOLDS


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--sites", type=int, default=300)
    options = parser.parse_args()
    titles = {
        (row["corpus"], row["id"]): row
        for row in pq.read_table(options.articles, columns=["corpus", "id", "title"]).to_pylist()
    }
    for kind, sources in (
        ("text", text_sources(options.texts, options.articles, options.weights, titles)),
        ("page", page_sources(options.articles, options.weights, titles)),
    ):
        sites = list(made_sites(kind, sources, options.weights, options.sites))
        report(f"{kind}s of made-up sites", [(site[:-1], site[-1:]) for site in sites])
    use_weights(None)
    report("pages of real publishers", [([], site) for site in real_sites(options.articles)])


def text_sources(
    texts: Path, articles: Path, weights: Path, titles: dict[tuple[str, str], dict[str, str]]
) -> list[Source]:
    found = [text for text in train_text.read_texts(texts, [articles]) if text.judged]
    rows = pq.read_table(texts, columns=["corpus", "id"]).to_pylist()
    folds = GroupKFold(FOLDS, shuffle=True, random_state=0).split(
        found, groups=[text.publisher for text in found]
    )
    fold_of = {}
    for fold, (known, unseen) in enumerate(folds):
        fold_of |= dict.fromkeys(unseen.tolist(), fold)
        folder = fold_folder(weights, fold)
        if not (folder / "weights_wording.npz").exists():
            train_text.write_weights([found[i] for i in known], folder)
    return [
        Source(
            text.publisher,
            fold_of[n],
            text.body,
            titles[row["corpus"], row["id"]]["title"] or "",
            tuple(text.lines),
        )
        for n, (text, row) in enumerate(zip(found, rows, strict=True))
    ]


def page_sources(
    articles: Path, weights: Path, titles: dict[tuple[str, str], dict[str, str]]
) -> list[Source]:
    pages = train_page.read_pages([articles])
    sources = []
    html = {f"{row['corpus']}:{row['id']}": row for row in pq.read_table(articles).to_pylist()}
    for page in pages:
        row = html[page.key]
        title = titles[row["corpus"], row["id"]]["title"] or ""
        if page.body and page.is_article:
            lines = tuple(block.text for block in page.blocks)
            sources.append(Source(page.publisher, page.fold(FOLDS), page.body, title, lines, row["html"]))
    train_page.thin(pages)
    for fold in range(FOLDS):
        path = fold_folder(weights, fold) / "weights_page.npz"
        if not path.exists():
            export_booster(train_page.learn([p for p in pages if p.fold(FOLDS) != fold]), PAGE_NAMES, path)
    return sources


def made_sites(
    kind: str, sources: Sequence[Source], weights: Path, most: int
) -> Iterator[list[tuple[Article, str]]]:
    """Yield made-up sites: ten cleaned articles each, with their gold bodies."""
    tongues = languages(sources)
    pools: dict[tuple[int, str], list[str]] = defaultdict(list)
    for source, tongue in zip(sources, tongues, strict=True):
        gold = set(source.body.splitlines())
        pools[source.fold, tongue] += [
            line for line in source.lines if 8 <= len(line) <= 300 and line not in gold
        ]
    order = random.Random(1).sample(range(len(sources)), len(sources))
    made: Counter[int] = Counter()
    for number in sorted(order, key=lambda n: sources[n].fold):
        source, bodies = sources[number], donors(sources, tongues, number)
        if not bodies or made[source.fold] >= most / FOLDS:
            continue
        use_weights(weights, source.fold)
        pool = pools[source.fold, tongues[number]]
        if kind == "page":
            grafts = page_site(source, bodies, pool)
        else:
            grafts = text_site(source, label_text.label_text("\n".join(source.lines)), bodies, pool)
        site = cleaned(number, grafts)
        if site:
            made[source.fold] += 1
            yield site


def cleaned(number: int, grafts: Sequence[Graft]) -> list[tuple[Article, str]]:
    raws = [
        RawArticle(
            f"{number}#{place}",
            html=graft.content if graft.is_html else None,
            text=None if graft.is_html else graft.content,
            declared_encoding="utf-8",
            url=f"https://www.site{number}.com/{place}",
            published=f"2024-03-{place + 1:02}",
        )
        for place, graft in enumerate(grafts)
    ]
    articles, rejects = clean_raws(raws)
    return list(zip(articles, (graft.body for graft in grafts), strict=True)) if not rejects else []


def fold_folder(weights: Path, fold: int) -> Path:
    """Return the folder for the weights that know nothing of a fold's publishers."""
    folder = weights / f"fold_{fold}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def use_weights(weights: Path | None, fold: int = 0) -> None:
    """Label by the weights of a fold, as far as they are learnt, or by those that ship."""
    if weights is None:
        load, wording = load_model, load_wording
    else:
        paths = {path.stem: path for path in fold_folder(weights, fold).glob("weights_*.npz")}
        known = paths.pop("weights_wording")
        models = {name.removeprefix("weights_"): read_model(path) for name, path in paths.items()}
        load, wording = models.__getitem__, partial(cache(read_wording), known)
    label_page.load_model = text_scores.load_model = load
    text_scores.load_wording = wording


def real_sites(articles: Path) -> list[list[tuple[Article, str]]]:
    """Return the pages of the publishers with two or more, with their gold bodies."""
    sites: dict[str, list[tuple[Article, str]]] = defaultdict(list)
    for row in pq.read_table(articles).to_pylist():
        if row["body"] and row["page_type"] == "article":
            raw = RawArticle(row["id"], html=row["html"], url=row["url"], fetched_at=datetime.now(UTC))
            for article in clean_raws([raw])[0]:
                sites[article.source or ""].append((article, row["body"]))
    return [site for name, site in sites.items() if name and len(site) > 1]


def report(
    name: str, sites: Sequence[tuple[Sequence[tuple[Article, str]], Sequence[tuple[Article, str]]]]
) -> None:
    """Print how the second part of each site does, cold and with what both parts prove."""
    cold, warm = [], []
    struck = wrong = 0
    for before, judged in sites:
        known = merge_all([article for article, _ in before], [article for article, _ in judged])
        for article, gold in judged:
            after = without_sites_lines(article, known)
            lines = {" ".join(words_of(line)) for line in gold.splitlines()}
            gone = [
                b.text for b, a in zip(article.blocks, after.blocks, strict=True) if b.kept and not a.kept
            ]
            struck += len(gone)
            for text in gone:
                if " ".join(words_of(text)) in lines:
                    wrong += 1
                    print("  of the gold body:", article.source, repr(text))
            cold.append((gold, article.body))
            warm.append((gold, after.body))
    print(f"{name}: {len(sites)} sites, {len(cold)} articles; lines struck {struck}, of gold bodies {wrong}")
    for how, pairs in (("cold", cold), ("with memory", warm)):
        shingle, precision, recall = score_bodies(pairs)
        words = np.mean([word_f1(*pair) for pair in pairs])
        print(f"  {how:12} shingle F1 {shingle:.4f} (P {precision:.4f}, R {recall:.4f}), word F1 {words:.4f}")


def merge_all(before: Sequence[Article], run: Sequence[Article]) -> dict[int, object]:
    """Return the proofs for a run, by line: `before` was filed by an earlier one."""
    earlier, now = (rows[np.argsort(rows["site"])] for rows in (sightings(before), sightings(run)))
    proofs = {}
    for number in range(BUCKETS):
        old, new = bucket(earlier, number), bucket(now, number)
        memory = merge(merge(old[:0], old), new)
        proofs |= {proof.line: proof for proof in prove(memory, np.unique(new["line"][new["place"] > 0]))}
    return proofs


if __name__ == "__main__":
    main()
