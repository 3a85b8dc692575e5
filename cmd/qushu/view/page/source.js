// Where facts come from: the data inside a report, or a server. Both answer alike.
const FIELDS = ['q', 'indicator', 'area', 'period', 'measure', 'status', 'flag', 'confidence'];
const lower = (s) => (s || '').toLowerCase();

// matcher is a test for the facts that a filter lets through.
function matcher(filter) {
  const q = lower(filter.q), indicator = lower(filter.indicator), area = lower(filter.area);
  const least = Number(filter.confidence || 0);
  return (f) =>
    (!filter.measure || (f.measure || 'time') === filter.measure) && (!filter.status || f.status === filter.status) &&
    (!filter.flag || (filter.flag === '*' ? f.flags?.length : filter.flag === '-' ? !f.flags?.length : f.flags?.includes(filter.flag))) &&
    (!least || (f.confidence || 0) >= least) && (!filter.period || (f.period || '').startsWith(filter.period)) &&
    (!indicator || lower(f.indicator).includes(indicator)) && (!area || lower(f.area).includes(area)) &&
    (!q || f.hay().includes(q));
}

function tally(facts, key, most) {
  const n = new Map();
  for (const f of facts) for (const k of [].concat(key(f))) if (k) n.set(k, (n.get(k) || 0) + 1);
  return [...n].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
}

class LocalSource {
  constructor(data) {
    this.docsList = data.docs;
    this.manifest = data.manifest;
    const low = data.sentences.map(lower);
    this.all = data.facts;
    this.byID = new Map();
    this.all.forEach((f) => {
      const d = f.doc;
      f.doc = data.docs[d].doc;
      f.sentence = data.sentences[f.s] || '';
      const s = f.s;
      const rest = lower([f.indicator, f.subject, f.area, f.text, f.doc, f.scope].join('\n'));
      f.hay = () => (low[s] || '') + '\n' + rest;
      if (!this.byID.has(f.id)) this.byID.set(f.id, f);
    });
    this.rows = this.all;
    this.docs = new Map(data.docs.map((d) => [d.doc, d]));
    for (const d of data.docs) d.mine = [];
    for (const f of this.all) this.docs.get(f.doc).mine.push(f);
  }
  async start() {
    const facts = this.all.filter((f) => f.measure);
    return { documents: this.docsList.length, facts: facts.length, unresolved: this.docsList.reduce((n, d) => n + d.unresolved, 0), docs: this.docsList,
      indicator: tally(facts, (f) => f.indicator, 2000), area: tally(facts, (f) => f.area, 1000), period: tally(facts, (f) => f.period, 1000),
      measure: tally(this.all, (f) => f.measure || 'time', 50), status: tally(this.all, (f) => f.status, 9), flag: tally(this.all, (f) => f.flags || [], 50) };
  }
  async filter(filter) { this.rows = this.all.filter(matcher(filter)); return this.rows.length; }
  peek(i) { return this.rows[i]; }
  async load() {}
  async every() { return this.rows; }
  async indexOf(f) { return this.rows.indexOf(f); }
  async find(id) { return this.byID.get(id); }
  async doc(name) {
    const d = this.docs.get(name);
    return d && { ...d, facts_count: d.facts, facts: d.mine };
  }
  async charts() {
    const facts = this.rows.filter((f) => f.measure);
    return { indicator: tally(facts, (f) => f.indicator, 15), year: tally(facts, (f) => (f.period || '').slice(0, 4), 40) };
  }
}

class RemoteSource {
  constructor() { this.size = 200; this.query = ''; this.pages = new Map(); this.total = 0; }
  async get(path, params) {
    const answer = await fetch(path + '?' + new URLSearchParams(params || {}));
    if (!answer.ok) throw new Error(path + ': ' + answer.status);
    return answer.json();
  }
  async start() { this.first = await this.get('/api/start'); return this.first; }
  async filter(filter) {
    this.asked = filter; this.pages = new Map();
    const mine = this.asked;
    const a = await this.get('/api/facts', { ...filter, offset: 0, limit: this.size });
    if (mine !== this.asked) return this.total;
    this.pages.set(0, a.facts); this.total = a.total;
    return a.total;
  }
  peek(i) { return this.pages.get(Math.floor(i / this.size))?.[i % this.size]; }
  async load(from, to) {
    const mine = this.asked;
    for (let p = Math.floor(from / this.size); p <= Math.floor(to / this.size) && p * this.size < this.total; p++) {
      if (this.pages.has(p)) continue;
      this.pages.set(p, []);
      const a = await this.get('/api/facts', { ...mine, offset: p * this.size, limit: this.size });
      if (mine === this.asked) this.pages.set(p, a.facts);
    }
  }
  async every() { return (await this.get('/api/facts', { ...this.asked, offset: 0, limit: 10000 })).facts; }
  async indexOf(f) { return (await this.get('/api/row', { ...this.asked, n: f.n })).row; }
  async find(id) { return (await this.get('/api/facts', { id, limit: 1 })).facts[0]; }
  async doc(name) { return this.get('/api/doc', { doc: name }); }
  async charts() { return this.get('/api/charts', this.asked); }
}
