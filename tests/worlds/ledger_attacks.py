"""What an official with the whole repository could do to the ledger."""

from collections.abc import Callable

from worlds.edition_folder import City

LEDGER, OPENINGS = "ledger.jsonl", "ledger_openings/2018-Q4.jsonl"
CHECKPOINT = "ledger_checkpoint.txt"


def delete(city: City) -> None:
    for name in (LEDGER, OPENINGS):
        (city.data / name).unlink()


def delete_and_save(city: City) -> None:
    delete(city)
    city.save("Dọn dẹp")


def delete_with_tags(city: City) -> None:
    delete_and_save(city)
    city.repo.delete_tag(*city.repo.tags)


def put_back_the_first(city: City) -> None:
    commit = city.repo.tags["edition/2018-Q4"].commit
    for name in (LEDGER, OPENINGS, CHECKPOINT):
        path = (city.data / name).relative_to(city.root).as_posix()
        (city.data / name).write_bytes(commit.tree[path].data_stream.read())


def put_back_without_its_tag(city: City) -> None:
    put_back_the_first(city)
    city.save("Khôi phục")
    city.repo.delete_tag("edition/2018-Q4.2")


def put_back_and_graft(city: City) -> None:
    """Lets this copy of the repository tell another history than the one that was saved."""
    put_back_without_its_tag(city)
    first = city.repo.tags["edition/2018-Q4"].commit
    city.repo.git.replace("--graft", "HEAD", first.hexsha)


def rewrite(city: City) -> None:
    first = next(city.repo.iter_commits(max_parents=0))
    city.repo.git.checkout("-q", "-B", "main", first)
    city.edit("units.csv", "Phường Hoa Sen", "Phường Hoa Súng", "Đổi tên")


def move_a_tag(city: City) -> None:
    city.repo.create_tag("edition/2018-Q4", ref="HEAD", message="x", force=True)


def move_a_tag_back(city: City) -> None:
    city.repo.create_tag("edition/2018-Q4.2", ref="edition/2018-Q4", message="x", force=True)


def lose_the_tags(city: City) -> None:
    city.repo.delete_tag(*city.repo.tags)


ATTACKS: dict[Callable[[City], None], str] = {
    delete: "ledger-shortened",
    delete_and_save: "ledger-shortened",
    delete_with_tags: "ledger-replaced",
    put_back_the_first: "ledger-shortened",
    put_back_without_its_tag: "ledger-replaced",
    put_back_and_graft: "ledger-replaced",
    rewrite: "history-rewritten",
    move_a_tag: "tag-moved",
    move_a_tag_back: "tag-moved",
    lose_the_tags: "edition-untagged",
}
"""Each attack, and the code of the finding that names it."""
