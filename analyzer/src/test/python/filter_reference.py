"""Makes filter_reference.csv: Butterworth cascades, notches, envelopes and zero-phase filters by scipy, on a signal that is easy to make again.

Run: python3 filter_reference.py > ../resources/org/plumbline/analyzer/signal/filter_reference.csv
"""
import numpy as np
import scipy
from scipy import signal


def noise(n):
    state, out = 12345, []
    for i in range(n):
        state = (state * 1664525 + 1013904223) % 2**32
        out.append(state / 2**32 - 0.5 + 0.001 * i)
    return np.array(out)


x = noise(3000)
print(f"# scipy {scipy.__version__}, numpy {np.__version__}; columns: kind,order,rateHz,lowHz,highHz,sample,value")
DESIGNS = [
    ("lowpass", 4, 200, 6, 0), ("lowpass", 2, 200, 20, 0), ("lowpass", 5, 2000, 6, 0),
    ("highpass", 2, 200, 0.5, 0), ("highpass", 4, 2000, 30, 0), ("highpass", 3, 1000, 20, 0),
    ("bandpass", 4, 2000, 20, 450), ("bandpass", 4, 1000, 20, 450), ("bandpass", 2, 1000, 20, 400),
    ("bandpass", 3, 1500, 30, 300),
]
for kind, order, rate, low, high in DESIGNS:
    band = [low, high] if kind == "bandpass" else low
    sos = signal.butter(order, band, btype=kind, fs=rate, output="sos")
    y = signal.sosfilt(sos, x)
    for i in [0, 1, 2, 10, 100, 500, 1000, 1500, 2000, 2500, 2998, 2999]:
        print(f"{kind},{order},{rate},{low},{high},{i},{y[i]!r}".replace("np.float64(", "").replace(")", ""))
sos = signal.butter(4, [20, 450], btype="bandpass", fs=1000, output="sos")
y = signal.sosfilt(sos, x)
rms = np.sqrt(np.convolve(y * y, np.ones(100) / 100)[:3000])
for i in [0, 50, 99, 100, 101, 1000, 2000, 2999]:
    print(f"envelope,4,1000,20,450,{i},{float(rms[i])!r}")


def rows(kind, order, rate, low, high, y):
    for i in [0, 1, 2, 50, 100, 101, 1000, 2000, 2998, 2999]:
        print(f"{kind},{order},{rate},{low},{high},{i},{float(y[i])!r}")


def band(rate, low, high):
    return signal.butter(4, [low, high], btype="bandpass", fs=rate, output="sos")


# Notches of quality 30: order is how many harmonics, low the first of them.
for rate, first, count in [(1000, 50, 1), (2000, 60, 3), (2148, 50, 4)]:
    y = x
    for k in range(count):
        b, a = signal.iirnotch(first * (k + 1), 30, fs=rate)
        y = signal.lfilter(b, a, y)
    rows("notch", count, rate, first, 0, y)
# The whole chain: band-pass, rectifier, means of a few samples (at least 400 Hz), 6 Hz low-pass of order 4, held until the next. 30 Hz is the lower edge on the trunk, 360 = 0.45 * 800.
for rate, low, high in [(1000, 20, 450), (2000, 30, 450), (800, 20, 360)]:
    y = np.abs(signal.sosfilt(band(rate, low, high), x))
    per = rate // 400
    means = y[: len(y) // per * per].reshape(-1, per).mean(axis=1)
    smooth = signal.sosfilt(signal.butter(4, 6, fs=rate / per, output="sos"), means)
    rows("smooth", 4, rate, low, high, np.concatenate([np.zeros(per - 1), np.repeat(smooth, per)])[: len(y)])
# Offline, without delay.
for rate, low, high in [(1000, 20, 450), (2000, 30, 450)]:
    y = signal.sosfiltfilt(band(rate, low, high), x)
    rows("zerophase", 4, rate, low, high, y)
    rows("zerosmooth", 4, rate, low, high, signal.sosfiltfilt(signal.butter(4, 6, fs=rate, output="sos"), np.abs(y)))
rows("zerolow", 5, 200, 6, 0, signal.sosfiltfilt(signal.butter(5, 6, fs=200, output="sos"), x))
