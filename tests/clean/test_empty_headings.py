from copydesk.tasks.clean.label_page import PageEvidence, label_page
from copydesk.tasks.clean.page import parse_page

PAGE = """<article><h1>Mill reopens</h1><p>The mill on the river has reopened after two years of repairs, its owners said.</p>
<h2>Visitors</h2><p>Visitors may watch the wheel from April, and the bakery next door will sell its flour.</p></article>
<div class="newsletter"><h3>The mill by mail</h3><p>Sign up for our newsletter</p></div>"""


def test_a_heading_behind_the_last_paragraph_heads_nothing_that_is_kept() -> None:
    blocks = label_page(parse_page(PAGE), PageEvidence())
    labels = {block.text: block.label for block in blocks}
    assert labels["Visitors"] == "subheading"
    assert not [block.text for block in blocks if block.kept][-1].startswith("The mill by")
    assert [block.text for block in blocks if block.kept][-1].startswith("Visitors may")
