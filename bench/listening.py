"""Taking webhooks: fbmsg's listener, beside a server in Node that verifies with Vonage's library, driven over loopback."""

import base64
import hashlib
import hmac
import json
import os
import signal
import statistics
import sys
import time
import uuid

import measure
from emulator import NODE, free_port
from startup import FBMSG, HERE, PAGE, WORK, jdks, plain_environment

CONNECTIONS = 32
WARM_UP = 60_000
MEASURED = 60_000
APPLICATION = "11111111-2222-3333-4444-555555555555"
DRIVE = WORK / "drive"
SECRET = b"signature secret of the bench"


def encoded(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=")


def webhook(number, now):
    """A signed webhook of v1 as it goes over the wire."""
    body = json.dumps({
        "channel": "messenger", "message_uuid": str(uuid.UUID(int=number)), "to": PAGE, "from": f"23450000{number % 5000:08}",
        "timestamp": "2026-11-25T08:00:00Z", "message_type": "text", "text": f"Hello, this is message {number} of mine.",
    }, separators=(",", ":")).encode()
    claims = json.dumps({
        "iss": "Vonage", "iat": now, "jti": str(uuid.uuid4()), "payload_hash": hashlib.sha256(body).hexdigest(),
        "api_key": "abcd1234", "application_id": APPLICATION,
    }, separators=(",", ":")).encode()
    signed = encoded(b'{"alg":"HS256","typ":"JWT"}') + b"." + encoded(claims)
    token = signed + b"." + encoded(hmac.new(SECRET, signed, hashlib.sha256).digest())
    return (b"POST /in HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nContent-Type: application/json\r\n"
            b"Authorization: Bearer " + token + b"\r\nContent-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body)


def webhooks():
    path = WORK / "webhooks"
    now = int(time.time())
    with open(path, "wb") as out:
        for number in range(WARM_UP + MEASURED):
            whole = webhook(number, now)
            out.write(b"%8d" % len(whole) + whole)
    return path


class Case:
    """A listener, started anew in each round; what it printed is compared with what was acknowledged."""

    def __init__(self, command, env, file):
        self.command, self.env, self.file = command, env, file
        self.rates, self.p50, self.p99, self.peaks, self.refused = [], [], [], [], 0

    def run(self):
        port = free_port()
        out = WORK / "lines"
        with open(out, "wb") as stdout:
            read, write = os.pipe()
            process = measure.start([part.replace("PORT", str(port)) for part in self.command], self.env,
                                    stdout=stdout.fileno(), stderr=write)
        os.close(write)
        said = b""
        while b"listening on" not in said:
            more = os.read(read, 4096)
            if not more:
                raise SystemExit(f"{self.command} said only: {said.decode()}")
            said += more
        self.drive(port, 0, WARM_UP)
        result = self.drive(port, WARM_UP, MEASURED)
        os.kill(process, signal.SIGTERM)
        _, peak = measure.end(process)
        os.close(read)
        printed = sum(1 for _ in open(out, "rb"))
        if printed != WARM_UP + MEASURED:
            raise SystemExit(f"{self.command} printed {printed} lines for {WARM_UP + MEASURED} acknowledged webhooks")
        self.rates.append(result["acknowledged"] / result["seconds"])
        self.p50.append(result["p50"])
        self.p99.append(result["p99"])
        self.peaks.append(peak)
        self.refused += result["refused"]

    def drive(self, port, first, count):
        return json.loads(measure.output(str(DRIVE), str(port), str(self.file), str(first), str(count), str(CONNECTIONS)))


def cases(java):
    measure.output("cc", "-O2", "-o", str(DRIVE), str(HERE / "drive.c"))
    file = webhooks()
    secret = WORK / "signature.secret"
    secret.write_bytes(SECRET + b"\n")
    secret.chmod(0o600)
    found = {}
    for jdk in java:
        env = {**jdk.env, "FBMSG_SIGNATURE_SECRET_PATH": str(secret)}
        found[f"`fbmsg listen --follow`, Java {jdk.version}"] = Case(
            [FBMSG, "listen", "--port", "PORT", "--path", "/in", "--follow", "--verify", "require"], env, file)
    found["Node `http` with `@vonage/jwt`"] = Case(
        [NODE, str(HERE / "peers/receive.mjs"), "PORT", str(secret)], plain_environment(), file)
    return found


def report(rounds, found, loads):
    node = next(case for name, case in found.items() if name.startswith("Node"))
    library = json.loads((HERE / "node_modules/@vonage/jwt/package.json").read_text())["version"]
    out = [
        "# Listening", "",
        f"Signed v1 webhooks of users, over {CONNECTIONS} kept-alive connections from the same machine, each verified,",
        f"printed to a file and then acknowledged: {rounds} interleaved rounds of new processes on {measure.machine()}. In each,",
        f"{WARM_UP:,} webhooks to warm up and {MEASURED:,} that are measured. The load average was {loads[0]:.1f} before and",
        f"{loads[1]:.1f} after, the bench's own included. `@vonage/jwt` {library}, Node {measure.output(NODE, '--version')}. In each round the",
        "lines printed were as many as the webhooks acknowledged, to the last one. Made by `bench/run listening`.", "",
        "| what | webhooks/s, median | least to most | beside Node | p50 ms | p99 ms | p99 beside Node | peak MiB | beside Node |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, case in found.items():
        rate, p99, peak = statistics.median(case.rates), statistics.median(case.p99), max(case.peaks)
        out.append(
            f"| {name} | {rate:,.0f} | {min(case.rates):,.0f} to {max(case.rates):,.0f} | "
            f"{rate / statistics.median(node.rates):.2f} | {statistics.median(case.p50):.2f} | {p99:.2f} | "
            f"{p99 / statistics.median(node.p99):.2f} | {peak:.0f} | {peak / max(node.peaks):.2f} |")
    return "\n".join(out)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    java = jdks()
    (WORK / "home").mkdir(parents=True, exist_ok=True)
    for jdk in java:
        jdk.make_archives()
    before = os.getloadavg()[0]
    found = cases(java)
    for number in range(rounds):
        for case in found.values():
            case.run()
        print(f"\rround {number + 1} of {rounds}", end="", flush=True)
    print()
    print(report(rounds, found, (before, os.getloadavg()[0])))


if __name__ == "__main__":
    main()
