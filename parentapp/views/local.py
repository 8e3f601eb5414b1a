"""Addresses that come from outside and may be followed only when they stay in this app."""

LONGEST = 200  # characters: what a kept draft's address holds; ours are half as long


def local_path(address: str, otherwise: str = "/") -> str:
    """The address if it is a path in this app, else `otherwise`. Never raises, whatever is sent."""
    path = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if path and len(address) <= LONGEST and address.isprintable() else otherwise
