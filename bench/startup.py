"""Start-up: the packaged program through its launcher, beside the bare JVM and what a user would pick instead."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import measure

HERE = Path(__file__).resolve().parent
FBMSG = str(HERE.parent / "dist/bin/fbmsg")
WORK = HERE / "work"
PAGE = "0000000000000000"
USER = "1111111111111111"
EVENT = json.dumps({
    "channel": "messenger", "message_uuid": "aaaaaaaa-bbbb-cccc-dddd-0123456789ab", "to": PAGE, "from": USER,
    "timestamp": "2020-01-01T14:00:00Z", "message_type": "text", "text": "Hello from Facebook Messenger!",
}).encode()


def plain_environment(**more):
    """No settings of the user, and nothing that makes a peer start slower than it does for most people."""
    return {"PATH": os.environ["PATH"], "HOME": str(WORK / "home"), "LANG": "C.UTF-8", **more}


class Jdk:
    """One Java: its bare JVM, and fbmsg on it."""

    def __init__(self, home):
        self.home = Path(home)
        release = dict(line.split("=", 1) for line in (self.home / "release").read_text().splitlines() if "=" in line)
        self.version = release["JAVA_VERSION"].strip('"')
        self.name = f"JDK {self.version.split('.')[0]}"
        self.env = plain_environment(JAVA_HOME=str(self.home))
        self.java = str(self.home / "bin/java")

    def make_archives(self):
        """Seconds from the first use until the archives are there."""
        began = measure.now()
        measure.whole([FBMSG, "--version"], self.env)
        folder = Path(f"{self.env['HOME']}/.cache/fbmsg{self.java}@{HERE.parent / 'dist'}")
        while not (folder / "stamp").exists():
            if measure.now() - began > 120_000:
                raise SystemExit(f"no archives after two minutes in {folder}")
            time.sleep(0.1)
        return (measure.now() - began) / 1000


def jdks():
    """Java 17, and the newest that is 25 or more, of those that BENCH_JDKS lists or that are installed."""
    homes = os.environ.get("BENCH_JDKS", "").split(":") if os.environ.get("BENCH_JDKS") else Path("/usr/lib/jvm").glob("*")
    found = {}
    for home in homes:
        if (Path(home) / "bin/javac").exists() and (Path(home) / "release").exists():
            jdk = Jdk(os.path.realpath(home))
            found[int(jdk.version.split(".")[0])] = jdk
    wanted = [found[v] for v in sorted(found) if v == 17 or v == max(found)]
    if not wanted:
        raise SystemExit("no JDK found; set BENCH_JDKS to the homes of some, with colons between")
    return wanted


class Vonage:
    """The smallest Messages API: takes every message, and knows when the last one came. It is of Python's own server, so
    that neither side brings its own far side."""

    def __init__(self):
        vonage = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                vonage.came = measure.now()
                body = b'{"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab"}'
                self.send_response(202)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.came = None
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def ready(command, env):
    """From the start to the line that says where it listens."""
    took, process, _, pipe = measure.until_line(command, env, b"listening on http")
    os.kill(process, signal.SIGTERM)
    _, peak = measure.end(process)
    os.close(pipe)
    return took, peak


def conversation(listen, reply, env, vonage):
    """From a webhook's leaving to its reply's arrival, with both programs started a while ago; the peak is of both."""
    middle_out, middle_in = os.pipe()
    answering = measure.start(reply, env, stdin=middle_out)
    os.close(middle_out)
    said, says = os.pipe()
    listening = measure.start(listen, env, stdout=middle_in, stderr=says)
    os.close(middle_in)
    os.close(says)
    text = b""
    while not (b"listening on http" in text and text.endswith(b"\n")):
        text += os.read(said, 4096)
    port = int(text.decode().split("http://127.0.0.1:")[1].split()[0].rstrip("/"))
    idle(answering)
    vonage.came = None
    began = measure.now()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"POST /inbound HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                           b"Content-Length: %d\r\n\r\n%s" % (len(EVENT), EVENT))
        connection.recv(4096)
        codes_and_peaks = [measure.end(listening), measure.end(answering)]
    os.close(said)
    if any(code for code, _ in codes_and_peaks):
        raise SystemExit(f"a conversation failed: {listen} | {reply}")
    return vonage.came - began, sum(peak for _, peak in codes_and_peaks)


def idle(process):
    """Waits until a process has used no processor time for a quarter of a second."""
    def used():
        with open(f"/proc/{process}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[11:13]
    before, since = used(), time.monotonic()
    while time.monotonic() - since < 0.25:
        time.sleep(0.02)
        if used() != before:
            before, since = used(), time.monotonic()


def settings(jdk, vonage):
    """A key, and a config file as fbmsg's users have it; the peers have the same in their environment."""
    key = WORK / "private.key"
    if not key.exists():
        measure.output("openssl", "genpkey", "-quiet", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key)
        key.chmod(0o600)
    application = "11111111-2222-3333-4444-555555555555"
    for name, value in {"application_id": application, "private_key_path": key, "page_id": PAGE, "api_url": vonage.url}.items():
        subprocess.run([FBMSG, "config", "set", name, str(value)], env=jdk.env, check=True, stderr=subprocess.DEVNULL)
    return plain_environment(
        FBMSG_APPLICATION_ID=application, FBMSG_PRIVATE_KEY_PATH=str(key), FBMSG_API_URL=vonage.url, BENCH_PAGE=PAGE,
        BENCH_USER=USER)


