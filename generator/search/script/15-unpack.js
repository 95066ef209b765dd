// Texts of the name table come packed (pack.go): a sign or two for a Chinese character.

var SIGNS = '';
for (var sign = 33; sign < 127; sign++) if ('"\\<>&'.indexOf(String.fromCharCode(sign)) < 0) SIGNS += String.fromCharCode(sign);

// unpack reads a text in the codes of p.
function unpack(p, text) {
  var out = '', i, c, k;
  if (!p) return text;
  for (i = 0; i < text.length; i++) {
    c = text.charAt(i);
    if ((k = p.one.indexOf(c)) >= 0) c = p.chars.charAt(k);
    else if ((k = p.lead.indexOf(c)) >= 0) c = p.chars.charAt(p.one.length + k * SIGNS.length + SIGNS.indexOf(text.charAt(++i)));
    out += c;
  }
  return out;
}
