/** The app itself, plain JavaScript: routes by history, asks the interfaces, draws. */
export function spaScript(header: string, footer: string): string {
  const text = (html: string) => JSON.stringify(html).replaceAll('<', '\\u003c');
  return `(function(){
var HEADER=${text(header)},FOOTER=${text(footer)},app=document.getElementById('app');
function esc(s){var d=document.createElement('div');d.textContent=s==null?'':s;return d.innerHTML.replace(/"/g,'&quot;');}
function frame(inner,title){app.innerHTML=HEADER+inner+FOOTER;if(title)document.title=title;}
function get(u){return fetch(u).then(function(r){if(!r.ok)throw new Error('none');return r.json();});}
function lost(){frame('<div class="w"><div class="article"><h1>页面不存在</h1><p style="text-align:center">您访问的内容不存在或已下线。</p></div></div>','页面不存在');}
function rows(list){return '<ul class="rows">'+list.map(function(it){return '<li><a href="'+it.url+'" title="'+esc(it.title)+'">'+esc(it.title)+'</a>'+(it.date?'<span>'+it.date+'</span>':'')+'</li>';}).join('')+'</ul>';}
function pager(d,path){if(d.pages<2)return '';var h='';for(var i=1;i<=d.pages;i++)h+=i===d.page?'<span class="on">'+i+'</span>':'<a href="'+path+'?page='+i+'">'+i+'</a>';return '<div class="pager">'+h+'</div>';}
function column(path,search){var page=new URLSearchParams(search).get('page')||1;get('/api'+path+'?page='+page).then(function(d){
var body='<h1 class="lm">'+esc(d.name)+'</h1>'+(d.html?'<div class="body ml-wrap">'+d.html+'</div>':rows(d.list)+pager(d,path));
frame('<div class="w"><div class="crumb">当前位置：<a href="/">首页</a> &gt; '+esc(d.name)+'</div>'+(d.frame||'<div class="gk-main" style="margin-bottom:20px">'+body+'</div>')+'</div>',d.name);
var pane=document.getElementById('pane');if(pane)pane.outerHTML=body;}).catch(lost);}
function content(path){get('/api'+path).then(function(d){
var meta=d.meta.length?'<dl class="meta">'+d.meta.map(function(p){return '<dt>'+p[0]+'</dt><dd>'+esc(p[1])+'</dd>';}).join('')+'</dl>':'';
var files=d.files.length?'<div class="annex"><strong>附件：</strong>'+d.files.map(function(f){return '<p><a href="'+f.href+'">'+esc(f.name)+'</a></p>';}).join('')+'</div>':'';
var rel=d.related.length?'<div class="related"><h3>'+d.relatedName+'</h3><ul>'+d.related.map(function(r){return '<li><a href="'+r.url+'">'+esc(r.title)+'</a></li>';}).join('')+'</ul></div>':'';
frame('<div class="w"><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="'+d.column.url+'">'+esc(d.column.name)+'</a> &gt; 正文</div><div class="article"><h1>'+esc(d.title)+'</h1><div class="info">'+(d.publishTime?'<span>发布时间：'+d.publishTime+'</span>':'')+'<span>来源：'+esc(d.source)+'</span></div>'+meta+'<div class="body content-html">'+d.content+'</div>'+files+rel+'</div></div>',d.title);}).catch(lost);}
function route(){var p=location.pathname;
if(p==='/')get('/api/home').then(function(d){frame(d.html);});
else if(p==='/openness')get('/api/openness').then(function(d){frame(d.html,'政府信息公开');});
else if(p.indexOf('/column/')===0)column(p,location.search);
else if(p.indexOf('/content/')===0)content(p);
else lost();}
document.addEventListener('click',function(e){var a=e.target.closest&&e.target.closest('a');if(!a||a.origin!==location.origin||/^\\/(oss|upload|h5)\\//.test(a.pathname))return;e.preventDefault();history.pushState(null,'',a.href);route();scrollTo(0,0);});
window.addEventListener('popstate',route);route();
})();`;
}
