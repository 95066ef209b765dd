// The common rule for cutting text. fold.go says the same in Go; testdata/vectors.json is read by
// the tests of both.

// kind tells what becomes of a character code: 2 Chinese character, 1 letter or digit, 0 dropped.
function kind(c) {
  if (c >= 0x4e00 && c <= 0x9fff || c >= 0x3400 && c <= 0x4dbf || c === 0x3007) return 2;
  return c >= 97 && c <= 122 || c >= 48 && c <= 57 ? 1 : 0;
}

// plain brings full width to half width and capitals to small letters.
function plain(c) {
  if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
  return c >= 65 && c <= 90 ? c + 32 : c;
}

// fold keeps what counts of a name. at, if given, receives the position of every kept character.
function fold(s, at) {
  var out = '', i, c;
  for (i = 0; i < s.length; i++) {
    c = plain(s.charCodeAt(i));
    if (!kind(c)) continue;
    out += String.fromCharCode(c);
    if (at) at.push(i);
  }
  return out;
}

// cut parts a query at everything that is not kept, and where the script changes.
function cut(s) {
  var runs = [], last = 0, i, c, k;
  for (i = 0; i < s.length; i++) {
    c = plain(s.charCodeAt(i));
    k = kind(c);
    if (k && k === last) runs[runs.length - 1] += String.fromCharCode(c);
    else if (k) runs.push(String.fromCharCode(c));
    last = k;
  }
  return runs;
}

// soft is the sound class of a syllable: what the accent of the south-west and quick typing mix.
function soft(s) {
  s = s.replace(/^([zcs])h/, '$1').replace(/^n(?=.)/, 'l').replace(/v/g, 'u').replace(/([aei]n)g$/, '$1');
  if (s.slice(0, 2) !== 'hu') return s;
  return 'f' + ({ 'hu': 'u', 'hui': 'ei', 'hun': 'en' }[s] || s.slice(2));
}
