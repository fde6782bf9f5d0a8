"""A check of a pack finds each slip where it stands, and nothing else; a sound pack has none."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.checks.check_reach import check_reach
from infoshare_cli.files.checks.check_rules import RuleFindings, check_rules
from infoshare_cli.files.checks.check_wording import open_measures
from infoshare_cli.files.layers.overlays import merged_document
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from tests.files.check_slips import ERRORS, NEAR, WARNINGS, CheckSlip
from tests.files.checked_pack import CHECKED_PACK, CONTACTS, write_checked_pack
from tests.files.pack_slips import HERE

TODAY = date(2026, 6, 1)
"""Four months after the contacts of the small pack were checked."""


def found_in(
    folder: Path, changed: Mapping[str, str] | None = None, statements: Path | None = None
) -> RuleFindings:
    """What a check finds in the small pack after a change."""
    write_checked_pack(folder, changed)
    return check_rules(folder, folder / CONTACTS, statements, TODAY, open_measures())


def test_a_sound_pack_has_no_findings(tmp_path: Path) -> None:
    """What the slips are made in has none itself."""
    assert found_in(tmp_path) == RuleFindings((), (), walked=True, measured=True)


def told_as_meant(fault: Fault, folder: Path, slip: CheckSlip) -> None:
    """The fault says what the slip is, and where."""
    assert fault.file == str(folder / slip.told_in)
    assert (fault.line, fault.column) == slip.place()
    assert (fault.path, fault.suggestion) == (slip.path, slip.suggestion)
    assert slip.found in fault.found
    assert slip.expected in fault.expected


@pytest.mark.parametrize("slip", ERRORS.values(), ids=ERRORS)
def test_a_slip_is_one_error_where_it_stands(tmp_path: Path, slip: CheckSlip) -> None:
    """File, line, column and path; what was found and expected; the word that was meant."""
    found = found_in(tmp_path, {slip.file: slip.text().replace(HERE, "")})
    (error,) = found.errors
    told_as_meant(error, tmp_path, slip)
    assert found.warnings == ()


@pytest.mark.parametrize("slip", WARNINGS.values(), ids=WARNINGS)
def test_what_should_be_looked_at_is_one_warning(tmp_path: Path, slip: CheckSlip) -> None:
    """The same for what is not wrong, but could be better."""
    found = found_in(tmp_path, {slip.file: slip.text().replace(HERE, "")})
    (warning,) = found.warnings
    told_as_meant(warning, tmp_path, slip)
    assert found.errors == ()


def test_an_outcome_that_no_rule_comes_to_is_an_error(tmp_path: Path) -> None:
    """It has its duty and its contact; only no case leads to it."""
    outcome = (
        "  - id: wait\n    title: Wait.\n    text: For now.\n    source: [p3]\n"
        "    agrees_with: [not-share]\n    contacts: [front-door]\ndecisions:\n"
    )
    changed = {
        "outcomes.yaml": CHECKED_PACK["outcomes.yaml"].replace("decisions:\n", outcome, 1),
        "actions.yaml": CHECKED_PACK["actions.yaml"].replace(
            "share-with-consent, do-not-share]", "share-with-consent, do-not-share, wait]", 1
        ),
    }
    (error,) = found_in(tmp_path, changed).errors
    assert (error.path, error.found) == ("outcomes[3]", "the outcome wait, which no case comes to")


FURTHER = """\
  - id: bedford-further
    role: ROLE
    name: Bedford further desk
    areas: [bedford]
    use: A worry about a child.
    phone: 01234 496 003
    source: [p2.ring]
    provenance:
      as_printed: Bedford further desk 01234 496 003
      how: Invented for a test.
      checks:
        - {of: phone, result: not-checked, says: Nothing to compare with.}
"""


def test_a_role_must_have_somebody_in_every_area(tmp_path: Path) -> None:
    """One area's own contact does not serve the others."""
    slip = ERRORS["role-that-nobody-has"]
    contacts = CHECKED_PACK[CONTACTS] + FURTHER.replace("ROLE", "emergency-duty-team")
    (error,) = found_in(
        tmp_path, {slip.file: slip.text().replace(HERE, ""), CONTACTS: contacts}
    ).errors
    assert error.path == slip.path
    assert error.found == "'emergency-duty-team', for which there is no contact in Luton"


