"""Why a question is asked, and what is still possible, in words."""

from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.cases.possible import possible_from
from infoshare_cli.core.conditions import HasAll, Lacks
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import after, stand
from infoshare_cli.terminal.why_views import possible_page, why_follow_up_page, why_page
from tests.core.small_packs import always, choice, many, one, outcome, pack, row, rule
from tests.shipped import NOT_ASKED_YET, as_answers
from tests.terminal.worded import in_words


def why(guidance: Guidance, answers: Answers, width: int = 5000) -> str:
    """The page on why the next question of a case is asked."""
    standing = stand(guidance, answers)
    assert standing.next is not None
    return in_words(why_page(guidance, standing.next, standing), width)


def first(count: int) -> Answers:
    """The first answers of a young person's case."""
    return {each: NOT_ASKED_YET[each] for each in [*NOT_ASKED_YET][:count]}


def test_the_packs_own_words_come_first_and_then_the_rule(guidance: Guidance) -> None:
    """Which rule, what it would come to, what counts in the answer, and its pages."""
    assert why(guidance, {}) == (
        "Why am I asked this?\n"
        "Danger now comes before every other question. If there is any, you ring 999 before you "
        "do anything else.\n"
        "\n"
        "Your answer is needed for rule 1 of 31, the first that may still fit. If it fits: call "
        "999.\n"
        "\n"
        "What counts here is whether danger now is possible. It is so if you choose this: "
        '"Yes, or I cannot rule it out".\n'
        "\n"
        "This rule rests on the guide, pages 2, 4 and 5.\n"
    )


def test_the_lines_of_a_rule_are_told_with_what_is_known(guidance: Guidance) -> None:
    """So, not known yet: in the order of the rule."""
    words = why(guidance, {**first(13), "confidential": ("private",)})
    assert (
        "It fits when all of these are so:\n"
        "\n"
        "- So: consent is not asked for or impossible to ask for.\n"
        '- So: it is not so that "The information is confidential, or it is not sure whether it '
        'is".\n'
        "- Not known yet: sharing in this way is expected by the person.\n"
    ) in words


def test_facts_and_choices_on_the_way_are_told(guidance: Guidance) -> None:
    """In the order in which they lead to the question."""
    words = why(guidance, first(9))
    assert (
        "Your answer helps to tell the one whose consent counts: Whose consent counts for this "
        "sharing? Looked at now: whether the one whose consent counts is nobody yet.\n"
        "\n"
        "Whether this is so depends on your answer: The person is an adult, or a young person of "
        "16 or 17.\n"
    ) in words


def test_many_options_are_listed_once(guidance: Guidance) -> None:
    """Where a rule looks at six of them, the list says what counts."""
    words = why(guidance, {**first(11), "consent": ("given",)})
    assert (
        'It is so only if you choose all of these: "They know how much would be shared"; '
    ) in words
    assert "What counts here" not in words


def test_a_rule_that_fits_needs_what_it_comes_to(guidance: Guidance) -> None:
    """Nothing is told of an outcome that is not known."""
    answers = {
        "immediate_danger": "no",
        "concern": "adult-may-pose-risk",
        "recipient": "safeguarding",
        "prompted_by": "own-concern",
        "subject": "adult",
    }
    assert ("Rule 15 of 31 fits. Your answer is needed to tell what it comes to.\n") in why(
        guidance, as_answers(answers)
    )


def test_a_rule_that_fits_may_need_whose_consent_counts() -> None:
    """Its outcome is told."""
    early, late = one("early", "yes no"), one("late", "yes no")
    guidance = pack(
        [early, late],
        [rule("ask", always(early), "ask")],
        outcomes=[outcome("ask", consent_from="whose")],
        choices=[choice("whose", row("one", always(late), "child"))],
    )
    assert (
        'Rule 1 of 1 fits: "Title of ask". Your answer is needed to tell whose consent counts.\n'
    ) in why(guidance, {"early": ("yes",)})


