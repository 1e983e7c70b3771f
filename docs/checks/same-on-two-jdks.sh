#!/usr/bin/env bash
# Analyzes every recorded fixture (synthetic) on two Java installations: the results must be the same bytes.
# usage: docs/checks/same-on-two-jdks.sh JAVA_HOME_A JAVA_HOME_B
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$here/tools/plumbline" --version > /dev/null
for java in "$1" "$2"; do
  out=$dir/$(basename "$java")
  mkdir -p "$out"
  for file in "$here"/fixtures/src/main/resources/org/plumbline/fixtures/recordings/*.plog; do
    name=$(basename "$file" .plog)
    "$java/bin/java" -jar "$here/tools/target/plumbline.jar" \
      analyze "$file" --exercise "${name%%-*}" --json "$out/$name.json" > /dev/null
  done
done
python3 - "$dir/$(basename "$1")" "$dir/$(basename "$2")" <<'PY'
import pathlib, sys
def result(path):
    text = path.read_text(encoding="utf-8")
    return text[text.index('"result":'):text.rindex('"run":')]
different = 0
for a in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    same = result(a) == result(pathlib.Path(sys.argv[2]) / a.name)
    different += not same
    print(f"{a.stem}: {len(result(a))} bytes, {'identical' if same else 'DIFFERENT'}")
sys.exit(1 if different else 0)
PY