def test_only_contacts_that_an_outcome_leads_to_must_be_checked(tmp_path: Path) -> None:
    """The others are for `infoshare contacts check` alone."""
    contacts = CHECKED_PACK[CONTACTS] + FURTHER.replace("ROLE", "partnership-offices")
    found = found_in(tmp_path, {CONTACTS: contacts})
    assert (found.errors, found.warnings) == ((), ())


def test_what_only_a_property_rests_on_is_used(tmp_path: Path) -> None:
    """A fact may be there to say what must always hold."""
    slip = ERRORS["fact-that-nothing-rests-on"]
    properties = CHECKED_PACK["properties.yaml"].replace("- danger: yes", "- not: calm")
    decision = (
        slip.text()
        .replace(HERE, "")
        .replace("It is calm.", "It is calm.\n    not_sure_counts_as: no")
    )
    changed = {slip.file: decision, "properties.yaml": properties}
    assert found_in(tmp_path, changed).errors == ()


def test_errors_in_all_files_are_told_at_once_and_in_order(tmp_path: Path) -> None:
    """Files that cannot be read hide nothing but what needs them; what needs them is said."""
    names = ("citation-of-nothing-in-a-topic", "case-with-an-unknown-answer", "notice-on-nobody")
    slips = [ERRORS[name] for name in (*names, "notice-without-status", "role-that-nobody-has")]
    changed = dict(CHECKED_PACK)
    for slip in slips:
        wrong = slip.wrong.replace(HERE, "")
        changed[slip.file] = changed[slip.file].replace(slip.right, wrong, 1)
    found = found_in(tmp_path, changed)
    paths = [slip.path for slip in slips if slip.file != "cases/cases.yaml"]
    assert sorted(error.path for error in found.errors) == sorted(paths)
    assert list(found.errors) == sorted(
        found.errors, key=lambda each: (each.file, each.line, each.column)
    )
    # The cases are held to a pack that can be read, as the rest of the decision is.
    assert not found.walked


def test_contacts_that_are_no_directory_hide_nothing(tmp_path: Path) -> None:
    """Their faults are told with those of the pack."""
    slip = ERRORS["rule-that-contradicts-itself"]
    changed = {CONTACTS: "areas: []\n", slip.file: slip.text().replace(HERE, "")}
    errors = found_in(tmp_path, changed).errors
    assert {Path(error.file).name for error in errors} == {CONTACTS, slip.file}


LISTED = "- {id: p2.ring, kind: duty, says: Ring.}\n- {id: p5.new, kind: duty, says: Do more.}\n"


@pytest.mark.parametrize("text", [LISTED, "statements:\n" + LISTED.replace("- ", "  - ")])
def test_the_statements_of_another_list_must_be_carried_too(tmp_path: Path, text: str) -> None:
    """A list alone or under its key; what it lacks is not said by the guide."""
    listed = tmp_path / "guide.yaml"
    listed.write_text(text, encoding="utf-8")
    errors = found_in(tmp_path, statements=listed).errors
    assert [error.found for error in errors if error.file == str(listed)] == [
        "p5.new, a statement of the guide that nothing carries"
    ]
    unknown = {error.found.partition(",")[0] for error in errors if error.file != str(listed)}
    assert unknown == {
        *("p3", "p4", "p6", "p7", "p8", "p9", "p3.note", "p4.less", "p6.informed", "p7.child"),
        *("p8.parent", "p9.harm"),
    }


@pytest.mark.parametrize("text", ["a: b\n", "[]\n", "- {id: p2.ring}\n", "- ["])
def test_a_list_of_statements_with_faults_is_a_finding(tmp_path: Path, text: str) -> None:
    """It was there to be judged."""
    listed = tmp_path / "guide.yaml"
    listed.write_text(text, encoding="utf-8")
    errors = found_in(tmp_path, statements=listed).errors
    assert {error.file for error in errors} == {str(listed)}


def test_what_is_not_there_cannot_be_judged(tmp_path: Path) -> None:
    """The folder, the contacts, the statements: each is an error of the call."""
    pack = write_checked_pack(tmp_path)
    contacts, nowhere = pack / CONTACTS, tmp_path / "nowhere"
    for folder, directory, statements in (
        (nowhere, contacts, None),
        (contacts, contacts, None),
        (pack, nowhere, None),
        (pack, contacts, nowhere),
    ):
        with pytest.raises(FileError):
            check_rules(folder, directory, statements, TODAY, None)


