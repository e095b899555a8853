/** The source of every address: nothing in it but the application. */
export const SHELL = `<!DOCTYPE html>
<html lang="zh-CN">
  <head>
    <meta charset="UTF-8" />
    <link rel="icon" href="/favicon.ico" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <meta name="SiteName" content="砚溪县人民政府" />
    <meta name="SiteDomain" content="www.yanxi.example.cn" />
    <meta name="SiteIDCode" content="5399270001" />
    <title>砚溪县人民政府门户网站</title>
    <style>
      .app-loading { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; color: #1a5fb4; }
      .app-loading .dots { width: 48px; height: 48px; border: 4px solid #dbe7f7; border-top-color: #1a5fb4; border-radius: 50%; animation: turn 1s linear infinite; }
      @keyframes turn { to { transform: rotate(360deg); } }
    </style>
    <script type="module" crossorigin src="/assets/index-C8s1kq2e.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/index-Bd03nPz7.css">
  </head>
  <body>
    <noscript><strong>很抱歉，本网站需要启用 JavaScript 才能正常浏览。</strong></noscript>
    <div id="app"><div class="app-loading"><div class="dots"></div><span>加载中，请稍候…</span></div></div>
  </body>
</html>
`;

export const STYLE = `body{margin:0;font:16px/1.6 "Microsoft YaHei",sans-serif;color:#303133}
.el-header{background:#1a5fb4;color:#fff;padding:20px}.el-menu{list-style:none;padding:0;margin:0}
.el-menu--horizontal{display:flex}.el-menu-item{cursor:pointer;padding:8px 16px}.el-menu-item.is-active{color:#1a5fb4;font-weight:700}
.wrap{max-width:1200px;margin:0 auto}.el-container{display:flex}.el-main{flex:1;padding:20px;min-width:0}
.news-item{display:flex;gap:12px}.news-item__title{flex:1}.ellipsis{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.file-item,.tree-row,.el-table__row,.el-card{cursor:pointer}.el-pagination{display:flex;gap:8px}.el-pager{display:flex;gap:4px;list-style:none;margin:0;padding:0}
.el-pager li{cursor:pointer;padding:0 8px}.el-pager .is-active{background:#1a5fb4;color:#fff}
.el-image{min-height:240px}.el-carousel__container{position:relative;overflow:hidden;height:300px}.quick,.el-row{display:flex;flex-wrap:wrap;gap:16px;padding:16px}.quick a{padding:12px 20px;background:#f0f4fa}.home-card{flex:1;min-width:340px}.el-select,.el-tree-node__content,.el-tabs__item,.el-radio-button,.related-row,.sib{cursor:pointer}.el-tabs__nav,.el-radio-group{display:flex;gap:24px}.tree-box{display:flex;gap:24px}.el-tree{width:220px}.tree-pane{flex:1}.tree-row{display:flex;justify-content:space-between}a{color:#1a5fb4;text-decoration:none}.el-carousel__item{position:absolute;inset:0}
.detail-title{font-size:26px;font-weight:700;text-align:center}.el-descriptions__table{width:100%;border-collapse:collapse}.el-descriptions__cell{border:1px solid #ebeef5;padding:8px}
.el-overlay{position:fixed;inset:0;background:rgba(0,0,0,.5)}.el-dialog{background:#fff;width:640px;margin:15vh auto;padding:16px}
.el-skeleton__item{height:16px;background:#f2f2f2;margin-top:16px}.el-empty{text-align:center;padding:40px}.el-icon svg{width:1em;height:1em}
.notice-item{display:flex;gap:16px;min-height:112px}.el-footer{background:#f0f4fa;padding:24px;text-align:center}
`;
