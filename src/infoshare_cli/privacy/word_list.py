"""Lists of words, written as people read them."""


def word_list(words: str) -> frozenset[str]:
    """The words of a text that has spaces or line ends between them."""
    return frozenset(words.split())
