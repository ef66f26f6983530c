"""What is done to an article, one folder per verb: load, clean, enrich, write."""
