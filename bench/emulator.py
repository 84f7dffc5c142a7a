"""The emulator: messages taken and called back, its memory and its start, beside a mock server that only answers."""

import base64
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.request

import measure
from startup import FBMSG, HERE, PAGE, USER, WORK, jdks, plain_environment

NODE = os.environ.get("BENCH_NODE", "node")
PRISM = HERE / "node_modules/@stoplight/prism-cli"
WARM = COUNTED = 5_000
MARKS = [5_000, 20_000, 40_000, 60_000, 80_000, 100_000, 120_000]  # of one long run
LEDGER = 100_000  # messages that the emulator remembers
CONNECTIONS = 16
WINDOW = 1_000  # messages that are accepted and not yet called back
CALLED, QUIET = "taken and called back", "Prism, quiet"
STATUSES = ["submitted", "delivered", "read"]


class Load:
    """Load.java: who posts the messages, and who is called back."""

    def __init__(self, jdk):
        self.process = subprocess.Popen(
            [jdk.java, "-XX:+UseSerialGC", "-cp", str(WORK), "Load"], env=plain_environment(), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.url = f"http://127.0.0.1:{self.process.stdout.readline().strip()}"

    def do(self, *command):
        self.process.stdin.write(" ".join(str(word) for word in command) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"the load ended at: {command}")
        return json.loads(answer)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def processor(process):
    """Milliseconds of processor time so far."""
    with open(f"/proc/{process}/stat") as stat:
        used = stat.read().rsplit(")", 1)[1].split()[11:13]
    return sum(int(ticks) for ticks in used) * 1000 / os.sysconf("SC_CLK_TCK")


def peak(process):
    """The most memory that it has held so far, in MiB."""
    with open(f"/proc/{process}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def ask(method, url, body=None, **headers):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json", **headers}, method=method)
    with urllib.request.urlopen(request) as reply:
        return reply.read()


class Emulator:
    """`fbmsg emulate`; called back or, where its application has no URLs, not."""

    def __init__(self, jdk, called_back):
        self.jdk, self.called_back = jdk, called_back

    def start(self, load):
        self.port, settings_file = free_port(), WORK / "emulator.env"
        settings_file.unlink(missing_ok=True)
        self.process = measure.start(
            [FBMSG, "emulate", "--port", str(self.port), "--env-file", str(settings_file), "--time-scale", "0",
             "--status-url", load.url + "/status", "--inbound-url", load.url + "/inbound"], self.jdk.env)
        while not settings_file.exists():
            time.sleep(0.002)
        lines = [line[len("export "):].split("=", 1) for line in settings_file.read_text().splitlines() if "=" in line]
        self.settings = {name: value.strip("'") for name, value in lines}
        load.do("sign", self.settings["FBMSG_APPLICATION_ID"], self.settings["FBMSG_PRIVATE_KEY_PATH"],
                self.settings["FBMSG_SIGNATURE_SECRET_PATH"])
        self.page = self.settings["FBMSG_PAGE_ID"]
        self.window = WINDOW if self.called_back else 0

    def ready(self):
        """The user has to write first; not before the first message is known to be rejected, which is called back too."""
        url = f"http://127.0.0.1:{self.port}"
        while b"rejected" not in ask("GET", f"{url}/emulator/messages"):
            time.sleep(0.01)
        ask("POST", f"{url}/emulator/users/{USER}/messages", {"text": "Hi"})
        if not self.called_back:
            with open(self.settings["FBMSG_API_SECRET_PATH"]) as secret:
                account = f"{self.settings['FBMSG_API_KEY']}:{secret.read().strip()}"
            ask("PUT", f"{url}/v2/applications/{self.settings['FBMSG_APPLICATION_ID']}",
                {"name": "not called back", "capabilities": {"messages": {}}},
                Authorization="Basic " + base64.b64encode(account.encode()).decode())

    def check(self, load, count):
        """Each accepted message has its three statuses in the ledger, and each of them was posted, once and in its order.
        Reads the whole ledger, which takes memory."""
        load.do("save", WORK / "called")
        called = dict(line.split(" ") for line in (WORK / "called").read_text().splitlines())
        began, known = measure.now(), -1
        while known < min(count, LEDGER) and measure.now() - began < 20_000:
            listed = json.loads(ask("GET", f"http://127.0.0.1:{self.port}/emulator/messages"))["messages"]
            known = sum(message["message_uuid"] in called and [status["status"] for status in message["statuses"]] == STATUSES
                        for message in listed)
        wrong = [f"{message}: {came or 'nothing'}" for message, came in called.items() if came != "sdr"]
        if len(called) != count or known != min(count, LEDGER) or self.called_back and wrong:
            raise SystemExit(f"of {count} messages {len(called)} were accepted with an id of their own, {known} have all "
                             f"statuses in the ledger, webhooks came otherwise for {wrong[:5]}")


class Prism:
    """A mock server from a description of the same request: it checks no token, remembers nothing, calls nobody back."""

    page, window = PAGE, 0

    def __init__(self, *options):
        self.options = options

    def start(self, load):
        load.do("unsign")
        self.port = free_port()
        self.process = measure.start(
            [NODE, str(PRISM / "dist/index.js"), "mock", "--port", str(self.port), *self.options,
             str(HERE / "peers/messages.json")], plain_environment(SCARF_ANALYTICS="false"))

    def ready(self):
        pass

    def check(self, load, count):
        pass


