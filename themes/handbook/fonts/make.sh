#!/usr/bin/env bash
# Makes the fonts of this folder: subsets of Noto Serif SC and Noto Sans SC (OFL) that hold GB/T 2312, the
# characters of the handbook as it stands, and the signs that the booklets draw with.
# Wants npm and, from Debian, python3-fonttools. Run it again when the build says that a character is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
for f in *.tgz; do tar xzf "$f"; mv package "${f%%-0.*}"; done
python3 - "$root" >chars.txt <<'PY'
import glob, sys
chars = set(map(chr, range(0x20, 0x7f)))
for hi in range(0xa1, 0xf8):
    for lo in range(0xa1, 0xff):
        try:
            chars.add(bytes([hi, lo]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
for pattern in ("catalog/**/*.yaml", "content/**/*.md", "themes/**/*.yaml"):
    for name in glob.glob(sys.argv[1] + "/" + pattern, recursive=True):
        chars |= set(open(name, encoding="utf-8").read())
chars |= set("☐☑✓→←↓↑●○■□▲▼①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳—…·•‘’“”《》〈〉「」『』【】〔〕％‰℃×÷±≤≥　")
print("".join(sorted(c for c in chars if c >= " ")))
PY
subset() {
  /usr/bin/python3 -m fontTools.subset "$1" --text-file=chars.txt --layout-features='' --drop-tables+=GPOS,GSUB,GDEF,BASE,vhea,vmtx,VORG,STAT,gasp,DSIG --no-hinting --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline --output-file="$here/$2"
}
subset expo-google-fonts-noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf song.ttf
subset expo-google-fonts-noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf hei.ttf
subset expo-google-fonts-noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf hei-bold.ttf
cp expo-google-fonts-noto-serif-sc/LICENSE_FONT "$here/LICENSE-NotoSerifSC.txt"
cp expo-google-fonts-noto-sans-sc/LICENSE_FONT "$here/LICENSE-NotoSansSC.txt"
ls -l "$here"
