import { heatClasses, type HeatClass } from './heat-class.js';

/** Colours of the charts, as the theme names them (`styles/theme.css`). */
export interface Palette {
  ink: string;
  muted: string;
  line: string;
  paper: string;
  shade: string;
  brand: string;
  /** Lines and parts beside each other; each has a dash, a symbol or a hatching too. */
  series: readonly string[];
  heat: Record<HeatClass, string>;
  /** Text on dark cells. */
  onHeat: string;
  /** Hatching over cells without points. */
  hatch: string;
}

const seriesCount = 6;

/** The colours in force on an element: the style sheets are their one source. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return paletteBy((name) => style.getPropertyValue(name).trim());
}

/** A palette of what `colour` says for a custom property such as `--ink`. */
export function paletteBy(colour: (name: string) => string): Palette {
  return {
    ink: colour('--ink'),
    muted: colour('--muted'),
    line: colour('--line'),
    paper: colour('--paper'),
    shade: colour('--shade'),
    brand: colour('--brand'),
    series: Array.from({ length: seriesCount }, (_, index) => colour(`--series-${index + 1}`)),
    heat: Object.fromEntries(heatClasses.map((kind) => [kind, colour(heatVariable(kind))])) as Record<
      HeatClass,
      string
    >,
    onHeat: colour('--on-heat'),
    hatch: colour('--hatch'),
  };
}

/** `notMeasured` → `--heat-not-measured`. */
export function heatVariable(kind: HeatClass): string {
  return `--heat-${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export const fontFamily =
  '"PingFang SC","Microsoft YaHei","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif';

/** What every chart has in common: nothing moves, and words are of the theme. */
export function chartBase({ ink }: Palette) {
  return { textStyle: { fontFamily, color: ink }, animation: false } as const;
}

export function tooltipStyle({ ink, paper, line }: Palette) {
  return { confine: true, backgroundColor: paper, borderColor: line, textStyle: { color: ink } } as const;
}

/** An axis of periods. */
export function periodAxis(titles: string[], { line, muted }: Palette) {
  return {
    type: 'category',
    data: titles,
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { fontSize: 12, color: muted, hideOverlap: true, lineHeight: 16, formatter: twoLines },
  } as const;
}

/** An axis of figures. */
export function valueAxis({ line, muted }: Palette) {
  return {
    type: 'value',
    min: 0,
    splitLine: { lineStyle: { color: line } },
    axisLabel: { fontSize: 12, color: muted },
  } as const;
}

/** Lines over what stands apart, so that it can be told without its colour. */
export function hatching({ hatch }: Palette) {
  return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: -0.8, color: hatch };
}

/** Names come from outside; tooltips are HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A period's title on two lines, so that neighbours on an axis do not collide: `2022年` over `第四季度`. */
function twoLines(title: string): string {
  return title.replace(/年(?=.)/, '年\n');
}
