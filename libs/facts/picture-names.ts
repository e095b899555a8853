import type { Element } from 'domhandler';

/** Names of pictures that belong to the page and not to its text; looked for in the last part of the address only. */
const furnitureName =
  /qr_?code|erweima|(?:^|[^a-z])(?:ewm|qr)(?:[^a-z]|$)|2wm|(?:^|[^a-z])(?:logo|icon|ico|share|weixin|wechat|wx|btn|button|arrow|print|close|line|dot|bg|banner)(?:[^a-z]|$)|file_?(?:type|icon)|^(?:pdf|doc|docx|xls|xlsx|zip|rar)\.(?:gif|png)$|dzjg|jiucuo|conac|beian|blank\.gif|spacer|loading|guohui/i;
const furnitureClass = /qr_?code|erweima|ewm|logo|icon|share/i;
const furnitureWords = /二维码|图标|扫一扫|扫码|国徽|徽标|标志|logo|分享|打印/i;

/** Whether a picture is one of the page's own: codes to scan, logos, icons, buttons. */
export function isFurniture({ attribs }: Element, src: string): boolean {
  const words = `${attribs.alt ?? ''} ${attribs.title ?? ''}`;
  return furnitureName.test(nameOf(src)) || furnitureClass.test(attribs.class ?? '') || furnitureWords.test(words);
}

/** Addresses that a script puts in later. */
export function lateAddresses({ attribs }: Element): (string | undefined)[] {
  return [attribs['data-src'], attribs['data-original'], attribs['data-lazy-src'], attribs.oldsrc];
}

/** Whether an address is that of what stands in for a picture until it is loaded. */
export function isStandIn(src: string): boolean {
  return /loading|lazy|blank|spacer|placeholder/i.test(nameOf(src));
}

/** The last part of an address. */
export function nameOf(src: string): string {
  const path = src.slice(0, 500).replace(/[?#].*$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
