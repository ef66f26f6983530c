"""Fetch: addresses become a raw archive, politely, and only what is new.

In: seeds (feeds, sitemaps, home pages, single pages, web archives). Out: WARC files, and a row for every
exchange, made or declined. Always: one request at a time and a pause between two for each host; no robots.txt
disobeyed; no address reached that is not public; what was fetched is in the archive before it counts as
fetched. This is the one folder that touches the network.
"""
