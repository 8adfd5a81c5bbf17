"""Addresses taken apart, the broken ones too: a capture may come under any words at all."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

_NONE = SplitResult("", "", "", "", "")


def split_address(url: str | None) -> SplitResult:
    """Scheme, host, path, query and fragment of an address; all of them empty where it is none ("http://[x")."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return _NONE
