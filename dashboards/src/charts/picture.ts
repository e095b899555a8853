import { use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { fontFamily, type Palette } from './palette.js';
import { init } from './registry.js';

use([CanvasRenderer]);

const headHeight = 64;

export interface Picture {
  title: string;
  /** Below the title: of what and when. */
  about: string;
  width: number;
  height: number;
}

/** A chart with its title as PNG, two dots a pixel, for reports. */
export async function drawPicture(option: EChartsCoreOption, picture: Picture, palette: Palette): Promise<Blob> {
  const { title, about, width, height } = picture;
  const sheet = document.createElement('canvas');
  sheet.width = width * 2;
  sheet.height = (height + headHeight) * 2;
  const pen = sheet.getContext('2d');
  if (!pen) throw new Error('the browser draws no pictures');
  pen.scale(2, 2);
  pen.fillStyle = palette.paper;
  pen.fillRect(0, 0, width, height + headHeight);
  pen.fillStyle = palette.ink;
  pen.font = `600 18px ${fontFamily}`;
  pen.fillText(title, 16, 30);
  pen.fillStyle = palette.muted;
  pen.font = `13px ${fontFamily}`;
  pen.fillText(about, 16, 52);
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', width, height, devicePixelRatio: 2 });
  try {
    chart.setOption(option);
    pen.drawImage(chart.renderToCanvas({ pixelRatio: 2 }), 0, headHeight, width, height);
  } finally {
    chart.dispose();
  }
  return new Promise((done, failed) =>
    sheet.toBlob((blob) => (blob ? done(blob) : failed(new Error('the browser gave no picture'))), 'image/png'),
  );
}
