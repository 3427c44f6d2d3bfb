"""A run that a test kills: twelve recipients by folder, mail to send on, and mail; ready when it says so."""

import sys
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from briefgen.distribute import entries, ledger, run
from briefgen.distribute.plan import Parcel, names
from briefgen.distribute.smtp import Post
from briefgen.model.stakeholders import Channel
from tests.distribute.post_office import trusting
from tests.distribute.support import artifact, copier, house, offer, recipient, sender, server

AT = "2021-11-20T09:30:00+00:00"
CHANNELS = (Channel.SMTP, Channel.FOLDER, Channel.SMTP, Channel.EML)
WHO = tuple(recipient(f"r{n:02}", channel=CHANNELS[n % 4]) for n in range(12))
FILES = (artifact(), artifact(offer(length="one-page")))


def main(top: Path, port: int, certificate: Path) -> None:
    """Do what is not done yet."""
    whose = sender(server=server(port=port))
    post = Post(whose, None, None, trusting(certificate))
    offers = tuple(a.offer for a in FILES)
    parcels = [Parcel(recipient=r, offers=offers, names=names(offers)) for r in WHO]
    there = {a.offer.key: a for a in FILES}
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    path = top / "distribution.sqlite"
    if path.is_file():  # as the command does, which plans from what it reads
        with ledger.reading(path) as book:
            entries.holdings(book)
    with closing(post), ledger.writing(path) as book:
        due = run.tasks(parcels, entries.holdings(book), lambda *_: (), supersede=False)
        made = run.distribute(book, due, there, copier(), replace(house(), sender=whose), {}, top, lambda: AT)
        packed = [told.delivery for told in made]
        sending = run.Sending(ledger=book, top=top, now=lambda: AT)
        for _ in run.send(sending, post, packed):
            pass


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
