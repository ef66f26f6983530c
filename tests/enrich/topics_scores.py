"""How often topics are right on the gold texts: top level, deeper ones, and what is said where nothing should be."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from articles import ARTICLE

from copydesk.tasks.enrich.topics import topics_of

GOLD = [json.loads(line) for line in Path(__file__).with_name("gold_topics.jsonl").read_text().splitlines()]
