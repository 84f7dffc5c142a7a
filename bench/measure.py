"""Runs of whole processes: how long they take, and the most memory that they hold."""

import os
import platform
import statistics
import subprocess
import time
from dataclasses import dataclass, field


@dataclass
class Samples:
    """What the runs of one case took, in milliseconds, and their peak memory (resident set) in MiB."""

    name: str
    times: list = field(default_factory=list)
    peaks: list = field(default_factory=list)

    def add(self, milliseconds, peak):
        self.times.append(milliseconds)
        self.peaks.append(peak)

    @property
    def median(self):
        return statistics.median(self.times)

    @property
    def least(self):
        return min(self.times)

    @property
    def peak(self):
        return max(self.peaks)


def now():
    """Milliseconds of a clock that never goes back."""
    return time.perf_counter() * 1000


def start(command, env, stdin=None, stdout=None, stderr=None):
    """The id of a process; streams are file descriptors, by default of /dev/null."""
    nothing = os.open(os.devnull, os.O_RDWR)
    streams = [(stdin, 0), (stdout, 1), (stderr, 2)]
    actions = [(os.POSIX_SPAWN_DUP2, nothing if given is None else given, number) for given, number in streams]
    try:
        return os.posix_spawnp(command[0], command, env, file_actions=actions)
    finally:
        os.close(nothing)


def end(process):
    """Waits for the end of a process: its exit code and its peak memory in MiB."""
    _, status, usage = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024


def whole(command, env):
    """Runs a process to its end: milliseconds and peak memory. Its failure is an error of the bench."""
    began = now()
    code, peak = end(start(command, env))
    took = now() - began
    if code != 0:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return took, peak


def until_line(command, env, mark):
    """Starts a process and waits until standard error has a line with a text: milliseconds, its id, that line."""
    read, write = os.pipe()
    began = now()
    process = start(command, env, stderr=write)
    os.close(write)
    text = b""
    while mark not in text or not text.endswith(b"\n"):
        more = os.read(read, 4096)
        if not more:
            raise SystemExit(f"{' '.join(command)} said only: {text.decode()}")
        text += more
    took = now() - began
    return took, process, text.decode(), read


def interleaved(cases, rounds):
    """One run of each case a round, so that whatever else the machine does falls on all of them; the first round does not
    count. A case is a name and a function that gives milliseconds and peak memory."""
    samples = [Samples(name) for name, _ in cases]
    for number in range(rounds + 1):
        for (_, run), into in zip(cases, samples):
            took, peak = run()
            if number:
                into.add(took, peak)
        print(f"\rround {number} of {rounds}", end="", flush=True)
    print()
    return {sample.name: sample for sample in samples}


def machine():
    """What this machine is, in one line."""
    model = "unknown processor"
    try:
        with open("/proc/cpuinfo") as info:
            model = next(line.split(":")[1].strip() for line in info if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GiB, {platform.system()} {platform.release().split('-')[0]}"


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
