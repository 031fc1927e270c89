// Draws the chart of a pattern from the table behind it, and renews a page that waits for the server. Nothing of the chart library is loaded
// where no chart stands.
async function draw(box) {
  const table = document.getElementById(box.dataset.pattern);
  if (!table || box.dataset.drawn !== undefined) return;
  box.dataset.drawn = '';
  const rows = [...table.querySelectorAll('tbody tr[data-label]')];
  const frozen = rows.findIndex(row => row.dataset.frozen);
  const style = getComputedStyle(box);
  const color = name => style.getPropertyValue(name).trim();
  const axis = { axisLabel: { color: color('--tblr-body-color') }, splitLine: { lineStyle: { color: color('--tblr-border-color') } } };
  const chart = await import(new URL(box.dataset.patternModule, document.baseURI));
  chart.draw(box, {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    tooltip: { trigger: 'axis' },
    legend: { top: 0, textStyle: { color: color('--tblr-body-color') } },
    grid: { left: 8, right: 8, top: 48, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: rows.map(row => row.dataset.label), axisLabel: { color: color('--tblr-body-color') } },
    yAxis: [
      { type: 'value', name: box.dataset.textAmount, nameTextStyle: { color: color('--tblr-body-color') }, ...axis },
      { type: 'value', name: box.dataset.textCount, nameTextStyle: { color: color('--tblr-body-color') }, ...axis, splitLine: { show: false }, minInterval: 1 },
    ],
    series: [
      {
        name: box.dataset.textAmount, type: 'bar', data: rows.map(row => Number(row.dataset.amount)), color: color('--tblr-primary'),
        markLine: frozen < 0 ? undefined : {
          symbol: 'none', animation: false, data: [{ xAxis: frozen }],
          label: { formatter: box.dataset.textFrozen, color: color('--tblr-body-color') }, lineStyle: { color: color('--tblr-warning'), type: 'solid', width: 2 },
        },
      },
      { name: box.dataset.textCount, type: 'line', yAxisIndex: 1, data: rows.map(row => Number(row.dataset.count)), color: color('--tblr-teal'), symbolSize: 4 },
    ],
  });
}

let waiting;

function pageShown() {
  document.querySelectorAll('[data-pattern]').forEach(draw);
  clearTimeout(waiting);
  const fresh = document.querySelector('[data-refresh]');
  if (fresh) {
    waiting = setTimeout(() => {
      if (!document.querySelector('[data-refresh]')) return;
      if (globalThis.Blazor?.navigateTo) Blazor.navigateTo(location.href, { replaceHistoryEntry: true });
      else location.reload();
    }, Number(fresh.dataset.refresh) * 1000);
  }
}

pageShown();
globalThis.Blazor?.addEventListener?.('enhancedload', pageShown);
