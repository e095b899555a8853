import { deflateSync } from 'node:zlib';

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc(bytes: Buffer): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc(body), body.length + 4);
  return frame;
}

/** A picture of pale stripes, as tall as its name needs it. */
function picture(path: string): Uint8Array {
  const [width, height] = path.startsWith('/upload/') ? [640, 960] : [120, 80];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++) {
    const shade = Math.floor(y / 40) % 2 ? [214, 232, 246] : [242, 248, 252];
    for (let x = 0; x < width; x++) pixels.set(shade, y * (width * 3 + 1) + 1 + x * 3);
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF`;

const css = `body,td,p{font-size:14px;font-family:SimSun,"WenQuanYi Zen Hei",sans-serif;line-height:160%}a{color:#333;text-decoration:none}
.banner{background:#1f6fb5;color:#fff;padding-left:40px}.bt{font-size:34px;font-weight:bold}.nav{background:#14508a}.nav td{height:36px}.nav a{color:#fff}
.datebar,.crumb{color:#666}.side{border:1px solid #cde}.side_t{background:#dcebf8;height:32px;font-weight:bold;padding-left:10px}.side_i{height:30px;border-bottom:1px dotted #ccc}
.box{border:1px solid #cde;margin-bottom:8px}.box_t{background:#eef6fc;height:32px;font-weight:bold;color:#14508a;padding-left:8px}.rq{color:#888}.list td{border-bottom:1px dotted #ccc}
.wz_bt{font-size:22px;font-weight:bold;color:#b00;line-height:150%}.wz_ly{color:#777;border-bottom:1px solid #ddd}.wz_nr{font-size:16px;padding:10px}.foot{border-top:3px solid #1f6fb5;margin-top:10px}.trt li{display:inline-block;width:46%}.tit,.info{margin:2px}.info{color:#888}`;

const script = `function showToday(){document.write('枫禾县自然资源局欢迎您');}
function fs(n){}function wza(){}function sj(){}function share(t){}function tip(o){o.title=o.getAttribute('mc');}
window.onload=function(){var b=document.getElementById('xglj');if(b&&b.getElementsByTagName('A').length)b.style.display='';};`;

const types: Record<string, string> = {
  png: 'image/png',
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  wmv: 'video/x-ms-wmv',
  swf: 'application/x-shockwave-flash',
  exe: 'application/octet-stream',
};

export interface FileAnswer {
  type: string;
  /** Text is to be encoded as the pages are. */
  body: string | Uint8Array;
}

/** Style, script, picture, attachment or medium under the path, or null. */
export function fileAt(path: string): FileAnswer | null {
  if (path === '/css/style.css') return { type: 'text/css', body: css };
  if (path === '/js/common.js') return { type: 'application/x-javascript;charset=GBK', body: script };
  if (path === '/count/hits.jsp') return { type: 'application/x-javascript', body: 'document.write("1286");' };
  if (path === '/info/downfile.jsp') return { type: 'application/msword', body: office };
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const type = types[extension];
  if (!type || !/^\/(images|upload|tools)\//.test(path)) return null;
  if (extension === 'png') return { type, body: picture(path) };
  return { type, body: extension === 'pdf' ? pdf : office };
}

const office = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(504).fill(0)]);
