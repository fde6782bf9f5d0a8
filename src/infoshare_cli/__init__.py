"""infoshare: supports a practitioner's decision to share information about a child."""

__version__ = "1.4.0"
