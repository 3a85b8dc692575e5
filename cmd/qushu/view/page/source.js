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

// List gives rows that are there, Pages rows that a server is asked for as they are needed.
class List {
  constructor(list) { this.list = list; }
  get total() { return this.list.length; }
  peek(i) { return this.list[i]; }
  async load() {}
}

class Pages {
  constructor(get, path) { this.get = get; this.path = path; this.size = 200; this.pages = new Map(); this.total = 0; }
  // ask begins anew with a filter, and gives the first answer; null where another filter
  // was asked for meanwhile.
  async ask(filter) {
    const mine = this.asked = filter;
    const a = await this.get(this.path, { ...filter, offset: 0, limit: this.size });
    if (mine !== this.asked) return null;
    this.pages = new Map([[0, a.rows]]);
    this.total = a.total;
    return a;
  }
  peek(i) { return this.pages.get(Math.floor(i / this.size))?.[i % this.size]; }
  async load(from, to) {
    const mine = this.asked, pages = this.pages;
    for (let p = Math.floor(from / this.size); p <= Math.floor(to / this.size) && p * this.size < this.total; p++) {
      if (pages.has(p)) { await pages.get(p); continue; }
      const answer = this.get(this.path, { ...mine, offset: p * this.size, limit: this.size });
      pages.set(p, answer);
      try { pages.set(p, (await answer).rows); } catch (e) { pages.delete(p); throw e; }
    }
  }
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
    this.facts = new List(this.all);
    this.documents = new List(this.docsList);
    this.byName = new Map(data.docs.map((d) => [d.doc, d]));
    data.docs.forEach((d, n) => { d.mine = []; d.n = n; });
    for (const f of this.all) this.byName.get(f.doc).mine.push(f);
  }
  async start() {
    const facts = this.all.filter((f) => f.measure);
    return { documents: this.docsList.length, facts: facts.length, unresolved: this.docsList.reduce((n, d) => n + d.unresolved, 0), 
      indicator: tally(facts, (f) => f.indicator, 2000), area: tally(facts, (f) => f.area, 1000), period: tally(facts, (f) => f.period, 1000),
      measure: tally(this.all, (f) => f.measure || 'time', 50), status: tally(this.all, (f) => f.status, 9), flag: tally(this.all, (f) => f.flags || [], 50) };
  }
  async filter(filter) {
    const rows = this.facts.list = this.all.filter(matcher(filter));
    const hits = new Map();
    for (const f of rows) hits.set(f.doc, (hits.get(f.doc) || 0) + 1);
    this.documents.list = Object.keys(filter).length ? this.docsList.filter((d) => hits.has(d.doc)).map((d) => ({ ...d, hits: hits.get(d.doc) })) : this.docsList;
    return { total: rows.length, documents: this.documents.total };
  }
  async every() { return this.facts.list; }
  async indexOf(f) { return this.facts.list.indexOf(f); }
  async find(id) { return this.byID.get(id); }
  async doc(name) {
    const d = this.byName.get(name);
    return d && { ...d, facts_count: d.facts, facts: d.mine };
  }
  async document(n) { return this.docsList[n]; }
  async charts() {
    const facts = this.facts.list.filter((f) => f.measure);
    return { indicator: tally(facts, (f) => f.indicator, 15), year: tally(facts, (f) => (f.period || '').slice(0, 4), 40) };
  }
}

class RemoteSource {
  constructor() {
    const get = (path, params) => this.get(path, params);
    this.facts = new Pages(get, '/api/facts');
    this.documents = new Pages(get, '/api/documents');
  }
  async get(path, params) {
    const answer = await fetch(path + '?' + new URLSearchParams(params || {}));
    if (!answer.ok) throw new Error(path + ': ' + answer.status);
    return answer.json();
  }
  async start() { return this.get('/api/start'); }
  async filter(filter) {
    const [a] = await Promise.all([this.facts.ask(filter), this.documents.ask(filter)]);
    return { total: this.facts.total, documents: a ? a.documents : this.documents.total };
  }
  async every() { return (await this.get('/api/facts', { ...this.facts.asked, offset: 0, limit: 10000 })).rows; }
  async indexOf(f) { return (await this.get('/api/row', { ...this.facts.asked, n: f.n })).row; }
  async find(id) { return (await this.get('/api/facts', { id, limit: 1 })).rows[0]; }
  async doc(name) { return this.get('/api/doc', { doc: name }); }
  async document(n) { return (await this.get('/api/documents', { offset: n, limit: 1 })).rows[0]; }
  async charts() { return this.get('/api/charts', this.facts.asked); }
}
