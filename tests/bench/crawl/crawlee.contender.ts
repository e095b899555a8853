import { CheerioCrawler, Configuration, log } from '@crawlee/cheerio';
import { runContender } from './contender.js';

/** Crawlee with the selections that reading a detail page needs, nothing stored. */
await runContender(async (origin, details) => {
  log.setLevel(log.LEVELS.OFF);
  let pages = 0;
  const crawler = new CheerioCrawler(
    {
      maxConcurrency: 4,
      minConcurrency: 4,
      requestHandler({ $ }) {
        const fields = {
          siteName: $('meta[name="SiteName"]').attr('content'),
          title: $('meta[name="ArticleTitle"]').attr('content'),
          published: $('meta[name="PubDate"]').attr('content'),
          source: $('meta[name="ContentSource"]').attr('content'),
          column: $('meta[name="ColumnName"]').attr('content'),
          heading: $('h1').text(),
          info: $('.line').text(),
          labels: $('table.info td')
            .map((_, cell) => $(cell).text())
            .get(),
          body: $('.TRS_Editor').text(),
          paragraphs: $('.TRS_Editor p').length,
          signature: $('.TRS_Editor p').last().text(),
          images: $('.TRS_Editor img').length,
          players: $('video, audio, embed, iframe').length,
          attachments: $('a[href$=".pdf"], a[appendix]')
            .map((_, link) => $(link).attr('href'))
            .get(),
          links: $('a[href]')
            .map((_, link) => `${$(link).attr('href')} ${$(link).text()}`)
            .get(),
        };
        if (fields.title && fields.body.length > 0 && fields.labels.length > 0) pages += 1;
      },
    },
    new Configuration({ persistStorage: false }),
  );
  await crawler.run(details.map((path) => origin + path));
  return pages;
});
