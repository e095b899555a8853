export const p = (...lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join('');
export const sign = (office: string, day: string): string =>
  `<p class="ql-align-right">${office}</p><p class="ql-align-right">${day}</p>`;
export const centre = (line: string): string => `<p class="ql-align-center"><strong>${line}</strong></p>`;
/** A post of the official account, pasted as it is: every run of text is a leaf. */
export const post = (...lines: string[]): string =>
  `<section data-role="outer" style="box-sizing:border-box">${lines
    .map((line) => `<section><p style="line-height:1.75em"><span leaf="">${line}</span></p></section>`)
    .join('')}</section>`;
/** A picture as the framework draws it: a placeholder, and the picture itself for those without scripts. */
export const picture = (path: string, alt = ''): string =>
  `<span class="Img_box__k2P0x"><img alt="${alt}" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-nimg="intrinsic" srcset=""><noscript><img alt="${alt}" srcset="/_next/image?url=%2Fqingping%2F${encodeURIComponent(path)}&amp;w=1080&amp;q=75 1x" src="/_next/image?url=%2Fqingping%2F${encodeURIComponent(path)}&amp;w=1080&amp;q=75" loading="lazy"></noscript></span>`;
/** The page of the reader in which PDF files open. */
export const reader = (path: string): string =>
  `<div class="Pdf_wrap__T9s1d"><iframe title="文件预览" src="reader/index.html?file=%2Fqingping%2F${encodeURIComponent(path)}" loading="lazy"></iframe></div>`;
