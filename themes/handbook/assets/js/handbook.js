/* 长辈版、朗读、打印。没有脚本时页面照样完整；按钮都由这里添上。写法照顾旧浏览器（ES5）。
   本文件在 head 里同步运行，所以长辈版从第一笔起就是大字，不会闪。 */
(function () {
  'use strict';
  var root = document.documentElement, KEY = 'elder', store = null;
  root.className += ' js'; // 给按钮留好位置，添上时版面不跳
  try {
    store = window.localStorage;
    store.setItem('probe', '1');
    store.removeItem('probe');
  } catch (e) {
    store = null; // 隐私模式、有些微信版本：改用网址里的 ?elder=1 带着走
  }

  var asked = /[?&]elder=([01])/.exec(location.search);
  var elder = asked ? asked[1] === '1' : !!store && store.getItem(KEY) === '1';
  if (asked && store) remember(elder);
  show(elder);

  function remember(on) {
    try { if (on) store.setItem(KEY, '1'); else store.removeItem(KEY); } catch (e) { store = null; }
  }

  function show(on) {
    var rest = root.className.replace(/(^| )elder\b/, '');
    root.className = on ? rest + ' elder' : rest;
  }

  function button(into, words, act) {
    var b = document.createElement('button');
    b.type = 'button';
    b.className = 'tool';
    b.appendChild(document.createTextNode(words));
    b.onclick = function () { act(b); };
    into.appendChild(b);
    return b;
  }

  function label(b, words) { b.firstChild.nodeValue = words; }

  function addElder(tools) {
    var on = tools.getAttribute('data-elder'), off = tools.getAttribute('data-plain');
    button(tools, elder ? off : on, function (b) {
      elder = !elder;
      if (store) remember(elder);
      show(elder);
      label(b, elder ? off : on);
    });
  }

  // 存不住时，在点击的那一刻把长辈版写进站内链接和表单。
  function carry(e) {
    var a = e.target;
    if (store || !elder) return;
    while (a && a.nodeName !== 'A') a = a.parentNode;
    var href = a && a.getAttribute('href');
    if (!href || !/^[\w-]+\.html/.test(href) || /[?&]elder=/.test(href)) return;
    a.setAttribute('href', href.replace(/(\.html)(\?[^#]*)?/, function (all, ext, query) {
      return ext + (query ? query + '&' : '?') + 'elder=1';
    }));
  }

  function carryForm(e) {
    var form = e.target;
    if (store || !elder || form.elements.elder) return;
    var input = document.createElement('input');
    input.type = 'hidden';
    input.name = KEY;
    input.value = '1';
    form.appendChild(input);
  }

  // 朗读：一段一段念，念到哪段标出哪段；隐藏的、给机器看的不念。
  function addReader(actions) {
    var synth = window.speechSynthesis, reading = false, queue = [], marked = null;
    if (!synth || !window.SpeechSynthesisUtterance) return;
    var start = actions.getAttribute('data-read'), stop = actions.getAttribute('data-stop');
    var b = button(actions, start, function () { if (reading) end(); else begin(); });

    function begin() {
      var all = document.querySelectorAll('.item h1,.item h2,.item h3,.item p,.item dt,.item dd,.item li,.item label');
      queue = [];
      for (var i = 0; i < all.length; i++) {
        var el = all[i];
        if (el.offsetParent === null || el.querySelector('p,li,dd,h3,label')) continue;
        if (el.parentNode.nodeName === 'LI' && el.nodeName === 'LI') continue;
        if (inside(el, 'nav') || inside(el, 'figure')) continue;
        var text = (el.innerText || el.textContent).replace(/\s+/g, ' ');
        if (text.replace(/ /g, '')) queue.push([el, text]);
      }
      reading = true;
      label(b, stop);
      synth.cancel();
      next();
    }
    function next() {
      mark(null);
      var now = queue.shift();
      if (!reading || !now) return end();
      mark(now[0]);
      var u = new SpeechSynthesisUtterance(now[1]);
      u.lang = 'zh-CN';
      u.rate = 0.9;
      u.onend = next;
      u.onerror = end;
      synth.speak(u);
    }
    function mark(el) {
      if (marked) marked.className = marked.className.replace(/ ?reading/, '');
      if (el) el.className += ' reading';
      marked = el;
    }
    function end() {
      if (!reading) return;
      reading = false;
      queue = [];
      mark(null);
      label(b, start);
      synth.cancel();
    }
    window.addEventListener('pagehide', end);
  }

  function inside(el, name) {
    for (; el; el = el.parentNode) if (el.nodeName.toLowerCase() === name) return true;
    return false;
  }

  function here() {
    var name = location.pathname.replace(/^.*\//, '') || 'index.html';
    var links = document.querySelectorAll('.menu a');
    for (var i = 0; i < links.length; i++) if (links[i].getAttribute('href') === name) links[i].setAttribute('aria-current', 'page');
  }

  function ready() {
    var tools = document.getElementById('tools'), actions = document.getElementById('actions');
    if (tools) addElder(tools);
    if (actions) {
      button(actions, actions.getAttribute('data-print'), function () { window.print(); });
      addReader(actions);
    }
    here();
    document.addEventListener('click', carry, true);
    document.addEventListener('submit', carryForm, true);
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready); else ready();
})();
