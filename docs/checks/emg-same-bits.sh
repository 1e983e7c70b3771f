#!/usr/bin/env bash
# EMG filters, envelopes, quality, spectra and bursts give the same bits on two JDKs: one hash for each rate and kind of muscle.
# usage: docs/checks/emg-same-bits.sh JAVA_HOME JAVA_HOME     needs ./mvnw test-compile done before
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
math=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'commons-math3-3.6.1.jar' | head -n 1)
classes=$here/analyzer/target/test-classes:$here/analyzer/target/classes:$here/device-io/target/classes:$math
bits() { "$1/bin/java" -cp "$classes" org.plumbline.analyzer.emg.EmgChainBits; }
one=$(bits "$1")
other=$(bits "$2")
"$1/bin/java" -version 2>&1 | head -n 1
"$2/bin/java" -version 2>&1 | head -n 1
test -n "$one"
diff <(echo "$one") <(echo "$other") || { echo "the bits differ"; exit 1; }
echo "$one"
echo "the same bits in $(echo "$one" | wc -l) cases"
