"""Feeds, sitemaps and pages as sites serve them, written for the tests, and what breaks them."""

import random

SITE = "https://bayherald.example"
FEED = f"{SITE}/feeds/news.xml"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="/style.xsl" type="text/xsl"?>
<!-- news <item> of the day -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel>
 <title>Bay Herald &amp;amp; Post</title><link>https://bayherald.example/</link><language>en-GB</language>
 <atom:link href="https://bayherald.example/feeds/news.xml" rel="self" type="application/rss+xml"/>
 <item>
  <title><![CDATA[Council votes on <em>harbour</em> &amp; ferry]]></title>
  <link>/2026/11/harbour-vote?utm_source=rss#top</link>
  <guid isPermaLink="false">4711</guid>
  <pubDate>Mon, 23 Nov 2026 08:15:00 +0000</pubDate>
  <dc:creator><![CDATA[Ana Ruiz]]></dc:creator><dc:creator>Tom Blake</dc:creator>
  <category>Politics</category><category><![CDATA[Harbour &amp; coast]]></category>
  <description><![CDATA[<p>The council votes today.</p><img src="https://t.example/p.gif" width="1" height="1">]]></description>
  <content:encoded><![CDATA[<p>The council votes today on the harbour.</p><p>It is the third vote.</p>
   <script>track()</script><p><a href="/2026/11/harbour-vote">Continue reading&#8230;</a></p>
   <p>The post <a href="/x">Council votes on harbour &amp; ferry</a> appeared first on <a href="/">Bay Herald</a>.</p>]]></content:encoded>
  <media:content url="/img/a.jpg" medium="image" width="800"/>
 </item>
 <item>
  <title>Proxied</title><link>https://feedproxy.example/~r/bay/1</link>
  <feedburner:origLink>https://bayherald.example/2026/11/proxied</feedburner:origLink>
  <author>desk@bayherald.example (Mia Long)</author>
  <enclosure url="https://bayherald.example/b.png" type="image/png" length="1"/>
 </item>
 <item><title>By its guid</title><guid>https://bayherald.example/2026/11/by-guid</guid></item>
 <item><title>No address</title><guid isPermaLink="false">abc</guid></item>
 <item><title>A script</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://bayherald.example/"><title>Bay Herald</title><dc:language>de</dc:language></channel>
<item rdf:about="https://bayherald.example/r1"><title>Erste</title><link>https://bayherald.example/r1</link>
<dc:date>2026-11-23T09:00:00Z</dc:date><dc:subject>Hafen</dc:subject></item></rdf:RDF>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://phare.example/blog/">
<title type="html">Le &lt;b&gt;Phare&lt;/b&gt;</title><author><name>La rédaction</name></author>
<entry><title>Le port</title><id>tag:phare.example,2026:1</id>
 <link rel="self" href="https://phare.example/api/1"/><link rel="alternate" type="text/html" href="2026/port"/>
 <published>2026-11-22T10:00:00+01:00</published><updated>2026-11-23T10:00:00+01:00</updated>
 <author><name>Zoé Petit</name><email>zoe@phare.example</email></author>
 <category term="politique" label="Politique"/>
 <summary type="html">&lt;p&gt;Le port s’ouvre.&lt;/p&gt;</summary>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le port s’ouvre demain.</p><p>Fin.</p></div></content>
</entry></feed>"""

JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "Bay Herald", "language": "en",
 "authors": [{"name": "The Desk"}],
 "items": [
 {"id": "1", "url": "/j1", "title": "First &amp; last", "content_html": "<p>One.</p><p>Two.</p>",
  "date_published": "2026-11-23T08:00:00Z", "date_modified": "2026-11-23T09:00:00Z", "tags": ["Port", 3, "Port"],
  "image": "https://bayherald.example/i.jpg", "authors": [{"name": "Ana Ruiz"}, {"url": "x"}]},
 {"id": "https://bayherald.example/j2", "content_text": "Plain.\\n\\nText."},
 {"id": "no address"}, 7]}"""

