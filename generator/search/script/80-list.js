// The list of results on the page. Text only ever becomes text nodes.

function element(tag, cls, text) {
  var e = document.createElement(tag);
  if (cls) e.className = cls;
  if (text) e.appendChild(document.createTextNode(text));
  return e;
}

function empty(e) { if (e) e.textContent = ''; }

function shown(e, on) { if (e && e.hidden === !!on) e.hidden = !on; }

// marked writes text into e with the characters at places marked.
function marked(e, text, places) {
  var on = {}, i = 0, j;
  places.forEach(function (p) { on[p] = true; });
  while (i < text.length) {
    for (j = i; j < text.length && !!on[j] === !!on[i];) j++;
    if (on[i]) e.appendChild(element('mark', '', text.slice(i, j)));
    else e.appendChild(document.createTextNode(text.slice(i, j)));
    i = j;
  }
  return e;
}

// row is one result.
function row(r, x) {
  var d = x.doc, v = result(x), m = marks(r, d), li = element('li', 'result'), a = element('a', 'result-name'), facts = element('span', 'result-facts');
  li.setAttribute('data-result', '');
  li.setAttribute('data-id', v.id);
  a.href = url(d);
  li.appendChild(marked(a, v.name, m.name));
  if (m.alias) li.appendChild(marked(element('span', 'result-alias', '也叫：'), m.alias, m.places));
  li.doc = d;
  li.facts = facts;
  [['tag', v.audience ? '企业' : '个人'], ['tag', table.raw.stages[v.stage]], ['tag', table.raw.departments[v.department]],
    ['tag tag-online', v.online && '网上可办'], ['tag tag-instant', v.instant && '即办'], ['tag tag-errand', v.errand && '一件事']
  ].forEach(function (t) {
    if (!t[1]) return;
    facts.appendChild(element('span', t[0], t[1]));
    facts.appendChild(document.createTextNode(' '));
  });
  li.appendChild(facts);
  brief(li);
  return li;
}

// brief puts the summary behind the name once it is there.
function brief(li) {
  var text = extra.brief && (extra.lines = extra.lines || extra.brief.split('\n'))[li.doc];
  if (text) li.insertBefore(element('span', 'result-summary', text), li.facts);
}
