import type { FootMark, FootReading } from './model.js';
import type { PageLine, ParsedPage } from './parsed-page.js';

/** As much of a home page's words as is searched for marks; its foot is at the end. */
const longestText = 60_000;
/** Lines at the end of a page that belong to its foot though nothing says so. */
const lastLines = 40;

interface Signs {
  /** Said in so many words. */
  words: RegExp;
  /** An address or the name of a picture or script by which the mark is shown. */
  names?: RegExp;
  /** The mark is a picture or a script by its nature: its name is as good as words. */
  isPicture?: true;
  /** Words that may stand anywhere in the contents count in the foot only. */
  inFoot?: true;
}

const signs: Record<FootMark, Signs> = {
  主办单位: {
    words: /(?:主办|承办|开办|主管|管理|建设)\s*(?:单位|方|机构)?\s*[：:]|主办单位|版权所有|版权归|copyright/i,
  },
  联系方式: {
    words:
      /联系我们|联系方式|联系本站|(?:电话|热线|传真|邮箱|邮编|邮政编码|地址|e-?mail)\s*[：:]|\d{3,4}[-—－]\s*\d{7,8}/i,
    inFoot: true,
  },
  网站标识码: { words: /标识码\s*[：:]?\s*[a-z]{0,2}\d{8,10}/i, names: /标识码/ },
  ICP备案编号: { words: /icp\s*[备備证證]/i, names: /miit\.gov\.cn|miibeian/i },
  公安机关备案标识: {
    words: /公网安备|公安(?:机关)?(?:网络?)?备/,
    names:
      /beian\.(?:mps\.)?gov\.cn|gongan|gonganbei|公安|\b(?:ga|gab|jgw|ghs|gawab|abguohui)\w{0,8}\.(?:png|gif|jpe?g|svg)/i,
  },
  党政机关网站标识: {
    words: /党政机关\s*(?:网站\s*)?标[识志]|(?:^|\s)党政机关(?=\s|$)/,
    names: /conac\.cn|dzjg|党政机关\s*(?:网站\s*)?标[识志]|^党政机关(?:网站)?$|\b(?:red|blue)\.png/i,
    isPicture: true,
    inFoot: true,
  },
  找错入口: { words: /找错|我要纠错/, names: /jiucuo|zhaocuo|找错|exposure\//i, isPicture: true },
  站点地图: { words: /(?:网站|站点)\s*(?:地图|导航)/, names: /wzdt|zddt|sitemap/i },
};

/** The marks at the foot of a home page. Pictures are known by their names alone, and what a script writes is not seen. */
export function readFoot(page: ParsedPage): FootReading {
  const lines = page.lines.filter(({ text }) => text !== '');
  const seen = textOf(lines.filter(({ hidden }) => !hidden));
  const last = lines.slice(-lastLines);
  const foot = textOf([...lines.filter(({ zone }) => zone === 'footer'), ...last].filter(({ hidden }) => !hidden));
  const hidden = textOf(lines.filter((line) => line.hidden));
  const names = namesOf(page);
  const reading: FootReading = { shown: [], hinted: [] };
  for (const [mark, sign] of Object.entries(signs) as [FootMark, Signs][]) {
    const isNamed = sign.names !== undefined && names.some((name) => sign.names!.test(name));
    if (sign.words.test(sign.inFoot ? foot : seen) || (sign.isPicture && isNamed)) reading.shown.push(mark);
    else if (isNamed || sign.words.test(hidden)) reading.hinted.push(mark);
  }
  if (hasFrameAtFoot(page)) reading.framed = true;
  return reading;
}

/** Words of the lines, the last of them where they are too many: what stands in two lines may be one mark. */
function textOf(lines: readonly PageLine[]): string {
  return lines
    .map(({ text }) => text)
    .join(' ')
    .slice(-longestText);
}

/** Addresses of links, pictures and scripts, with the words that stand in for pictures. */
function namesOf({ links, images, scripts }: ParsedPage): string[] {
  return [
    ...links.flatMap(({ href, title }) => [href, title]),
    ...images.flatMap(({ src, element: { attribs } }) => [src, attribs['alt'] ?? '', attribs['title'] ?? '']),
    ...scripts.flatMap(({ src, id, text }) => [src, id, text.slice(0, 2000)]),
  ]
    .filter((name) => name !== '')
    .map((name) => name.slice(0, 2000));
}

function hasFrameAtFoot({ media, lines }: ParsedPage): boolean {
  return media.some(({ element, line, src }) => {
    const isFrame = (element.name === 'iframe' || element.name === 'frame') && src !== '' && !/^about:/i.test(src);
    return isFrame && (lines[line]?.zone === 'footer' || line >= lines.length - lastLines / 2);
  });
}
