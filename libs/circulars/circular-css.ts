import { fonts, landscape, page, size } from './measures.js';

const stack = (names: readonly string[]): string => [...names.map((name) => `"${name}"`), 'serif'].join(', ');

/** Where the room above 版记 is written, in points. */
export const imprintRoom = (points: number): string => `--imprint-room: ${points}pt`;
/** From the foot of 版记 to the base of its last line, in points: at most, for fonts differ. */
export const imprintBase = 13;

/** The same figures of GB/T 9704 for print; on screen the pages become one long sheet. */
export function circularCss(sampleNotice: string | null): string {
  const number = (align: 'left' | 'right') =>
    `@bottom-${align} { content: "— " counter(page) " —"; font: ${size.fourth}pt ${stack(fonts.number)}; padding: 4mm 14pt 0; vertical-align: top; }`;
  const notice =
    sampleNotice === null
      ? ''
      : `@top-center { content: "${sampleNotice}"; font: ${size.fifth}pt ${stack(fonts.first)}; color: #808080; }`;
  const line = `${page.linePitch}pt`;
  const em = (count: number) => `${(page.characterPitch * count).toFixed(2)}pt`;
  return `
@page { size: ${page.width}mm ${page.height}mm; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; ${notice} }
@page :right { ${number('right')} }
@page :left { ${number('left')} }
@page wide { size: ${page.height}mm ${page.width}mm; margin: ${landscape.top}mm ${landscape.right}mm ${landscape.bottom}mm ${landscape.left}mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: ${size.third}pt/${line} ${stack(fonts.body)}; }
p, h1, h2 { margin: 0; font-weight: normal; font-size: inherit; }
.text > p { text-indent: ${em(2)}; text-align: justify; letter-spacing: ${(page.characterPitch - size.third).toFixed(3)}pt; overflow-wrap: anywhere; orphans: 1; widows: 1; }
.issuer { padding-top: 35mm; text-align: center; color: #f00; font-family: ${stack(fonts.title)}; line-height: 1.3; white-space: nowrap; }
.number { margin-top: calc(2 * ${line}); padding-bottom: 4mm; border-bottom: 1.5pt solid #f00; text-align: center; margin-bottom: calc(2 * ${line}); }
h1 { text-align: center; font: ${size.second}pt/34pt ${stack(fonts.title)}; break-after: avoid; }
.recipients { margin-top: ${line}; }
h2 { text-indent: ${em(2)}; font-family: ${stack(fonts.first)}; break-after: avoid; }
.lead { font-family: ${stack(fonts.second)}; }
.closing { break-before: avoid; break-inside: avoid; } /* Within the text: then its last line goes with the signature. */
.attachments { display: flex; margin: ${line} 0 0 ${em(2)}; break-inside: avoid; }
.signature { margin-top: calc(2 * ${line}); text-align: right; break-inside: avoid; }
.public { text-indent: ${em(2)}; }
sup { font-size: ${size.fifth}pt; line-height: 0; }
.text > p.note { font-size: ${size.fifth}pt; line-height: 15pt; text-indent: 0; padding-left: ${em(2)}; letter-spacing: 0; }
.annex { break-before: page; }
.annex.wide { page: wide; }
.annex > .label { font-family: ${stack(fonts.first)}; break-after: avoid; }
.annex > h1 { margin: 12pt 0 10pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: ${size.fifth}pt; line-height: 1.35; }
.wide table { font-size: ${size.smallFifth}pt; }
th, td { border: 0.5pt solid #000; padding: 2pt 3pt; overflow-wrap: anywhere; vertical-align: middle; text-align: left; }
th { background: #ededed; font-family: ${stack(fonts.first)}; font-weight: normal; }
th, td.center { text-align: center; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.tablenote { font-size: ${size.fifth}pt; line-height: 16pt; }
.chart { margin-top: 12pt; break-inside: avoid; text-align: center; }
.chart img { width: 92%; max-height: 150mm; object-fit: contain; }
:root { ${imprintRoom(0)}; }
.imprint { padding-top: calc(${line} + var(--imprint-room)); font-size: ${size.fourth}pt; line-height: 26pt; break-inside: avoid; }
.imprint > div { padding: 0 14pt; border-top: 1pt solid #000; }
.imprint > .printed { border-bottom: 1pt solid #000; }
.imprint .copies { padding-left: ${(size.fourth * 4).toFixed(0)}pt; text-indent: -${(size.fourth * 3).toFixed(0)}pt; }
.imprint > div + div { border-top: 0.7pt solid #000; }
.imprint .printed { display: flex; justify-content: space-between; }
@media screen {
  body { max-width: ${page.width}mm; margin: 0 auto; padding: 10mm clamp(4mm, 6vw, ${page.left}mm); }
  .issuer { padding-top: 4mm; font-size: clamp(20px, 5vw, 48pt) !important; }
  .annex { margin-top: 20mm; overflow-x: auto; }
  .wide table { min-width: 900px; }
  .notice { text-align: center; color: #666; font-size: ${size.fifth}pt; }
}
@media print { .notice { display: none; } }
`;
}