FOUR_ADDRESSES = f"""<rss version="2.0"><channel><title>Four</title>
<item><title>One story</title><link>{SITE}/story</link></item>
<item><title>One story</title><link>{SITE}/story?utm_medium=feed&amp;utm_source=home</link></item>
<item><title>One story</title><link>https://BayHerald.example:443/story#comments</link></item>
<item><title>One story</title><link>{SITE}/sports/../story?fbclid=abc</link></item>
<item><title>Another</title><link>{SITE}/story?id=2</link></item></channel></rss>"""

BROKEN_RSS = f"""

<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Fish & Chips&nbsp;News</title>
<item><title>One & two &eacute;</title><link>{SITE}/one?a=1&b=2</link><dc:creator>Ana</dc:creator>
<media:thumbnail url="{SITE}/t.jpg"/></item>
<item><title>Two <b>bold</title><link>{SITE}/two</link></item>
<item><title>Cut""".lstrip(" ")

NEWS_SITEMAP = f"""\ufeff<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> {SITE}/2026/11/harbour-vote </loc><lastmod>2026-11-23T09:00:00Z</lastmod>
 <news:news><news:publication><news:name>Bay Herald</news:name><news:language>en</news:language></news:publication>
 <news:publication_date>2026-11-23T08:15:00Z</news:publication_date><news:title>Council votes
 on harbour</news:title><news:keywords>harbour, council,harbour</news:keywords></news:news>
 <image:image><image:loc>{SITE}/img/a.jpg</image:loc><image:title>Not this</image:title></image:image></url>
<url><loc>/relative</loc></url><url><loc>mailto:a@b.example</loc></url><url/></urlset>"""

SITEMAP_INDEX = f"""<sitemapindex xmlns="http://www.google.com/schemas/sitemap/0.84">
<sitemap><loc>{SITE}/sitemap-1.xml.gz</loc><lastmod>2026-11-01</lastmod></sitemap>
<sitemap><loc>{SITE}/sitemap-2.xml</loc></sitemap><sitemap><loc>{SITE}/sitemap.xml</loc></sitemap></sitemapindex>"""

HOME = """<!doctype html><html><head><title>Bay Herald</title><base href="https://bayherald.example/home/">
<link rel="alternate" type="application/rss+xml" title="News" href="/feeds/news.xml">
<link rel="alternate" type="application/rss+xml" title="Bay Herald » Comments Feed" href="/comments/feed/">
<link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="atom.xml">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
<link rel="alternate" type="application/json+oembed" href="/oembed?x"><link rel="alternate" hreflang="de" href="/de/feed">
<link rel="alternate" type="application/feed+json" href="/feed.json"><link rel="sitemap" href="/sitemap.xml">
</head><body><a href="/rss/sport.xml">Sport</a> <a href="/food/feeding-the-town">Feeding</a>
<a href="https://feeds.feedburner.com/bayherald">Burner</a> <a href="https://other.example/rss">Other</a>
<a href="javascript:void(0)">x</a><a href="/feeds/news.xml">RSS</a></body></html>"""


def entity_bomb(root: str, inside: str) -> bytes:
    """Ten billion laughs, to be told where `inside` says `&a10;`."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
    return (
        f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a0 "ha"><!ENTITY file SYSTEM "file:///etc/hostname">'
        f"{laughs}]><{root}>{inside}</{root}>"
    ).encode()


def mutated(body: bytes, dice: random.Random) -> bytes:
    """The document after a few flips, losses, cuts and repetitions."""
    broken = bytearray(body)
    for _ in range(dice.randint(1, 8)):
        if not broken:
            break
        start = dice.randrange(len(broken))
        end = min(len(broken), start + dice.randint(1, 80))
        what = dice.choice(("flip", "byte", "lose", "cut", "repeat"))
        if what == "flip":
            broken[start] ^= 1 << dice.randrange(8)
        elif what == "byte":
            broken[start] = dice.randrange(256)
        elif what == "lose":
            del broken[start:end]
        elif what == "cut":
            del broken[max(start, len(broken) // 2) :]
        else:
            broken[start:start] = broken[start:end] * dice.choice((1, 3, 100))
    return bytes(broken)
