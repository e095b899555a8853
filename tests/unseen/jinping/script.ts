/** Fills counters and the list whose JSON file is named in `data-json`. */
export const SCRIPT = `(function(){
function get(u,f){var x=new XMLHttpRequest();x.open('GET',u,true);x.onreadystatechange=function(){if(x.readyState===4&&x.status===200){f(JSON.parse(x.responseText));}};x.send();}
function day(s){var p=s.split('-');return p[0]+'年'+(+p[1])+'月'+(+p[2])+'日';}
function list(box){get(box.getAttribute('data-json'),function(r){var h='';var rows=r.data.rows;var n=Math.min(rows.length,+box.getAttribute('data-size'));
for(var i=0;i<n;i++){var t=rows[i].title;h+='<section><h4><a target="_blank" href="'+rows[i].url+'" title="'+t+'">'+(t.length>32?t.substr(0,32)+'…':t)+'</a></h4><time>'+day(rows[i].releaseDate)+'</time></section>';}
box.innerHTML=h;});}
document.addEventListener('DOMContentLoaded',function(){
var box=document.getElementById('jsList');if(box){list(box);}
var hits=document.querySelectorAll('[data-hits]');for(var i=0;i<hits.length;i++){(function(el){get('/content_view.jspx?contentId='+el.getAttribute('data-hits'),function(r){el.innerHTML=r[0];});})(hits[i]);}
});})();
`;
