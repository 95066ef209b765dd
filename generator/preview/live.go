package preview

import (
	"bytes"
	"mime"
	"path"
	"strconv"
)

// liveScript reloads the page when the handbook has changed for the better and
// lists what is wrong when it has not.
const liveScript = `(function () {
  var seen = 0, box;
  function text(tag, s, cls) {
    var e = document.createElement(tag);
    e.textContent = s;
    if (cls) e.className = cls;
    return e;
  }
  function show(found) {
    if (!box) {
      box = document.createElement('section');
      box.id = 'live-findings';
      box.setAttribute('aria-live', 'assertive');
      document.body.insertBefore(box, document.body.firstChild);
    }
    box.textContent = '';
    box.appendChild(text('h2', '有 ' + found.length + ' 处要改，改好之前显示的是上一版'));
    var list = document.createElement('ol');
    found.slice(0, 50).forEach(function (f) {
      var li = document.createElement('li');
      li.appendChild(text('code', f.file + (f.line ? ':' + f.line + ':' + f.column : '')));
      li.appendChild(text('p', f.zh + ' [' + f.code + ']'));
      if (f.mendZh) li.appendChild(text('p', '怎么改：' + f.mendZh, 'mend'));
      list.appendChild(li);
    });
    box.appendChild(list);
  }
  var events = new EventSource('/-/live');
  events.onmessage = function (e) {
    var now = JSON.parse(e.data);
    var errors = now.found.filter(function (f) { return f.severity === 'error'; });
    if (seen && now.version !== seen && !errors.length) { location.reload(); return; }
    seen = now.version;
    if (errors.length) show(errors);
  };
})();
`

const liveStyle = `#live-findings{position:relative;z-index:99;margin:0;padding:1rem 1.25rem;background:#fff4f2;color:#3b0d08;border-bottom:4px solid #b3261e;font:16px/1.6 system-ui,sans-serif;max-height:60vh;overflow:auto}
#live-findings h2{margin:0 0 .5rem;font-size:1.1rem}
#live-findings ol{margin:0;padding-left:1.5rem}
#live-findings p{margin:0}
#live-findings code{font-weight:600;overflow-wrap:anywhere}
#live-findings .mend{color:#5c3b00}
`

const emptyPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>预览</title></head><body><main><h1>还没有可以显示的手册</h1></main></body></html>`

// withLive adds the preview's own script and style to a page.
func withLive(page []byte) []byte {
	const tags = `<link rel="stylesheet" href="/-/live.css"><script defer src="/-/live.js"></script>`
	i := bytes.Index(page, []byte("</head>"))
	if i < 0 {
		return append([]byte(tags), page...)
	}
	out := make([]byte, 0, len(page)+len(tags))
	out = append(out, page[:i]...)
	out = append(out, tags...)
	return append(out, page[i:]...)
}

// contentType is the media type of a file of the edition.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json":
		return "application/json; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

func itoa(n int) string { return strconv.Itoa(n) }
