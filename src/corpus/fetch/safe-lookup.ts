import type { LookupAddress, LookupOptions } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import { UserError } from "../../ops/user-error.ts";
import { isLoopbackAddress, isPublicAddress } from "./address.ts";

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

type Callback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

const bySystem: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/**
 * A `lookup` for sockets that hands out a name's addresses only when every one of them is public. The socket connects
 * to what it is handed, so that the address checked is the address asked: a name that resolves otherwise a moment
 * later (rebinding) gains nothing.
 */
export function safeLookup(resolve: Resolve = bySystem, allowLoopback = false) {
  return (host: string, options: LookupOptions, callback: Callback): void => {
    resolve(host)
      .then((addresses) => {
        const bad = addresses.find(
          ({ address }) => !isPublicAddress(address) && !(allowLoopback && isLoopbackAddress(address)),
        );
        if (bad !== undefined) {
          throw new UserError(
            "url.refused",
            `${host} is not fetched: its address ${bad.address} is not one of the public internet.`,
          );
        }
        const fitting = addresses.filter(({ family }) => !options.family || options.family === family);
        const [first] = fitting;
        if (first === undefined)
          throw new UserError("fetch.unknown-host", `${host} has no address. Check the spelling.`);
        if (options.all) callback(null, [...fitting]);
        else callback(null, first.address, first.family);
      })
      .catch((error: Error) => callback(error, ""));
  };
}
