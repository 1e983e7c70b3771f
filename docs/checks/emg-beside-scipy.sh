#!/usr/bin/env bash
# EMG filters beside scipy's sosfilt: the same signal, the same machine, one run, turn by turn.
# usage: docs/checks/emg-beside-scipy.sh [JAVA_HOME]     needs python3 with scipy, and ./mvnw test-compile done before
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
java=${1:-${JAVA_HOME:-}}
java=${java:+$java/bin/}java
math=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'commons-math3-3.6.1.jar' | head -n 1)
classes=$here/analyzer/target/test-classes:$here/analyzer/target/classes:$here/device-io/target/classes:$math
python3 - "$java" "$classes" <<'PY'
import statistics, subprocess, sys, time
import numpy as np, scipy
from scipy import signal

java = subprocess.Popen([sys.argv[1], "-cp", sys.argv[2], "org.plumbline.analyzer.emg.EmgChainTiming"],
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
state, n = 12345, 1_200_000  # ten minutes at 2 kHz, one channel
out = np.empty(n)
for i in range(n):
    state = (state * 1664525 + 1013904223) % 2**32
    out[i] = (state / 2**32 - 0.5) * 1e-4
sos = signal.butter(4, [20, 450], btype="bandpass", fs=2000, output="sos")
low = signal.butter(4, 6, fs=2000, output="sos")
window = np.ones(200) / 200

def chain():
    y = signal.sosfilt(sos, out)
    rms = np.sqrt(np.abs(np.cumsum(np.r_[y[:200] ** 2, y[200:] ** 2 - y[:-200] ** 2]) / 200))
    return y, rms, signal.sosfilt(low, np.abs(y))

def timed(what):
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) / n * 1e9

rows = {"bandpass": [], "chain": [], "quality": []}
scipy_rows = {"bandpass": [], "chain": []}
for turn in range(15):
    for name in rows:
        java.stdin.write(name + "\n"); java.stdin.flush()
        ns, last = java.stdout.readline().split()
        if turn >= 5:
            rows[name].append(float(ns))
        if turn == 0 and name == "bandpass":
            expected = signal.sosfilt(sos, out)[-1]
            assert abs(float(last) - expected) < 1e-9, (last, expected)
    for name, what in (("bandpass", lambda: signal.sosfilt(sos, out)), ("chain", chain)):
        ns = timed(what)
        if turn >= 5:
            scipy_rows[name].append(ns)
java.stdin.close()
med = statistics.median
print(f"scipy {scipy.__version__}, numpy {np.__version__}; median of 10 turns, ns per sample of one channel")
print(f"band-pass alone (4 biquads):       plumbline {med(rows['bandpass']):6.1f}   scipy {med(scipy_rows['bandpass']):6.1f}   ratio {med(rows['bandpass']) / med(scipy_rows['bandpass']):.2f}")
print(f"band-pass, RMS, 6 Hz envelope:     plumbline {med(rows['chain']):6.1f}   scipy {med(scipy_rows['chain']):6.1f}   ratio {med(rows['chain']) / med(scipy_rows['chain']):.2f}")
print(f"the same with the whole quality:   plumbline {med(rows['quality']):6.1f}   (beside scipy's envelopes without any: ratio {med(rows['quality']) / med(scipy_rows['chain']):.2f})")
PY
