"""Sending many messages: fbmsg's batch, beside Vonage's library for Node and curl, to a server that none of them wrote."""

import json
import os
import statistics
import subprocess
import sys
import urllib.request

import measure
from emulator import NODE, free_port
from startup import FBMSG, HERE, PAGE, WORK, jdks, plain_environment

APPLICATION = "11111111-2222-3333-4444-555555555555"
AT_ONCE = 8
COUNTS = [10_000, 100_000, 1_000_000]
UNKNOWN = 76  # the exit code where a message was taken and its answer did not come
MODULE = "/usr/lib/nginx/modules/ngx_http_echo_module.so"
# The body is read before the answer: without that the server closes a connection now and then whose body came late.
NGINX = """
load_module %(module)s;
worker_processes 1; daemon off; pid %(work)s/nginx.pid; error_log %(work)s/nginx.log crit;
events { worker_connections 256; }
http {
  access_log off; keepalive_requests 1000000000; keepalive_time 1d;
  client_body_temp_path %(work)s/b; proxy_temp_path %(work)s/p; fastcgi_temp_path %(work)s/f;
  uwsgi_temp_path %(work)s/u; scgi_temp_path %(work)s/s;
  server {
    listen 127.0.0.1:%(port)d;
    location = /served { stub_status; }
    location / {
      default_type application/json; echo_read_request_body; echo_status 202;
      echo '{"message_uuid":"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab"}';
    }
  }
}
"""


class Server:
    """nginx: takes every message, and counts."""

    def __init__(self):
        self.port = free_port()
        settings = WORK / "nginx.conf"
        settings.write_text(NGINX % {"module": MODULE, "work": WORK, "port": self.port})
        self.process = subprocess.Popen(["nginx", "-e", str(WORK / "nginx.log"), "-c", str(settings)])
        self.url = f"http://127.0.0.1:{self.port}"
        while True:
            try:
                self.asked = 0
                self.served()
                return
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("nginx did not start; install nginx and its echo module") from None

    def served(self):
        """How many requests came since it was last asked, not counting the asking."""
        with urllib.request.urlopen(self.url + "/served") as reply:
            total = int(reply.read().split(b"\n")[2].split()[2])
        count, self.asked = total - self.asked - 1, total
        return count

    def end(self):
        self.process.terminate()
        self.process.wait()


def lines(count):
    path = WORK / f"batch-{count}"
    if not path.exists():
        with open(path, "w") as out:
            for number in range(count):
                out.write(json.dumps({"to": f"23450000{number:08}", "text": f"Your order {number} is on its way."}) + "\n")
    return str(path)


class Case:
    """A command that sends so many messages; each must have come, and each must have been answered for."""

    def __init__(self, server, count, command, env, memory=True):
        self.server, self.count, self.command, self.env, self.memory = server, count, command, env, memory
        self.rates, self.peaks, self.unknown = [], [], 0

    def run(self):
        out = WORK / "out"
        self.server.served()
        with open(out, "wb") as stdout:
            began = measure.now()
            code, peak = measure.end(measure.start(self.command, self.env, stdout=stdout.fileno()))
            took = (measure.now() - began) / 1000
        came, told = self.server.served(), sum(1 for _ in open(out, "rb"))
        self.unknown = sum(b'"ok":false' in line for line in open(out, "rb")) if code == UNKNOWN else 0
        if code not in (0, UNKNOWN) or came != self.count or told != self.count:
            raise SystemExit(f"{self.command} ended with {code}: {came} of {self.count} came, {told} were told")
        self.rates.append(self.count / took)
        self.peaks.append(peak)
        return took


