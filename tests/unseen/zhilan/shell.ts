import { OFFICE } from './text.js';

/** The only page there is. */
export const SHELL = `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="X-UA-Compatible" content="IE=edge" />
    <meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1, minimum-scale=1, user-scalable=no" />
    <meta name="SiteName" content="${OFFICE}" />
    <meta name="SiteDomain" content="rsj.zhilan.example" />
    <meta name="SiteIDCode" content="0000180018" />
    <title>${OFFICE}</title>
    <link rel="icon" href="/favicon.ico" type="image/x-icon" />
    <link rel="stylesheet" href="/umi.b07e55d2.css" />
    <script>
      window.routerBase = "/";
      window.publicPath = "/";
    </script>
  </head>
  <body>
    <noscript>You need to enable JavaScript to run this app.</noscript>
    <div id="root"></div>
    <script src="/umi.3f9ac1d7.js"></script>
  </body>
</html>
`;