def test_a_folder_without_rules_is_a_finding(tmp_path: Path) -> None:
    """It is there, and nothing of what it should hold is."""
    write_checked_pack(tmp_path)
    (tmp_path / "empty").mkdir()
    found = check_rules(tmp_path / "empty", tmp_path / CONTACTS, None, TODAY, None)
    assert str(tmp_path / "empty") in {error.file for error in found.errors}
    assert not found.walked


def test_without_measures_the_rest_is_found_all_the_same(tmp_path: Path) -> None:
    """Wording is left out, and the findings say so."""
    slips = (ERRORS["no-duty-at-all"], WARNINGS["text-that-is-hard-to-read"])
    write_checked_pack(tmp_path, {slip.file: slip.text().replace(HERE, "") for slip in slips})
    found = check_rules(tmp_path, tmp_path / CONTACTS, None, TODAY, None)
    assert (len(found.errors), found.warnings, found.measured) == (1, (), False)


def test_an_overlay_is_checked_as_what_it_comes_to(tmp_path: Path) -> None:
    """What it changes is told in its own file; terms of what it builds on count in it too."""
    base = tmp_path / "base"
    terms = "  terms: [notwithstanding considerable uncertainty]\n"
    pack = CHECKED_PACK["pack.yaml"] + terms
    write_checked_pack(base, {"pack.yaml": pack})
    overlay = tmp_path / "ours"
    overlay.mkdir()
    (overlay / "pack.yaml").write_text(
        "extends: ../base\n" + CHECKED_PACK["pack.yaml"].replace("id: small", "id: ours"),
        encoding="utf-8",
    )
    (overlay / "decision.yaml").write_text(
        "rules:\n  - id: late\n    after: otherwise\n    when:\n      - danger: yes\n"
        "    outcome: emergency\n    source: [p2]\n    because: >-\n"
        "      Notwithstanding considerable uncertainty, you ring them up at once.\n",
        encoding="utf-8",
    )
    found = check_rules(overlay, base / CONTACTS, None, TODAY, open_measures())
    (error,) = found.errors
    assert (error.file, error.line) == (str(overlay / "decision.yaml"), 2)
    assert (
        error.found == "the rule late, which never decides: danger-now above it takes all its cases"
    )
    assert found.warnings == ()


@pytest.mark.thorough
def test_the_shipped_pack_has_no_errors_and_plain_wording() -> None:
    """The warnings left are contacts that could not be checked, which `contacts check` lists."""
    checked = date(2026, 11, 22)
    found = check_rules(shipped_rules(), shipped_contacts(), None, checked, open_measures())
    assert (found.errors, found.walked, found.measured) == ((), True, True)
    assert {warning.file for warning in found.warnings} == {str(shipped_contacts())}
    assert all(
        "never checked" in warning.found or "differs" in warning.found for warning in found.warnings
    )


def test_a_pack_that_builds_on_nothing_is_one_error(tmp_path: Path) -> None:
    """Nothing else can be told of it."""
    pack = "extends: ../nowhere\n" + CHECKED_PACK["pack.yaml"]
    (error,) = found_in(tmp_path, {"pack.yaml": pack}).errors
    assert (error.file, error.path) == (str(tmp_path / "pack.yaml"), "extends")


def test_a_sentence_like_one_in_another_file_names_that_file(tmp_path: Path) -> None:
    """With the line, so that a person finds both."""
    changed = {
        name: CHECKED_PACK[name].replace(right, f"text: {wrong}", 1)
        for name, right, wrong in (
            ("actions.yaml", "text: Note it.", NEAR),
            ("outcomes.yaml", "text: Not this.", NEAR.replace("of it", "about it")),
        )
    }
    (warning,) = found_in(tmp_path, changed).warnings
    assert warning.file == str(tmp_path / "actions.yaml")
    assert warning.found.endswith(f"' in {tmp_path / 'outcomes.yaml'}, line 17")


def test_a_pack_with_too_many_positions_says_which_question_makes_them(tmp_path: Path) -> None:
    """It is not walked to its end, and nothing is said of what lies there."""
    guidance = load_guidance(write_checked_pack(tmp_path))
    documents = {"decision.yaml": merged_document(tmp_path, "decision.yaml", [])}
    (fault,) = check_reach(documents, guidance, limit=3)
    assert fault.path == "rules"
    assert fault.found == "more than 3 positions, most of them after consent"
