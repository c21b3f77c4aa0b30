"""The one way out: every request of a crawl child passes through here, whoever asks for it.

Pure rules (address, retry_after, robots, decoding, blocks, budget) know no Scrapy; ``door`` holds one crawl's state,
``handler`` and ``middleware`` tie it to Scrapy's downloader.
"""
