#!/usr/bin/env bash
# Streams a session through a pseudo-terminal at its own pace, analyzes it live while recording, then replays the
# recording at full speed: both results must be the same bytes.
# usage: docs/checks/live-equals-replay.sh FILE [EXERCISE] [PROFILE]      FILE: a table or a recording
set -eu
file=$1 exercise=${2:-squat} profile=${3:-}
here=$(cd "$(dirname "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'kill "${hub:-}" 2>/dev/null || true; rm -rf "$dir"' EXIT
"$here/tools/plumbline" simulate "$file" ${profile:+--profile "$profile"} --link "$dir/port" > "$dir/hub.txt" 2>&1 &
hub=$!
for _ in $(seq 100); do [ -e "$dir/port" ] && break; sleep 0.1; done
"$here/tools/plumbline" live "$dir/port" --exercise "$exercise" --headless --record "$dir/live.plog" --json "$dir/live.json" &
live=$!
wait $hub || true; tail -2 "$dir/hub.txt"
sleep 2
kill -TERM $live 2>/dev/null || true
wait $live || true
"$here/tools/plumbline" analyze "$dir/live.plog" --json "$dir/replay.json" > /dev/null
python3 - "$dir/live.json" "$dir/replay.json" <<'PY'
import sys
def result(path):
    text = open(path, encoding="utf-8").read()
    start = text.index('"result":')
    return text[start:text.rindex('"run":')]
live, replay = (result(path) for path in sys.argv[1:3])
print("repetitions:", live.count('"turnSeconds"'), " result bytes:", len(live), " identical:", live == replay)
sys.exit(0 if live == replay and live.count('"turnSeconds"') else 1)
PY