def begin(server, load):
    """Starts it: milliseconds until a message is accepted."""
    began = measure.now()
    server.start(load)
    load.do("first", server.port, server.page, USER)
    took = measure.now() - began
    server.ready()
    load.do("forget")
    return took


def post(server, load, count):
    """What so many messages took; any that is refused or not called back ends the bench."""
    before = processor(server.process), processor(load.process.pid)
    came = load.do("post", server.port, server.page, USER, count, CONNECTIONS, server.window)
    if came["accepted"] != count or came["refused"] or came["missing"] or came["unsigned"]:
        raise SystemExit(f"of {count} messages: {came}")
    return {
        "rate": count / came["seconds"],
        "server": (processor(server.process) - before[0]) / count,
        "load": (processor(load.process.pid) - before[1]) / count,
    }


def end(server):
    os.kill(server.process, signal.SIGTERM)
    measure.end(server.process)


def once(server, load):
    """One process, one round: its figures by name."""
    try:
        figures = {"first": begin(server, load), "idle": peak(server.process)}
        post(server, load, WARM)
        figures["warm"] = peak(server.process)
        figures |= post(server, load, COUNTED)
        figures["end"] = peak(server.process)
        server.check(load, WARM + COUNTED)
    finally:
        end(server)
    return figures


def long(server, load):
    """One process: its peaks of memory and its messages a second, by how many messages it has had."""
    try:
        begin(server, load)
        peaks, rates, done = {0: peak(server.process)}, {}, 0
        for until in MARKS:
            rates[until] = post(server, load, until - done)["rate"]
            peaks[until] = peak(server.process)
            done = until
        server.check(load, done)
        peaks["listed"] = peak(server.process)
    finally:
        end(server)
    return peaks, rates


def report(rounds, figures, longs, loads):
    def median(name, what):
        return statistics.median(one[what] for one in figures[name])

    prism = json.loads((PRISM / "package.json").read_text())["version"]
    lines = [
        "# Emulator", "",
        f"`fbmsg emulate` beside the mock server Prism {prism} on Node {measure.output(NODE, '--version')}: {rounds} interleaved "
        "rounds, each",
        f"with a new process, {WARM:,} messages that do not count and {COUNTED:,} that do, over {CONNECTIONS} connections, on",
        f"{measure.machine()}. The load average was {loads[0]:.1f} before and",
        f"{loads[1]:.1f} after, the bench's own included. Made by `bench/run emulator`.", "",
        "| what | messages/s, median | least to most | beside Prism, quiet | its CPU ms a message | the load's | until the first "
        "202, ms |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in figures:
        rates = [one["rate"] for one in figures[name]]
        lines.append(f"| {name} | {median(name, 'rate'):,.0f} | {min(rates):,.0f} to {max(rates):,.0f} | "
                     f"{median(name, 'rate') / median(QUIET, 'rate'):.2f} | {median(name, 'server'):.2f} | "
                     f"{median(name, 'load'):.2f} | {median(name, 'first'):,.0f} |")
    lines += ["", "Peak memory, medians, and the same beside Prism:", "",
              f"| what | MiB after the first 202 | after {WARM:,} | after {WARM + COUNTED:,} | ratio |", "|---|---|---|---|---|"]
    for name in figures:
        lines.append(f"| {name} | {median(name, 'idle'):.0f} | {median(name, 'warm'):.0f} | {median(name, 'end'):.0f} | "
                     f"{median(name, 'end') / median(QUIET, 'end'):.2f} |")
    lines += ["", f"One process each on the way to {MARKS[-1]:,} messages; *listed* is after `GET /emulator/messages`:", "",
              "| what | | the first | " + " | ".join(f"{mark:,}" for mark in MARKS) + " | listed |",
              "|---|---|---|" + "---|" * len(MARKS) + "---|"]
    for name, (peaks, rates) in longs.items():
        lines.append(f"| {name} | peak MiB | {peaks[0]:.0f} | " + " | ".join(f"{peaks[mark]:.0f}" for mark in MARKS)
                     + f" | {peaks['listed']:.0f} |")
        lines.append("| | messages/s | | " + " | ".join(f"{rates[mark]:,.0f}" for mark in MARKS) + " | |")
    return "\n".join(lines)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    java = jdks()
    newest = java[-1]
    (WORK / "home").mkdir(parents=True, exist_ok=True)
    measure.output(str(java[0].home / "bin/javac"), "--release", "17", "-d", str(WORK), str(HERE / "Load.java"))
    for jdk in java:
        jdk.make_archives()
    cases = {f"{what}, Java {jdk.version}": Emulator(jdk, what == CALLED)
             for what in (CALLED, "taken only") for jdk in java} | {QUIET: Prism("-v", "warn"), "Prism, as it comes": Prism()}
    before = os.getloadavg()[0]
    load = Load(newest)
    figures = {name: [] for name in cases}
    for number in range(rounds):
        for name, server in cases.items():
            figures[name].append(once(server, load))
        print(f"\rround {number + 1} of {rounds}", end="", flush=True)
    print()
    longs = {name: long(cases[name], load) for name in (f"{CALLED}, Java {newest.version}", QUIET)}
    load.end()
    print(report(rounds, figures, longs, (before, os.getloadavg()[0])))


if __name__ == "__main__":
    main()
