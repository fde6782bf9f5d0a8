"""`infoshare practise`: whole sittings, what a trainer gets, and that nothing is kept of them."""

import json
from pathlib import Path

import pytest

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.files.load_stories import load_stories
from infoshare_cli.files.locations import shipped_rules
from tests.cli.conftest import Infoshare, Run
from tests.shipped import shipped_pack

STORIES = load_stories(shipped_rules(), shipped_pack())
BEGIN, SKIP, STOP, NEXT = "1", "2", "stop", "1"


def story(name: str) -> WrittenCase:
    """The story of that id."""
    return next(each for each in STORIES if each.id == name)


def typed(*lines: str) -> str:
    """The lines, each with its end."""
    return "".join(f"{line}\n" for line in lines)


def lines_for(answers: Answers) -> list[str]:
    """The lines that a person types who answers so: numbers, as the screen shows them."""
    pack = shipped_pack()
    return [
        ",".join(
            str(number)
            for number, option in enumerate(pack.question_by_id[name].options, start=1)
            if option.id in chosen
        )
        for name, chosen in answers.items()
    ]


def on_screen(run: Run) -> str:
    """What was shown of results, without line ends."""
    return " ".join(run.out.split())


def of_story(text: str) -> str:
    """The first words of a story, which stand on the screen only where it is told."""
    return " ".join(text.split()[:8])


def test_stories_that_are_answered_as_they_were_written_agree(infoshare: Infoshare) -> None:
    """In one sitting through all of them, each end is told with what turns the story."""
    lines = [line for each in STORIES for line in (BEGIN, *lines_for(each.answers), NEXT)]
    run = infoshare("--plain", "practise", typed=typed(*lines[:-1]))
    assert run.code == 0, run.err[-400:]
    assert run.out.count("The guide comes to the same.") == len(STORIES)
    assert "differently" not in run.out
    shown = on_screen(run)
    assert [each.id for each in STORIES if each.because not in shown] == []
    many = len(STORIES)
    assert f"You answered {many} stories. As in the guide: {many}. Otherwise: 0." in shown


def test_one_story_is_counted_as_one(infoshare: Infoshare) -> None:
    """And the list of the others is named."""
    run = infoshare("practise", "faith-ticket", typed=typed(BEGIN, "yes", STOP))
    assert run.code == 0
    assert "You answered 1 story. As in the guide: 1. Otherwise: 0." in run.out
    assert "infoshare practise --list" in run.out


def test_another_answer_is_told_beside_the_storys_own(infoshare: Infoshare) -> None:
    """What the person came to, what the guide comes to, and which answer parts them."""
    answers = {**story("sport-film").answers, "recipient": ("other",)}
    lines = [BEGIN, *lines_for(answers), STOP]
    run = infoshare("--plain", "practise", "sport-film", typed=typed(*lines))
    shown = on_screen(run)
    assert run.code == 0
    assert "Not with this recipient. Take the worry to social care or the police." in shown
    assert "The guide comes to something else Share this now." in shown
    assert "Your answer: Anyone else: employer, press" in shown
    assert "The story's: Social care, MASH, the police" in shown
    assert "This answer alone makes the difference." in shown
    assert "pages 6, 9 and 13" in shown
    assert "As in the guide: 0. Otherwise: 1." in shown


def test_a_difference_without_weight_is_told_as_such(infoshare: Infoshare) -> None:
    """The outcome is the guide's, and so is the count."""
    answers = {**story("police-agent").answers, "prompted_by": ("routine",)}
    lines = [BEGIN, *lines_for(answers), STOP]
    run = infoshare("--plain", "practise", "police-agent", typed=typed(*lines))
    assert "The guide comes to the same." in run.out
    assert "Here this does not change the outcome." in run.out
    assert "makes the difference" not in run.out


def test_the_same_outcome_by_another_rule_is_told_in_both_words(infoshare: Infoshare) -> None:
    """The person sees that theirs is right, and how the guide puts this case."""
    otherwise = {"recipient_risk": ("no",), "subject": ("child",), "purpose_clear": ("no",)}
    lines = [BEGIN, *lines_for({**story("housing-prize").answers, **otherwise}), STOP]
    run = infoshare("--plain", "practise", "housing-prize", typed=typed(*lines))
    shown = on_screen(run)
    assert "Do not share this until it is clear what it is for." in shown
    assert "The guide comes to the same outcome, in other words: Do not share this." in shown
    assert "Where you read the story differently" in shown


