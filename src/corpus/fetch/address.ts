import ipaddr from "ipaddr.js";

/** NAT64 (RFC 6052) and 6to4 (RFC 3056) carry an IPv4 address, which decides. */
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
const SIX_TO_FOUR = ipaddr.IPv6.parseCIDR("2002::/16");
/** What is handed out for the public internet (RFC 4291): everything outside it is local, reserved or a disguise. */
const GLOBAL = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address, written as an IP library or resolver writes it, is one of the public internet: no loopback,
 * link-local, private, carrier-grade, multicast, documentation or reserved one, and none in the disguise of an
 * IPv4-mapped, IPv4-compatible, NAT64, 6to4 or Teredo address.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  return address instanceof ipaddr.IPv4 ? address.range() === "unicast" : isPublic6(address);
}

/** Whether an address is this machine's own. */
export function isLoopbackAddress(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === "loopback";
}

function isPublic6(address: ipaddr.IPv6): boolean {
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress() || address.match(NAT64))
    return isPublicAddress(bytes.slice(12).join("."));
  if (address.match(SIX_TO_FOUR)) return isPublicAddress(bytes.slice(2, 6).join("."));
  return address.match(GLOBAL) && address.range() === "unicast";
}
