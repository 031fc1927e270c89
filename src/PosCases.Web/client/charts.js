// Charts for the pages that show some: ECharts with only the parts named here. It brings its texts in Chinese (ZH)
// and English (EN) itself.
import { BarChart, BoxplotChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { getInstanceByDom, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, BoxplotChart, LineChart, PieChart,
  AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent,
  SVGRenderer]);

const observers = new WeakMap();

/** Draws the option into the element, or changes the chart that is there; it follows the element's size. */
export function draw(element, option) {
  const chart = getInstanceByDom(element) ?? start(element);
  // The page's policy allows no inline style, which the HTML tooltip would write.
  chart.setOption({ aria: { enabled: true }, ...option, tooltip: { ...option.tooltip, renderMode: 'richText' } });
}

/** Ends the element's chart; nothing happens where there is none. */
export function erase(element) {
  observers.get(element)?.disconnect();
  observers.delete(element);
  getInstanceByDom(element)?.dispose();
}

function start(element) {
  const chart = init(element, null, { locale: document.documentElement.lang.startsWith('en') ? 'EN' : 'ZH' });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  observers.set(element, observer);
  return chart;
}