def cases(server, java):
    key = WORK / "bench.pem"
    measure.output("openssl", "genrsa", "-out", str(key), "2048")
    key.chmod(0o600)
    settings = {"FBMSG_APPLICATION_ID": APPLICATION, "FBMSG_PRIVATE_KEY_PATH": str(key), "FBMSG_API_URL": server.url,
                "FBMSG_PAGE_ID": PAGE, "BENCH_PAGE": PAGE}
    found = {}
    for jdk in java:
        found[f"`fbmsg send --batch`, Java {jdk.version}"] = Case(
            server, 20_000, [FBMSG, "send", "--batch", lines(20_000), "--concurrency", str(AT_ONCE)],
            {**jdk.env, **settings})
    peer = [NODE, str(HERE / "peers/batch.mjs"), lines(3_000)]
    found[f"Node with `@vonage/server-sdk`, {AT_ONCE} at once"] = Case(
        server, 3_000, [*peer, str(AT_ONCE)], plain_environment(**settings))
    found["the same, one after the other"] = Case(server, 3_000, [*peer, "1"], plain_environment(**settings))
    token = measure.output("env", *(f"{name}={value}" for name, value in {**java[-1].env, **settings}.items()),
                           FBMSG, "jwt", "--header")
    (WORK / "headers").write_text(f"{token}\nContent-Type: application/json\n")
    curl = (f"xargs -P {AT_ONCE} -d '\\n' -I MESSAGE curl -s -H @{WORK}/headers --data MESSAGE "
            f"{server.url}/v1/messages <{lines(500)}")
    found[f"`xargs -P {AT_ONCE}` curl"] = Case(server, 500, ["sh", "-c", curl], plain_environment(), memory=False)
    return found, settings


def flat(server, jdk, settings):
    """Peak memory and rate by how many lines; then with a journal, and its rerun."""
    rows = []
    env = {**jdk.env, **settings}
    for count in COUNTS:
        case = Case(server, count, [FBMSG, "send", "--batch", lines(count)], env)
        case.run()
        rows.append((f"{count:,} lines", case))
    (WORK / "journal").unlink(missing_ok=True)
    journal = [FBMSG, "send", "--batch", lines(100_000), "--journal", str(WORK / "journal")]
    case = Case(server, 100_000, journal, env)
    case.run()
    rows.append(("100,000 lines with `--journal`", case))
    began = measure.now()
    code, peak = measure.end(measure.start(journal, env))
    took = (measure.now() - began) / 1000
    if code not in (0, UNKNOWN) or server.served() != 0:
        raise SystemExit("a rerun sent something")
    return rows, (took, peak)


def report(rounds, found, rows, rerun, loads):
    node = next(case for name, case in found.items() if name.startswith("Node"))
    base = statistics.median(node.rates)
    library = json.loads((HERE / "node_modules/@vonage/server-sdk/package.json").read_text())["version"]
    out = [
        "# Sending", "",
        f"Many messages to nginx on the same machine, which reads each and answers 202: {rounds} interleaved rounds of whole",
        f"processes, start included, on {measure.machine()}. The load average was {loads[0]:.1f}",
        f"before and {loads[1]:.1f} after, the bench's own included. `@vonage/server-sdk` {library}, Node "
        f"{measure.output(NODE, '--version')}. Made by `bench/run sending`.", "",
        "| what | messages | messages/s, median | least to most | beside the library, 8 at once | peak MiB | ratio |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, case in found.items():
        peak = max(case.peaks)
        memory = f"{peak:.0f} | {peak / max(node.peaks):.2f}" if case.memory else "a process each |"
        out.append(f"| {name} | {case.count:,} | {statistics.median(case.rates):,.0f} | {min(case.rates):,.0f} to "
                   f"{max(case.rates):,.0f} | {statistics.median(case.rates) / base:.2f} | {memory} |")
    out += ["", "One run each, with the newest Java:", "", "| what | messages/s | peak MiB | told as unknown |", "|---|---|---|---|"]
    out += [f"| {name} | {case.rates[0]:,.0f} | {case.peaks[0]:.0f} | {case.unknown} |" for name, case in rows]
    out.append(f"| its rerun, which sends nothing | {100_000 / rerun[0]:,.0f} | {rerun[1]:.0f} | |")
    return "\n".join(out)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    java = jdks()
    (WORK / "home").mkdir(parents=True, exist_ok=True)
    for jdk in java:
        jdk.make_archives()
    before = os.getloadavg()[0]
    server = Server()
    try:
        found, settings = cases(server, java)
        for number in range(rounds):
            for case in found.values():
                case.run()
            print(f"\rround {number + 1} of {rounds}", end="", flush=True)
        print()
        rows, rerun = flat(server, java[-1], settings)
    finally:
        server.end()
    print(report(rounds, found, rows, rerun, (before, os.getloadavg()[0])))


if __name__ == "__main__":
    main()
