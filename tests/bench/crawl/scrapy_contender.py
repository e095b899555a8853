"""Scrapy with the selections that reading a detail page needs, nothing stored: the twin of crawlee.contender.ts.

Reads the addresses from standard input, one a line, and prints pages, seconds and processor seconds as JSON.
"""

import json
import resource
import sys
import time

import scrapy
from scrapy.crawler import CrawlerProcess


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Details(scrapy.Spider):
    name = "details"
    pages = 0

    def parse(self, response):
        fields = {
            "site_name": response.css('meta[name="SiteName"]::attr(content)').get(),
            "title": response.css('meta[name="ArticleTitle"]::attr(content)').get(),
            "published": response.css('meta[name="PubDate"]::attr(content)').get(),
            "source": response.css('meta[name="ContentSource"]::attr(content)').get(),
            "column": response.css('meta[name="ColumnName"]::attr(content)').get(),
            "heading": "".join(response.css("h1 ::text").getall()),
            "info": "".join(response.css(".line ::text").getall()),
            "labels": ["".join(cell.css("::text").getall()) for cell in response.css("table.info td")],
            "body": "".join(response.css(".TRS_Editor ::text").getall()),
            "paragraphs": len(response.css(".TRS_Editor p")),
            "signature": "".join(response.xpath('(//*[@class="TRS_Editor"]//p)[last()]//text()').getall()),
            "images": len(response.css(".TRS_Editor img")),
            "players": len(response.css("video, audio, embed, iframe")),
            "attachments": response.css('a[href$=".pdf"]::attr(href), a[appendix]::attr(href)').getall(),
            "links": [
                f"{link.attrib['href']} {''.join(link.css('::text').getall())}" for link in response.css("a[href]")
            ],
        }
        if fields["title"] and fields["body"] and fields["labels"]:
            Details.pages += 1


addresses = sys.stdin.read().split()
process = CrawlerProcess(
    {
        "CONCURRENT_REQUESTS": 4,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
        "COOKIES_ENABLED": False,
        "LOG_ENABLED": False,
        "RETRY_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "TELNETCONSOLE_ENABLED": False,
        "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
    }
)
process.crawl(Details, start_urls=addresses)
busy, started = processor_seconds(), time.perf_counter()
process.start()
result = {
    "pages": Details.pages,
    "seconds": time.perf_counter() - started,
    "cpuSeconds": processor_seconds() - busy,
}
print(json.dumps(result))
