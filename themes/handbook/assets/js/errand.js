/* 一件事：勾选情形，材料和总数跟着变，网址跟着变。算法与 generator/errand 相同，由测试逐一比对。
   没有脚本时页面列出全部材料，情形写在旁边。写法照顾旧浏览器（ES5）。 */
(function () {
  'use strict';
  var root = document.getElementById('errand'), UNITS = ['工作日', '自然日', '小时', '分钟', '月', '年'];
  if (!root) return;
  var inputs = all(root, '#cases input'), lines = read('[data-line]'), inside = read('[data-inside]'), steps = readSteps();

  function all(el, selector) { return Array.prototype.slice.call(el.querySelectorAll(selector)); }
  function get(el, name) { return el.getAttribute('data-' + name); }
  function word(name, what) { return get(root, name).replace(/%[sd]/, what); }
  function list(text) { return text ? text.split(' ') : []; }
  function show(el, on) { if (!el) return; if (on) el.removeAttribute('hidden'); else el.setAttribute('hidden', ''); }

  // 一行材料：里面每样、每一步的用法。
  function read(selector) {
    return all(root, selector).map(function (el) {
      var papers = all(el, '[data-paper]');
      return { el: el, any: el.hasAttribute('data-any'), papers: (papers.length ? papers : [el]).map(function (p) {
        return { el: p, counts: p.querySelector('.counts'), uses: all(p, '[data-use]').map(function (u) {
          var given = get(u, 'given');
          return { el: u, need: list(get(u, 'if')), given: given === null ? [] : given.split(',').map(list),
            n: list(get(u, 'n')).map(Number), who: get(u, 'who'), entry: get(u, 'entry') };
        }) };
      }) };
    });
  }

  function readSteps() {
    return all(root, '[data-step]').map(function (el) {
      return { el: el, need: list(get(el, 'if')), after: list(get(el, 'after')), options: all(el, '[data-option]') };
    });
  }

  function holds(need, on) {
    for (var i = 0; i < need.length; i++) if (!on[need[i]]) return false;
    return true;
  }
  function given(use, on) {
    return use.given.some(function (need) { return holds(need, on); });
  }

  // 只看的原件，各人取最多的一次；要交的相加。
  function tally(uses) {
    var t = [0, 0, 0], most = {}, vague = false, who;
    uses.forEach(function (u) {
      if (!u.n.length) { vague = true; return; }
      most[u.who] = Math.max(most[u.who] || 0, u.n[0]);
      t[1] += u.n[1];
      t[2] += u.n[2];
    });
    for (who in most) t[0] += most[who];
    var words = ['shown', 'kept', 'copies'].map(function (name, i) { return t[i] ? word(name, t[i]) : ''; }).filter(Boolean).join(get(root, 'dot'));
    return vague && words ? word('least', words) : words;
  }

  // 一组材料里，当前要用的：within 为真时是办的过程中给的。
  function pack(groups, on, within, entries) {
    var rows = 0;
    groups.forEach(function (line) {
      var some = 0;
      line.papers.forEach(function (p) {
        var held = p.uses.filter(function (u) {
          var now = holds(u.need, on);
          if (now && entries) entries[u.entry] = 1;
          now = now && given(u, on) === within;
          show(u.el, now);
          return now;
        });
        some += held.length;
        if (p.el !== line.el) show(p.el, held.length > 0);
        if (p.counts && held.length) p.counts.textContent = tally(held);
      });
      show(line.el, some > 0);
      if (some) rows++;
    });
    return rows;
  }

  // 至少要去几处：一件事项在几处都能办时，任去一处。
  function fewest(places) {
    var best = places.length, gone = {};
    (function walk(at, n) {
      while (at < places.length && places[at].some(function (p) { return gone[p]; })) at++;
      if (n >= best) return;
      if (at === places.length) { best = n; return; }
      places[at].forEach(function (p) { gone[p] = 1; walk(at + 1, n + 1); gone[p] = 0; });
    })(0, 0);
    return best;
  }

  function spans(text) {
    var part = text.split(' ');
    return UNITS.map(function (u) { return u === part[1] ? +part[0] : 0; });
  }
  function most(a, b) { return a.map(function (x, i) { return Math.max(x, b[i]); }); }

  function reckon(on) {
    var t = { items: 0, bare: 0, papers: 0, trips: 0, least: 0, places: 0, fen: 0, instant: 0, lost: { papers: 0, trips: 0, places: 0, money: 0, time: 0 } };
    var none = UNITS.map(function () { return 0; }), ways = [], places = [], entries = {};
    t.turn = none;
    t.longest = none;
    steps.forEach(function (s, i) {
      var now = none, way = none, on1 = holds(s.need, on), box = root.querySelector('[data-box="' + (i + 1) + '"]');
      if (on1) {
        var picked = s.options.filter(function (o) {
          var yes = holds(list(get(o, 'if')), on);
          if (s.options.length > 1) show(o, yes);
          return yes;
        })[0];
        if (picked) now = add(picked); else t.bare++;
      }
      s.el.className = on1 ? '' : 'off';
      box.className.baseVal = box.className.baseVal.replace(/ off/, '') + (on1 ? '' : ' off');
      s.after.forEach(function (a) { way = most(way, ways[a - 1]); });
      ways.push(way = way.map(function (x, k) { return x + now[k]; }));
      t.turn = t.turn.map(function (x, k) { return x + now[k]; });
      t.longest = most(t.longest, way);
    });
    function add(o) {
      var trips = get(o, 'trips'), where = get(o, 'where'), fee = get(o, 'fee'), time = get(o, 'time'), sure = fee === '', go = true;
      t.items++;
      if (get(o, 'papers')) t.lost.papers++;
      if (trips === '?') t.lost.trips++; else { t.trips += +trips.split(' ')[0]; t.least += +trips.split(' ')[1]; }
      if (where === '?') t.lost.places++; else if (where) places.push(where.split(' '));
      if (fee && fee !== '?') fee.split(',').forEach(function (x) {
        var part = x.split(':'), fen = +part[1];
        if (!go || !holds(list(part[0]), on)) return;
        sure = go = fen >= 0;
        if (sure) t.fen += fen;
      });
      if (!sure) t.lost.money++;
      if (time === '?') t.lost.time++;
      if (time === '') t.instant++;
      return spans(time);
    }
    t.places = fewest(places);
    t.papers = pack(lines, on, false, entries);
    t.given = pack(inside, on, true);
    t.before = Object.keys(entries).length;
    return t;
  }

  function put(key, value, zero, lost, note) {
    var dd = root.querySelector('[data-sum=' + key + ']'), parts = dd.children;
    parts[0].textContent = !lost ? value : zero ? '待核实' : word('least', value);
    parts[1].textContent = note || '';
    parts[2].textContent = lost ? word('unknown', lost) : '';
  }

  function days(key, spans, t) {
    var lost = t.lost.time + t.bare, text = spans.map(function (n, i) { return n ? n + (/日$|月$/.test(UNITS[i]) ? '个' : '') + UNITS[i] : ''; }).filter(Boolean).join(get(root, 'and'));
    put(key, text || (!lost && t.instant ? get(root, 'instant') : '待核实'), !text, lost);
  }

  function trips(n) { return n ? word('trips', n) : get(root, 'none'); }

  function tell(t) {
    var bare = t.bare, lost = t.lost;
    put('steps', word('items', t.items), 0, 0, bare ? word('unguided', bare) : '');
    put('papers', word('papers', t.papers), !t.papers, lost.papers + bare, t.before > t.papers ? word('before', t.before) : '');
    put('trips', trips(t.trips), !t.trips, lost.trips + bare, t.least < t.trips ? word('spare', trips(t.least)) : '');
    put('places', t.places ? word('places', t.places) : get(root, 'none'), !t.places, lost.places + bare);
    put('money', t.fen ? word('yuan', t.fen / 100) : get(root, 'free'), !t.fen, lost.money + bare);
    days('turn', t.turn, t);
    days('longest', t.longest, t);
    show(document.getElementById('inside'), t.given > 0);
  }

  // 网址里的情形：?case=agent,card.P109；本地打开、改不了网址时放在 # 后面。
  function asked() {
    var m = /[?&#]case=([^&#]*)/.exec(location.hash) || /[?&]case=([^&]*)/.exec(location.search);
    return m ? m[1].split(',').map(function (x) { try { return decodeURIComponent(x); } catch (e) { return x; } }) : [];
  }
  function keep() {
    var on = inputs.filter(function (i) { return i.checked && !i.defaultChecked; }).map(function (i) { return encodeURIComponent(i.value); }).join(',');
    var rest = location.search.replace(/^\?/, '').split('&').filter(function (x) { return x && x.indexOf('case=') !== 0; });
    if (on) rest.push('case=' + on);
    try {
      history.replaceState(null, '', location.pathname + (rest.length ? '?' + rest.join('&') : ''));
    } catch (e) {
      location.hash = on ? 'case=' + on : '';
    }
  }

  function update() {
    tell(reckon(inputs.map(function (i) { return i.checked; })));
    var names = inputs.filter(function (i) { return i.checked; }).map(function (i) { return i.parentNode.textContent; });
    document.getElementById('case-names').textContent = names.join('、');
  }

  var wanted = asked();
  inputs.forEach(function (i) {
    if (wanted.indexOf(i.value) >= 0) i.checked = true; else if (i.type === 'checkbox') i.checked = false;
    i.onchange = function () { keep(); update(); };
  });
  update();
})();
