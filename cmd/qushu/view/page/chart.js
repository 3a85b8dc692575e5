// The charts were drawn with as many bars as they may need; a filter gives the bars other
// lengths and names.
const ROOM = 50; // for a bar, in percent of the chart: as in chart.go

function titled(id, title) {
  $(id).previousElementSibling.textContent = title;
  $(id).setAttribute('aria-label', title);
}

function fill(id, pairs) {
  const svg = $(id), most = Math.max(1, ...pairs.map((p) => p[1]));
  [...svg.children].forEach((g, i) => {
    const [name, n] = pairs[i] || ['', 0], [hint, label, bar, count] = g.children;
    g.setAttribute('display', pairs[i] ? 'inline' : 'none');
    if (!pairs[i]) return;
    const width = Math.max(0.3, n / most * ROOM);
    g.dataset.name = name;
    g.setAttribute('aria-label', hint.textContent = `${shown(name)}: ${n.toLocaleString('en')}`);
    label.textContent = short(shown(name));
    bar.setAttribute('width', width + '%');
    count.setAttribute('x', 40 + width + '%');
    count.textContent = n.toLocaleString('en');
  });
  svg.setAttribute('height', pairs.length * 24);
}

const short = (s) => { const c = [...s]; return c.length > 12 ? c.slice(0, 11).join('') + '…' : s; };

// chosen lets a bar set a filter, by pointer or by key.
function chosen(id, field) {
  const choose = (e) => {
    const g = e.target.closest('g');
    if (!g || e.type === 'keydown' && e.key !== 'Enter' && e.key !== ' ') return;
    e.preventDefault();
    setFilter(field, g.dataset.name);
  };
  $(id).addEventListener('click', choose);
  $(id).addEventListener('keydown', choose);
}

async function drawCharts() {
  const c = await source.charts();
  fill('by-year', c.year.sort((a, b) => (a[0] < b[0] ? -1 : 1)));
  fill('by-indicator', c.indicator);
}
