#!/usr/bin/env python3
"""Follows the events of Company Timeline and keeps each of them once, in a SQLite file.

    follow.py URL FILE

URL is a stream, such as 'http://localhost:8080/events?from=beginning'; filters may follow.
An event and the cursor after it are stored in one transaction, so this program may be killed
at any time and run again: it goes on where it was. Needs Python 3.9 and nothing else.
"""
import hashlib
import http.client
import json
import random
import sqlite3
import sys
import time
import urllib.error
import urllib.request

DEAD_AFTER = 30  # seconds; heartbeats come at most 15 apart
LONGEST_WAIT = 30  # seconds between two attempts to connect


def main(url, file):
    store = sqlite3.connect(file)
    store.execute("pragma journal_mode = wal")
    store.execute("pragma synchronous = normal")  # a power cut may undo the last commits, each as a whole
    store.execute("create table if not exists event (position text primary key, id text, body text)")
    store.execute("create table if not exists stream (cursor text)")
    wait = 0.5
    while True:
        try:
            for _ in received(url, store):
                wait = 0.5
            why, retry_after = "the stream was ended", 0
        except urllib.error.HTTPError as refusal:
            if refusal.code not in (429, 502, 503, 504):
                sys.exit(f"{url}: {what_to_do(refusal)}")
            why, retry_after = f"{refusal.code}", seconds(refusal.headers.get("Retry-After"))
        except (OSError, http.client.HTTPException) as lost:
            why, retry_after = repr(lost), 0
        print(f"{why}; trying again", file=sys.stderr)
        time.sleep(retry_after + random.uniform(wait / 2, wait))
        wait = min(2 * wait, LONGEST_WAIT)


def received(url, store):
    """Stores what one connection gives, and yields after each line."""
    request = urllib.request.Request(url, headers={"Accept": "application/x-ndjson"})
    cursor = store.execute("select cursor from stream").fetchone()
    if cursor:
        request.add_header("Last-Event-ID", cursor[0])  # wins over the URL's from
    count = total = 0
    with urllib.request.urlopen(request, timeout=DEAD_AFTER) as stream:
        for line in stream:
            if not line.endswith(b"\n"):
                raise ConnectionError("the stream was cut within a line")
            message = json.loads(line)
            with store:  # one transaction
                if "event" in message:
                    event = message["event"]
                    count, total = count + 1, (total + digest(event)) % 2**256
                    # A second event at the same position would break the primary key, and end this.
                    store.execute(
                        "insert into event values (?, ?, ?)",
                        (event["position"], event["id"], json.dumps(event)),
                    )
                elif (count, f"{total:064x}") != (message["heartbeat"]["count"], message["heartbeat"]["hash"]):
                    sys.exit(f"{url}: {count} events came, but sent were {message['heartbeat']}")
                store.execute("delete from stream")
                store.execute("insert into stream values (?)", (message["cursor"],))
            yield


def digest(event):
    text = f"{event['position']}\n{event['id']}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")


def seconds(retry_after):
    return int(retry_after) if (retry_after or "").isdecimal() else 0  # it may be a date


def what_to_do(refusal):
    if refusal.code == 410:
        return "what is stored came from another log: begin anew with another FILE"
    try:
        return json.load(refusal)["detail"]
    except (ValueError, KeyError):
        return f"{refusal.code} {refusal.reason}"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        pass
