// Bars in SVG: how many facts by indicator and by year.
function bars(title, pairs, choose) {
  const NS = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(NS, 'svg');
  const W = 560, H = 24, L = 190, most = Math.max(1, ...pairs.map((p) => p[1]));
  svg.setAttribute('viewBox', `0 0 ${W} ${pairs.length * H + 4}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title);
  pairs.forEach(([name, n], i) => {
    const g = document.createElementNS(NS, 'g');
    const put = (tag, attrs, text) => {
      const e = document.createElementNS(NS, tag);
      for (const [k, v] of Object.entries(attrs)) e.setAttribute(k, v);
      if (text !== undefined) e.textContent = text;
      g.append(e);
    };
    const label = [...shown(name)];
    put('title', {}, `${shown(name)}: ${n}`);
    put('text', { x: L - 8, y: i * H + 16, 'text-anchor': 'end' }, label.length > 13 ? label.slice(0, 12).join('') + '…' : label.join(''));
    put('rect', { x: L, y: i * H + 4, width: Math.max(2, n / most * (W - L - 60)), height: H - 8, rx: 2 });
    put('text', { x: L + Math.max(2, n / most * (W - L - 60)) + 6, y: i * H + 16, class: 'n' }, n.toLocaleString('en'));
    g.addEventListener('click', () => choose(name));
    svg.append(g);
  });
  return [el('h2', {}, title), svg];
}

async function drawCharts() {
  const c = await source.charts();
  $('charts').replaceChildren(...bars(t('byYear'), c.year.sort((a, b) => (a[0] < b[0] ? -1 : 1)), (y) => setFilter('period', y)), ...bars(t('byIndicator'), c.indicator, (i) => setFilter('indicator', i)));
}
