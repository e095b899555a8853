/** Shows the pieces of a data island a page at a time, and asks the proxy for those that the page does not hold. */
export const JPAGE = `function jpage(o){
var box=document.getElementById(o.id),re=/<record><!\\[CDATA\\[([\\s\\S]*?)\\]\\]><\\/record>/g,store=[],m;
function take(text,from){var i=from;re.lastIndex=0;while((m=re.exec(text)))store[i++]=m[1];}
take(box.getElementsByTagName('script')[0].text,0);
var pages=Math.ceil(o.totalRecord/o.perPage);
function show(p){var from=(p-1)*o.perPage,to=Math.min(from+o.perPage,o.totalRecord);
if(from<o.totalRecord&&store[from]===undefined){var size=o.perPage*o.groupSize,start=Math.floor(from/size)*size,x=new XMLHttpRequest(),q=[];
for(var k in o.ajaxParam)q.push(k+'='+encodeURIComponent(o.ajaxParam[k]));
x.open('POST',o.proxyUrl+'?startrecord='+(start+1)+'&endrecord='+Math.min(start+size,o.totalRecord)+'&perpage='+o.perPage,true);
x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');
x.onload=function(){if(x.responseText.indexOf('<record>')>=0){take(x.responseText,start);show(p);}};x.send(q.join('&'));return;}
box.innerHTML=o.dataBefore+store.slice(from,to).join('')+o.dataAfter+'<table class="default_pgPanel"><tr><td>\\u5171 '+o.totalRecord+' \\u6761 \\u7b2c '+p+'/'+Math.max(1,pages)+' \\u9875</td><td><a href="javascript:void(0)" class="default_pgBtn default_pgFirst">\\u9996\\u9875</a> <a href="javascript:void(0)" class="default_pgBtn default_pgPrev">\\u4e0a\\u4e00\\u9875</a> <a href="javascript:void(0)" class="default_pgBtn default_pgNext">\\u4e0b\\u4e00\\u9875</a> <a href="javascript:void(0)" class="default_pgBtn default_pgLast">\\u5c3e\\u9875</a></td></tr></table>';
var b=box.querySelectorAll('.default_pgBtn'),go=[1,Math.max(1,p-1),Math.min(pages,p+1),pages];
for(var i=0;i<b.length;i++)(function(n){b[i].onclick=function(){if(n&&n!=p)show(n);return false;};})(go[i]);}
show(1);}`;