def test_a_rule_that_chooses_its_outcome_promises_none(guidance: Guidance) -> None:
    """What it comes to is a choice of its own."""
    words = why(guidance, first(8))
    assert "Your answer is needed for rule 23 of 31, the first that may still fit." in words
    answers = {**first(8), "asking_risk": ("child-harm",)}
    assert "needed to tell what it comes to" in why(guidance, answers)


def test_what_must_be_lacking_or_all_there_is_said_so() -> None:
    """Rules may ask for what was not chosen, and for a single option too."""
    ticks = many("ticks", "x y", alone="none")
    for condition, words in (
        (Lacks("ticks", ("x", "y")), 'It is so only if you choose none of these: "x"; "y".'),
        (HasAll("ticks", ("x",)), 'It is so if you choose this: "x".'),
    ):
        guidance = pack([ticks], [rule("one", condition, "a"), rule("rest", condition, "b")])
        assert words in why(guidance, {})


def test_every_question_of_the_shipped_rules_has_its_reason(guidance: Guidance) -> None:
    """At every position: no line too wide, no id, and the pack's own words on top."""
    for node in walk_pack(guidance).nodes:
        if node.asks is not None:
            words = why(guidance, node.answers, width=80)
            question = guidance.question_by_id[node.asks]
            assert question.why in " ".join(words.split())
            assert max(map(len, words.splitlines())) <= 80
            assert "_" not in words


def test_a_follow_up_only_adds_to_what_to_do(guidance: Guidance) -> None:
    """The outcome stands, and what may be added is listed with its page."""
    question = guidance.question_by_id["parents"]
    words = in_words(why_follow_up_page(guidance, question))
    assert (
        "The outcome stands. Your answer cannot change it. It only adds to what to do.\n" in words
    )
    assert "It may bring this:\n" in words
    assert "- As a rule, go by the yes or no of the parent who has the child at home." in words


def test_a_follow_up_that_can_add_nothing_lists_nothing(guidance: Guidance) -> None:
    """In this case none of its actions can come."""
    answers = {"immediate_danger": ("yes",)}
    known = after(guidance, answers, stand(guidance, answers)).known
    words = in_words(why_follow_up_page(guidance, guidance.question_by_id["parents"], known))
    assert "It may bring this" not in words


def test_a_question_without_words_of_its_own_has_the_rule() -> None:
    """A tiny pack that gives no reason."""
    asked = one("asked", "yes no")
    guidance = pack([asked], [rule("all", always(asked), "share")])
    assert why(guidance, {}).startswith(
        "Why am I asked this?\nYour answer is needed for rule 1 of 1,"
    )


def test_what_is_still_possible_is_told_by_title_and_length(guidance: Guidance) -> None:
    """Each outcome once, and how many questions are left at most."""
    serious = as_answers({"immediate_danger": "no", "concern": "child-significant-harm"})
    assert in_words(possible_page(guidance, possible_from(guidance, serious))) == (
        "What is still possible?\n"
        "It can still come to any of these:\n"
        "\n"
        "- You may share this without consent.\n"
        "- Not with this recipient. Take the worry to social care or the police.\n"
        "- Share only a limited part.\n"
        "\n"
        "At most 3 questions are left before that.\n"
    )


def test_where_one_outcome_is_left_it_is_said_to_be_settled() -> None:
    """Whatever is answered from here on; and one question is no plural."""
    asked = one("asked", "yes no")
    guidance = pack([asked], [rule("all", always(asked), "share")])
    assert in_words(possible_page(guidance, possible_from(guidance, {}))) == (
        "What is still possible?\n"
        "Whatever you answer from here on, it comes to this:\n"
        "\n"
        "- Title of share\n"
        "\n"
        "Only one question is left before that.\n"
    )
    decided = in_words(possible_page(guidance, possible_from(guidance, {"asked": ("yes",)})))
    assert "left before that" not in decided