def test_a_story_can_be_read_again_and_an_answer_taken_back(infoshare: Infoshare) -> None:
    """The ways of the interview are there, but none to save: there is nothing to keep."""
    lines = [BEGIN, "no", "story", "save", "back", "yes", STOP]
    run = infoshare("--plain", "practise", "early-years-fetched", typed=typed(*lines))
    assert run.code == 0
    told = " ".join(run.err.split())
    assert told.count(of_story(story("early-years-fetched").story)) == 2
    assert "Call 999 now." in run.out
    assert "The guide comes to the same." in run.out


def test_what_was_about_a_changed_answer_is_set_aside(infoshare: Infoshare) -> None:
    """As in a real case: the answer on one recipient is not that on another, and comes again."""
    first = lines_for(story("police-agent").answers)[:5]
    lines = [BEGIN, *first, "back", "back", "back", "family", "no"]
    run = infoshare("--plain", "practise", "police-agent", typed=typed(*lines))
    told, aside, again = run.err.partition("so they are set aside")
    assert aside
    assert told.count("What started this?") == 2
    assert "What started this?" not in again
    assert "Even at its safest" in again.partition("Question 5")[2]


def test_stories_follow_one_another_until_the_person_stops(infoshare: Infoshare) -> None:
    """The next in the list; one that is skipped is not counted."""
    diary, found = story("school-diary"), story("school-diary-found")
    lines = [SKIP, BEGIN, *lines_for(found.answers), NEXT, STOP]
    run = infoshare("--plain", "practise", "--json", typed=typed(*lines))
    assert run.code == 0
    assert [each["id"] for each in run.json["stories"]] == ["school-diary-found"]
    assert run.err.count("Ready for the questions?") == 3
    told = " ".join(run.err.split())
    assert of_story(diary.story) in told
    assert "The town medal (School)" in told


def test_after_the_last_story_nothing_more_is_asked(infoshare: Infoshare) -> None:
    """The stories before the one that was asked for come at its end, each once."""
    lines = [SKIP, SKIP, BEGIN, "yes"]
    arguments = ("practise", "youth-saturday", "--sector", "youth", "--json")
    run = infoshare("--plain", *arguments, typed=typed(*lines))
    assert run.code == 0
    assert [each["id"] for each in run.json["stories"]] == ["youth-stammer"]
    assert run.err.count("Take another story") == 2
    first = infoshare("--plain", "practise", "youth-stammer", "--sector", "youth work")
    assert "Whom to tell? (Youth work)" in first.err


def test_a_trainer_gets_one_document(infoshare: Infoshare) -> None:
    """Both ends, what differs, and the answers; all of the screen is on the other stream."""
    answers = {**story("early-years-few-words").answers, "care_order": ("no",)}
    lines = [BEGIN, *lines_for(answers), NEXT, BEGIN, *lines_for(answers), STOP]
    run = infoshare("practise", "early-years-few-words", "--json", typed=typed(*lines))
    assert run.code == 0
    first, second = run.json["stories"]
    assert (run.json["right"], run.json["of"]) == (1, 2)
    assert first == {
        "id": "early-years-few-words",
        "title": "A boy of few words",
        "sector": "Early years",
        "outcome": {"yours": "seek-consent", "guide": "seek-consent"},
        "consent_from": {
            "yours": "person-with-parental-responsibility",
            "guide": "local-authority",
        },
        "same": False,
        "differences": [
            {"question": "care_order", "yours": ["no"], "guide": ["yes"], "turns": True}
        ],
        "answers": {
            name: chosen[0] if shipped_pack().question_by_id[name].kind == "one" else list(chosen)
            for name, chosen in answers.items()
        },
    }
    assert (second["id"], second["same"]) == ("early-years-few-words-home", True)
    assert second["differences"] == []
    assert "The guide comes to something else" in run.err