def node(name, *args):
    return ["node", str(HERE / "peers" / name), *args]


def cases(java, vonage, peers):
    """All cases, by name: a function each that makes one run."""
    def run(command, env):
        return lambda: measure.whole(command, env)

    table = {
        "node -e 0": run(["node", "-e", "0"], peers),
        "node: jwt": run(node("jwt.mjs"), peers),
        "node: listen": lambda: ready(node("listen.mjs", "0"), peers),
        "node: send": run(node("send.mjs"), peers),
        "node: conversation": lambda: conversation(node("listen.mjs", "0"), node("reply.mjs"), peers, vonage),
    }
    listen = [FBMSG, "listen", "--port", "0"]
    for jdk in java:
        table |= {
            f"{jdk.name}: bare": run([jdk.java, "-cp", str(WORK), "Bare"], jdk.env),
            f"{jdk.name}: --version": run([FBMSG, "--version"], jdk.env),
            f"{jdk.name}: link": run([FBMSG, "link"], jdk.env),
            f"{jdk.name}: jwt": run([FBMSG, "jwt"], jdk.env),
            f"{jdk.name}: listen": lambda env=jdk.env: ready(listen, env),
            f"{jdk.name}: send": run([FBMSG, "send", "--to", USER, "--text", "Hi"], jdk.env),
            f"{jdk.name}: conversation": lambda env=jdk.env: conversation(
                listen, [FBMSG, "reply", "--text", "Thanks!"], env, vonage),
        }
    return list(table.items())


# What is measured, beside what, and the goal, by Java 17 and by Java 25 and later.
GOALS = [
    ("--version", "bare", 2.0, 2.0), ("link", "bare", 2.0, 2.0),
    ("jwt", "node -e 0", None, 1.0), ("jwt", "bare", 3.0, 2.8),
    ("listen", "bare", 3.5, None), ("listen", "node: listen", None, 1.0),
    ("send", "node: send", 1.2, 0.8), ("conversation", "node: conversation", 1.5, 1.0),
]
TITLES = {
    "listen": "listen, until it is ready", "send": "send, to a server on this machine",
    "conversation": "listen \\| reply, from the webhook to its reply",
}


def report(samples, java, took, rounds):
    lines = [
        "# Start-up", "",
        f"Whole processes through the launcher, {rounds} interleaved runs each after one that does not count, warm file cache,",
        f"on {measure.machine()}; Node {measure.output('node', '--version')}, Java "
        + " and ".join(jdk.version for jdk in java) + ". Made by `bench/run`.", "",
        "| what | beside | Java | min ms | median ms | ratio of medians | goal | peak MiB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for what, beside, old_goal, new_goal in GOALS:
        for jdk in java:
            goal = old_goal if int(jdk.version.split(".")[0]) < 25 else new_goal
            ours = samples[f"{jdk.name}: {what}"]
            other = samples[f"{jdk.name}: bare" if beside == "bare" else beside]
            ratio = ours.median / other.median
            verdict = "" if goal is None else f"≤ {goal}, " + ("met" if ratio <= goal else "**missed**")
            shown = "bare JVM" if beside == "bare" else f"`{beside}`" if beside == "node -e 0" else "Node"
            lines.append(f"| {TITLES.get(what, what)} | {shown} | {jdk.version} | {ours.least:.0f} | {ours.median:.0f} | "
                         f"{ratio:.2f} | {verdict} | {ours.peak:.0f} |")
    lines += ["", "What stands beside it:", "", "| what | min ms | median ms | peak MiB |", "|---|---|---|---|"]
    for name, sample in samples.items():
        if name.startswith("node") or name.endswith(": bare"):
            lines.append(f"| {name} | {sample.least:.0f} | {sample.median:.0f} | {sample.peak:.0f} |")
    lines += ["", "From the first use to the start-up archives: "
              + ", ".join(f"{seconds:.1f} s on {jdk.version}" for jdk, seconds in zip(java, took)) + "."]
    return "\n".join(lines)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    java = jdks()
    (WORK / "home").mkdir(parents=True, exist_ok=True)
    vonage = Vonage()
    measure.output(str(java[0].home / "bin/javac"), "--release", "17", "-d", str(WORK), str(HERE / "Bare.java"))
    took = [jdk.make_archives() for jdk in java]
    peers = settings(java[0], vonage)
    print(report(measure.interleaved(cases(java, vonage, peers), rounds), java, took, rounds))


if __name__ == "__main__":
    main()
