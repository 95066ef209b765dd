// Filters with counts: audience, stage, department, on the web, at once.

var filters = { audience: -1, stage: -1, department: -1, online: 0, instant: 0 };

// passes tells whether a result passes all filters but one.
function passes(x, but) {
  var v = x.facts = x.facts || result(x), name;
  for (name in filters) {
    if (name === but) continue;
    if (name === 'online' || name === 'instant' ? filters[name] && !v[name] : filters[name] >= 0 && v[name] !== filters[name]) return false;
  }
  return true;
}

// counts returns how many results each value of a filter would leave.
function counts(list, name) {
  var out = { all: 0 };
  list.forEach(function (x) {
    if (!passes(x, name)) return;
    var v = Number(x.facts[name]);
    out.all++;
    out[v] = (out[v] || 0) + 1;
  });
  return out;
}

// drawFilters writes the controls anew; change is called after a choice.
function drawFilters(box, list, change) {
  var focus = document.activeElement && box.contains(document.activeElement) && document.activeElement.getAttribute('data-filter');
  empty(box);
  var group = groupOf('服务对象'), way = groupOf('办理方式'), c = counts(list, 'audience');
  [[-1, '全部', c.all], [0, '个人', c[0]], [1, '企业', c[1]]].forEach(function (o) {
    group.appendChild(button('audience', o[1], o[2], filters.audience === o[0], function () { filters.audience = o[0]; change(); }));
  });
  box.appendChild(group);
  box.appendChild(choice('stage', '阶段', table.raw.stages, counts(list, 'stage'), change));
  box.appendChild(choice('department', '部门', table.raw.departments, counts(list, 'department'), change));
  [['online', '网上可办'], ['instant', '即办']].forEach(function (o) {
    way.appendChild(button(o[0], o[1], counts(list, o[0])[1], !!filters[o[0]], function () { filters[o[0]] = filters[o[0]] ? 0 : 1; change(); }));
  });
  box.appendChild(way);
  if (focus) refocus(box, focus);
}

function groupOf(label) {
  var e = element('div', 'filter-group');
  e.setAttribute('role', 'group');
  e.setAttribute('aria-label', label);
  return e;
}

function button(name, label, count, pressed, act) {
  var b = element('button', 'filter', label + ' ');
  b.type = 'button';
  b.setAttribute('aria-pressed', pressed ? 'true' : 'false');
  b.setAttribute('data-filter', name + label);
  b.appendChild(element('span', 'count', String(count || 0)));
  b.onclick = act;
  return b;
}

function choice(name, label, values, count, change) {
  var l = element('label', 'filter-select', label + ' '), s = element('select');
  option(s, -1, '全部', count.all);
  values.forEach(function (v, i) { if (v && (count[i] || filters[name] === i)) option(s, i, v, count[i]); });
  s.value = String(filters[name]);
  s.setAttribute('data-filter', name);
  s.onchange = function () { filters[name] = Number(s.value); change(); };
  l.appendChild(s);
  return l;
}

function option(s, value, label, count) {
  var o = element('option', '', label + '（' + (count || 0) + '）');
  o.value = String(value);
  s.appendChild(o);
}

function refocus(box, name) {
  var list = box.querySelectorAll('[data-filter]'), i;
  for (i = 0; i < list.length; i++) if (list[i].getAttribute('data-filter') === name) list[i].focus();
}