def test_where_the_input_ends_the_trainer_gets_what_was_finished(infoshare: Infoshare) -> None:
    """Exit 3; a story that was broken off is not among them."""
    lines = [BEGIN, "yes", NEXT, BEGIN, "no"]
    run = infoshare("practise", "school-diary-found", "--json", typed=typed(*lines))
    assert run.code == 3
    assert (run.json["right"], run.json["of"]) == (1, 1)
    without = infoshare("practise", "--json")
    assert (without.code, without.json) == (3, {"stories": [], "right": 0, "of": 0})


def test_leaving_at_once_is_an_interruption(infoshare: Infoshare) -> None:
    """Exit 130, with what was finished for a trainer."""
    lines = [BEGIN, "yes", NEXT, BEGIN, "quit"]
    run = infoshare("practise", "school-diary-found", "--json", typed=typed(*lines))
    assert run.code == 130
    assert run.json["of"] == 1
    assert infoshare("practise", typed=typed("quit")).out == ""


def test_nothing_is_kept(
    infoshare: Infoshare, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No record and no draft, however it ends."""
    for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for lines in ([BEGIN, "yes", STOP], [BEGIN, "no"], [BEGIN, "no", "quit"]):
        infoshare("practise", "school-diary-found", typed=typed(*lines))
    assert not log.exists()
    assert list(tmp_path.rglob("*")) == []


def test_the_list_names_every_story_and_no_outcome(infoshare: Infoshare) -> None:
    """By sector, with the id to call it by; --sector makes it shorter."""
    run = infoshare("practise", "--list")
    assert run.code == 0
    assert [each.id for each in STORIES if f"{each.id}: {each.title}" not in run.out] == []
    listed = infoshare("practise", "--list", "--json").json["stories"]
    assert [each["id"] for each in listed] == [each.id for each in STORIES]
    assert set(listed[0]) == {"id", "title", "sector"}
    short = infoshare("practise", "--list", "--sector", "COURTS").out
    assert "courts-order" in short
    assert "school-diary" not in short


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["school-dairy"], "Did you mean school-diary?"),
        (["x"], "the id of a story"),
        (["school-diary", "--sector", "health"], "the id of a story"),
        (["--sector", "s"], "one of School, Adult services, Sports club"),
        (["--sector", "zoo"], "one of School, Health, Police"),
    ],
)
def test_a_call_for_a_story_that_is_not_there_says_what_is(
    infoshare: Infoshare, arguments: list[str], told: str
) -> None:
    """Exit 2, in words or as JSON, and nothing is asked."""
    run = infoshare("practise", *arguments)
    assert run.code == 2
    assert told in run.err
    assert infoshare("practise", *arguments, "--json").json["status"] == "error"


def test_rules_without_stories_say_so(infoshare: Infoshare, tmp_path: Path) -> None:
    """That is no error: there is nothing to practise with."""
    copy = tmp_path / "rules"
    for path in shipped_rules().rglob("*.yaml"):
        if path.parent.name != "cases":
            target = copy / path.relative_to(shipped_rules())
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    run = infoshare("--rules", copy, "practise")
    assert (run.code, run.out) == (0, "No stories to practise with come with these rules.\n")


def test_a_story_file_is_a_test_file(
    infoshare: Infoshare, tmp_path: Path, guidance: Guidance
) -> None:
    """`rules test` takes it as YAML, as JSON, and with one case a line."""
    path = shipped_rules() / "cases" / "practice.yaml"
    assert infoshare("rules", "test", path, "--json").json["passed"] == len(STORIES)
    case = {
        "id": "a",
        "title": "A",
        "sector": "School",
        "story": "B",
        "because": "C (page 4)",
        "answers": {"immediate_danger": "yes"},
        "outcome": "emergency",
    }
    lines = tmp_path / "a.jsonl"
    lines.write_text(json.dumps(case) + "\n", encoding="utf-8")
    assert infoshare("rules", "test", lines).code == 0
    del case["because"]
    lines.write_text(json.dumps(case) + "\n", encoding="utf-8")
    run = infoshare("rules", "test", lines, "--json")
    assert run.code == 1
