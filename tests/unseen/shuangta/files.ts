import exceljs from 'exceljs';
import { docs, legacy } from './content/index.js';
import { attachmentAddress } from './render/detail.js';
import { catalogueRows } from './render/pages.js';
import type { SiteAnswer } from '../model.js';

const types: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  css: 'text/css',
  js: 'application/javascript',
};
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
const pixel = Uint8Array.from(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));
const office = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const script = `(function(){
function get(u,done){var x=new XMLHttpRequest();x.open('GET',u);x.setRequestHeader('X-Requested-With','XMLHttpRequest');x.onload=function(){var r=JSON.parse(x.responseText);if(r.code===200)done(r.data)};x.send()}
function next(u){return u.replace(/page=(\\d+)/,function(_,n){return 'page='+(+n+1)})}
function append(list,data){list.insertAdjacentHTML('beforeend',data.fragment)}
function button(list,u){var b=document.createElement('button');b.type='button';b.className='btn-more';b.textContent='加载更多';b.setAttribute('data-next',u);b.setAttribute('aria-controls',list.id);list.after(b);bind(b)}
function bind(b){b.addEventListener('click',function(){var list=document.getElementById(b.getAttribute('aria-controls'));var u=b.getAttribute('data-next');get(u,function(d){append(list,d);if(d.last){b.remove()}else{b.setAttribute('data-next',next(u))}})})}
function fill(s){var u=s.getAttribute('data-lazy');if(!u)return;s.removeAttribute('data-lazy');get(u,function(d){var k=s.querySelector('.skeleton');if(k)k.remove();var list=s.querySelector('[id^=list-]');append(list,d);if(!d.last)button(list,next(u))})}
document.querySelectorAll('.btn-more').forEach(bind);
document.querySelectorAll('[data-lazy]:not([hidden])').forEach(fill);
document.querySelectorAll('[role=tab]').forEach(function(t){t.addEventListener('click',function(){document.querySelectorAll('[role=tab]').forEach(function(o){var on=o===t;o.setAttribute('aria-selected',on);var p=document.getElementById(o.getAttribute('aria-controls'));p.hidden=!on;if(on)fill(p)})})});
document.querySelectorAll('img[data-src]').forEach(function(i){i.src=i.getAttribute('data-src')});
window.downFile=function(id){location.href='/api/attachment/download?fid='+id};
window.share=function(){};
})();`;

const known = new Map<string, string>();
for (const one of docs.flatMap(({ attachments }) => attachments ?? [])) known.set(attachmentAddress(one), one.file);
for (const { attachment } of legacy) if (attachment) known.set(`/old/UploadFile/${attachment.file}`, attachment.file);

async function workbook(): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('义务教育');
  sheet.addRow(['双塔市义务教育领域基层政务公开标准目录']);
  sheet.addRow([
    '序号',
    '一级事项',
    '二级事项',
    '公开内容（要素）',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道和载体',
    '全社会',
    '特定群体',
    '主动',
    '依申请',
  ]);
  for (const cells of catalogueRows) sheet.addRow(cells);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const served = (body: string | Uint8Array, ending: string, headers: Record<string, string> = {}): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': types[ending] ?? 'application/octet-stream', ...headers },
  body,
});

/** Attachments of the truth, the catalogue, and what a page needs around its text. `path` with query. */
export async function fileAt(path: string): Promise<SiteAnswer | null> {
  if (path === '/attachment/mulu/ywjy2025.xlsx') return served(await workbook(), 'xlsx');
  if (path === '/static/app.js') return served(script, 'js');
  if (path === '/static/app.css') return served('body{font:16px/1.8 sans-serif}[hidden]{display:none}', 'css');
  if (path.startsWith('/static/pdfjs/web/viewer.html'))
    return served(
      '<!DOCTYPE html><html><head><meta charset="utf-8"><title>PDF.js viewer</title></head><body><div id="viewer" class="pdfViewer"></div></body></html>',
      'html',
      { 'content-type': 'text/html' },
    );
  const ending = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? '';
  if (/^\/static\/(?:img|wx)\//.test(path)) return served(pixel, 'gif');
  if (/^\/static\/(?:video|audio)\//.test(path)) return served(office, ending);
  const file = known.get(path);
  if (!file) return null;
  if (!file.includes('.')) return served(pdf, 'pdf', { 'content-disposition': `attachment; filename="${file}.pdf"` });
  return ending === 'pdf'
    ? served(pdf, ending)
    : ending === 'xlsx'
      ? served(await workbook(), ending)
      : served(office, ending);
}
