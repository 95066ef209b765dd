#!/usr/bin/env bash
# Makes FOGRA39.icc, the printing condition of press files: ISO 12647-2 offset on coated paper, from the
# characterisation data FOGRA39L.ti3 of Debian's icc-profiles-free (zlib licence), by ArgyllCMS's colprof.
# Wants, from Debian, argyll. A print shop may name another condition.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq icc-profiles-free
dpkg -x icc-profiles-free_*.deb .
cp usr/share/color/icc/FOGRA39L.ti3 .
colprof -ql -b -D "FOGRA39L coated, from characterisation data" -C "zlib/libpng licence: made by ArgyllCMS of FOGRA39L.ti3 (icc-profiles-free)" -O "$here/FOGRA39.icc" FOGRA39L
