import { BarChart, HeatmapChart, LineChart, RadarChart, SunburstChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only the charts that the pages draw; SVG stays sharp in print.
use([
  BarChart,
  HeatmapChart,
  LineChart,
  RadarChart,
  SunburstChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
  SVGRenderer,
]);

export { init };
