"""Which addresses anybody may be sent to by us: the public ones. One rule for crawls, chats and webhooks.

Sources of the rules: RFC 6890 (special-purpose addresses), RFC 6598 (100.64/10), RFC 4291 and RFC 6052 (IPv4 inside
IPv6), RFC 3056 (6to4).
"""

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")


def embedded(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one (mapped, NAT64, 6to4), or the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def is_public(address: Address) -> bool:
    """May anybody go there? False for every special-purpose range, also inside an IPv6 address."""
    inner = embedded(address)
    if isinstance(inner, ipaddress.IPv6Address) and inner not in _GLOBAL_UNICAST:
        return False
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


def allowed(address: Address, *, loopback: bool) -> bool:
    """May a connection be made to ``address``, where ``loopback`` says whether this machine counts too?"""
    return is_public(address) or (loopback and embedded(address).is_loopback)
