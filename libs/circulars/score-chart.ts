import { BarChart } from 'echarts/charts';
import { GridComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import sharp from 'sharp';
import type { CircularModel } from './model.js';

use([BarChart, GridComponent, SVGRenderer, TitleComponent]);

export interface ChartPicture {
  png: Buffer;
  title: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** Families asked for, in this order; the renderer takes the first that is installed. */
const family =
  'SimHei, Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, Microsoft YaHei, PingFang SC, sans-serif';

/** Pixels per unit of the drawing, for about 200 dots an inch on paper. */
const scale = 2.2;

/**
 * Scores of the units as horizontal bars, best on top, for black-and-white printing.
 * @returns null where the machine has no Chinese font: a chart of empty boxes says nothing.
 */
export async function drawScoreChart(chart: CircularModel['chart']): Promise<ChartPicture | null> {
  if (chart === null || !(await hasChineseFont())) return null;
  const width = 860;
  const height = 90 + chart.bars.length * 24;
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  drawing.setOption({
    animation: false,
    textStyle: { fontFamily: family, color: '#000' },
    title: {
      text: chart.title,
      left: 'center',
      top: 0,
      textStyle: { fontFamily: family, fontSize: 16, color: '#000' },
    },
    grid: { left: 8, right: 56, top: 36, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', min: 0, splitLine: { lineStyle: { color: '#ddd' } }, axisLabel: { color: '#000' } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.bars.map((bar) => bar.organisation),
      axisTick: { show: false },
      axisLabel: { color: '#000', fontSize: 13, width: 220, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        data: chart.bars.map((bar) => bar.score),
        barWidth: 13,
        itemStyle: { color: '#33658a' },
        label: { show: true, position: 'right', color: '#000', fontSize: 13 },
      },
    ],
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  const png = await sharp(Buffer.from(svg), { density: 72 * scale })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: png.data, title: chart.title, width: png.info.width, height: png.info.height };
}

let fontFound: Promise<boolean> | undefined;

/** Draws 一: with a Chinese font it is one flat stroke, without one a box or nothing. Asked once a process. */
function hasChineseFont(): Promise<boolean> {
  fontFound ??= (async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="#fff"/><text x="10" y="80" font-size="80" font-family="${family}">一</text></svg>`;
    const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
    const dark: number[] = [];
    for (let at = 0; at < data.length; at += info.channels) {
      if ((data[at] ?? 255) < 128) dark.push(Math.floor(at / info.channels / info.width));
    }
    const first = dark[0];
    const last = dark.at(-1);
    return first !== undefined && last !== undefined && dark.length > 100 && last - first < 25;
  })();
  return fontFound;
}
