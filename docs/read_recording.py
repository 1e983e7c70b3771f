#!/usr/bin/python3
"""Reads a Plumbline recording (.plog) without Plumbline.

Needs Debian's python3-avro and python3-zstandard. Usage:

    python3 read_recording.py FILE [--si STREAM]

Prints the streams, their sample counts and losses, and whether the session was
interrupted. --si also prints a stream as a table: index, device time, session
time in seconds, then every channel in SI units.
See recording-format.md.
"""
import math
import sys

import avro.datafile
import avro.errors
import avro.io
import zstandard

UNITS = {"ACCELERATION": "m/s2", "ANGULAR_RATE": "rad/s", "MAGNETIC_FIELD": "uT",
         "QUATERNION": "1", "EMG": "V", "ANGLE": "rad", "OTHER": "1"}


def wrap(number):
    """A whole number in 64 bits, as the file's arithmetic has it."""
    return (number + 2**63) % 2**64 - 2**63


def device_ticks(s, size):
    extras = s["deviceTickExtras"] + [0] * (size - len(s["deviceTickExtras"]))
    return [wrap(s["firstDeviceTicks"] + i * s["deviceTickStep"] + extras[i]) for i in range(size)]


def session_nanos(s, ticks):
    extras = s["sessionNanoExtras"] + [0] * (len(ticks) - len(s["sessionNanoExtras"]))
    return [wrap(s["lineNanos"]
                 + math.floor(wrap(t - s["lineTicks"]) * s["nanosPerTick"] + 0.5)
                 + extra)
            for t, extra in zip(ticks, extras)]


def events(path):
    """Yields the name and fields of each event; without an end at last ("Interrupted", why)."""
    blocks = descriptions = count = 0  # so far
    with open(path, "rb") as file:
        if file.read(4) != b"Obj\x01":
            sys.exit(f"{path} is not a Plumbline recording: it does not begin as one.")
        file.seek(0)
        try:
            reader = avro.datafile.DataFileReader(file, avro.io.DatumReader())
            version = reader.get_meta("org.plumbline.log.version")
        except (avro.errors.AvroException, UnicodeDecodeError, TypeError) as error:
            sys.exit(f"{path} was cut off or damaged inside its header: {error}")
        if version != b"1":
            sys.exit(f"{path} is not a recording of version 1, which this script reads.")
        left = 0
        ended = False
        try:
            for entry in reader:
                event = entry["event"]
                kind = name_of(event)
                if kind == "Block":
                    if left or event["number"] != blocks or event["eventsBefore"] != count:
                        sys.exit(f"{path}: a part before block {event['number']} is missing or moved.")
                    blocks += 1
                    left = event["events"]
                    continue
                left -= 1
                count += 1
                if kind == "Samples" and event["description"] >= descriptions:
                    sys.exit(f"{path}: samples without their description.")
                descriptions += kind == "Described"
                ended = kind == "Ended"
                yield kind, event
        except zstandard.ZstdError as error:
            sys.exit(f"{path}: block {blocks} is damaged: {error}")
        except (avro.errors.AvroException, EOFError, OverflowError, MemoryError):
            yield "Interrupted", {"reason": f"block {blocks} is incomplete or damaged"}
            return
        if not ended:
            yield "Interrupted", {"reason": "the log has no end"}


FIELDS = {
    frozenset(["number", "eventsBefore", "descriptionsBefore", "contextsBefore",
               "operatorsBefore", "events", "crc32c"]): "Block",
    frozenset(["subject", "utcMillis", "monotonicZeroNanos", "software", "origin"]): "Started",
    frozenset(["atNanos", "stream", "firstIndex", "count", "cause"]): "Lost",
    frozenset(["atNanos", "source", "bytes", "reason"]): "Rejected",
    frozenset(["atNanos", "stream", "deviceTicks", "sessionNanos", "nanosPerTick"]): "ClockLine",
    frozenset(["atNanos"]): "Tick",
    frozenset(["atNanos", "action", "value", "note"]): "Operator",
    frozenset(["atNanos", "json", "sha256", "origin"]): "ContextApplied",
    frozenset(["atNanos", "reason"]): "Ended",
}


def name_of(event):
    """python3-avro drops the name of a union's record; its fields tell which it is."""
    if "counts" in event:
        return "Samples"
    if "channels" in event:
        return "Described"
    return FIELDS[frozenset(event)]


def main(path, si_stream):
    streams = {}
    samples = {}
    lost = {}
    for kind, event in events(path):
        if kind == "Started":
            print(f"subject {event['subject']}, {event['origin']}, written by {event['software']}")
        elif kind == "Described":
            streams[event["stream"]] = event
        elif kind == "Samples":
            stream = event["stream"]
            values = event["counts"] or event["values"]
            size = len(values) // event["channels"]
            samples[stream] = samples.get(stream, 0) + size
            if stream == si_stream:
                print_si(streams[stream]["channels"], event, values, size)
        elif kind == "Lost":
            lost.setdefault(event["stream"], []).append(event["count"])
        elif kind == "Ended":
            print(f"ended at {event['atNanos'] / 1e9:.1f} s: {event['reason']}")
        elif kind == "Interrupted":
            print(f"interrupted: {event['reason']}")
    for number, stream in sorted(streams.items()):
        losses = lost.get(number, [])
        known = sum(c for c in losses if c >= 0)
        unknown = sum(c < 0 for c in losses)
        first = stream["channels"][0]
        print(f"stream {number} \"{stream['name']}\" at {first['location']}"
              f"{' (synthetic)' if stream['origin'] == 'SYNTHETIC' else ''}:"
              f" {len(stream['channels'])} channels, {samples.get(number, 0)} samples,"
              f" {known} lost, {unknown} losses of unknown size")


def print_si(channels, event, values, size):
    ticks = device_ticks(event, size)
    nanos = session_nanos(event, ticks)
    for i in range(size):
        row = values[i * len(channels):(i + 1) * len(channels)]
        si = [raw * c["scale"] + c["offset"] for raw, c in zip(row, channels)]
        print(event["firstIndex"] + i, ticks[i], f"{nanos[i] / 1e9:.9f}",
              *(f"{v:.9g}{UNITS[c['quantity']]}" for v, c in zip(si, channels)))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4) or (len(sys.argv) == 4 and sys.argv[2] != "--si"):
        sys.exit(__doc__)
    try:
        main(sys.argv[1], int(sys.argv[3]) if len(sys.argv) == 4 else None)
    except KeyError as missing:
        sys.exit(f"{sys.argv[1]}: the schema in its header is damaged: {missing}")
    except BrokenPipeError:
        sys.exit(0)
