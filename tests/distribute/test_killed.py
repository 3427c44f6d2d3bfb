"""Runs that are killed at random points lose nothing and repeat nothing."""

import hashlib
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from briefgen.distribute import entries, ledger
from briefgen.distribute.entries import State
from tests.distribute.killed import FILES, WHO
from tests.distribute.post_office import PostOffice, authority, post_office
from tests.distribute.support import at
from tests.support.project import ROOT

ROUND = 4
"""Kills after which a run is let through and looked at."""


def started(top: Path, office: PostOffice, certificate: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.distribute.killed", str(top), str(office.port), str(certificate)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    return child


def looked_at(top: Path, office: PostOffice) -> Counter[State]:
    """Prove that each recipient has everything once, and the ledger says so; return the states."""
    with ledger.reading(top / "distribution.sqlite") as book:
        held = entries.holdings(book)
    assert {(h.recipient, h.length) for h in held} == {(r.id, a.offer.length) for r in WHO for a in FILES}
    assert len(held) == len(WHO) * len(FILES)
    assert {h.state for h in held} <= {State.DONE, State.HANDED}
    sent = Counter(address.partition("@")[0] for address, _ in office.got)
    assert set(sent.values()) <= {1}, "nobody gets a mail twice"
    by_mail = {h.recipient: h.state for h in held if h.channel == "smtp"}
    assert {r for r, state in by_mail.items() if state is State.DONE} <= set(sent), "what is done has arrived"
    assert set(sent) <= set(by_mail), "what has arrived is in the ledger"
    for one in held:
        (folder,) = (top / one.recipient).iterdir()
        copies = {hashlib.sha256(data).hexdigest() for data in at(folder).values()}
        assert one.sha256 in copies
    assert not list(top.rglob(".briefgen-new-*"))
    return Counter(by_mail.values())


def check_kills(tmp_path: Path, count: int) -> None:
    """Kill runs so many times, and prove after every few of them that the next makes up for all."""
    chance = random.Random(count)
    papers = authority(tmp_path)
    states: Counter[State] = Counter()
    kills = cut = 0
    with post_office(*papers) as office:
        with started(tmp_path / "first", office, papers[0]) as child:
            begun = time.perf_counter()
            assert child.wait() == 0
            whole = time.perf_counter() - begun
        states += looked_at(tmp_path / "first", office)
        while kills < count:
            top = tmp_path / f"round-{kills}"
            office.got.clear()
            for _ in range(min(ROUND, count - kills)):
                with started(top, office, papers[0]) as child:
                    time.sleep(chance.random() * whole / 2)
                    child.kill()
                    cut += child.wait() != 0
                kills += 1
            with started(top, office, papers[0]) as child:
                assert child.wait() == 0
            states += looked_at(top, office)
    told = ", ".join(f"{n} {state.value}" for state, n in sorted(states.items(), key=lambda s: s[0].value))
    sys.stdout.write(f"{kills} kills, {cut} of them in mid-run; mails: {told}\n")
    assert cut > count / 3


def test_a_run_that_is_killed_anywhere_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    check_kills(tmp_path, 6)


@pytest.mark.slow
@pytest.mark.skipif(os.environ.get("BRIEFGEN_SLOW") != "1", reason="slow tests are turned on by BRIEFGEN_SLOW=1")
def test_runs_that_are_killed_two_hundred_times_lose_nothing_and_repeat_nothing(tmp_path: Path) -> None:
    check_kills(tmp_path, 200)
