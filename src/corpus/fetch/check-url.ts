import ipaddr from "ipaddr.js";
import { UserError } from "../../ops/user-error.ts";
import { isLoopbackAddress, isPublicAddress } from "./address.ts";

export interface UrlRules {
  /** For tests alone: this machine may be asked, on any port. */
  readonly allowLoopback?: boolean | undefined;
}

const LONGEST = 4_096;
/** Names that never leave a local network (RFC 6761, RFC 6762, RFC 8375, and common practice), and Tor's. */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|onion|test|invalid|example)\.?$/i;

/**
 * A web address that may be asked for: http or https, no user or password, the usual port, and a host that is a name
 * of the public internet or a public address in whatever form it is written (decimal, octal and hexadecimal ones are
 * put right by the URL standard's parser).
 *
 * @throws UserError `url.invalid` or `url.refused`, saying why
 */
export function checkUrl(text: string, { allowLoopback = false }: UrlRules = {}): URL {
  const shown = JSON.stringify(text.slice(0, 200));
  const refused = (why: string) => new UserError("url.refused", `${shown} is not fetched: ${why}.`);
  if (text.length > LONGEST) throw refused(`it is longer than ${LONGEST} characters`);
  if (!URL.canParse(text))
    throw new UserError(
      "url.invalid",
      `${shown} is not a web address. Give one such as https://example.org/news.`,
    );
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused("only http and https are");
  if (url.username !== "" || url.password !== "") throw refused("it carries a user name or password");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (host === "") throw refused("it names no host");
  const own = allowLoopback && (host === "localhost" || isLoopbackAddress(host));
  if (own) return url;
  if (url.port !== "") throw refused(`port ${url.port} is not one of the web's`);
  if (ipaddr.isValid(host)) {
    if (!isPublicAddress(host)) throw refused(`${host} is not an address of the public internet`);
  } else if (!/[^.]\.[^.]/.test(host) || LOCAL_NAME.test(host)) {
    throw refused(`${host} is a name of a local network`);
  }
  return url;
}
