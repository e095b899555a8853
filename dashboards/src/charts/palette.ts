/** Colours of the charts; text on them keeps a contrast of at least 4.5 : 1. */
export const palette = {
  ink: '#1b2a3d',
  muted: '#52627a',
  line: '#d5deea',
  brand: '#124a8c',
  series: ['#124a8c', '#0f7b6c', '#b4531a', '#6a4c93'],
  heat: {
    full: '#1f5fa8',
    high: '#7fb0dd',
    middle: '#f3e3b3',
    low: '#f0b27a',
    none: '#c4512d',
    notMeasured: '#e3e8ef',
    needsReview: '#fff3c4',
    notApplicable: '#ffffff',
    error: '#5b2333',
  },
} as const;

export const fontFamily =
  '"PingFang SC","Microsoft YaHei","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif';

/** A period's title on two lines, so that neighbours on an axis do not collide: `2022年` over `第四季度`. */
export function twoLines(title: string): string {
  return title.replace(/年(?=.)/, '年\n');
}
