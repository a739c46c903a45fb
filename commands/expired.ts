import type { Request } from "../src/discord/command.ts";
import { UserError } from "../src/ops/user-error.ts";

/** Says that what stood behind a button is no longer kept. */
export function expired({ strings }: Pick<Request, "strings">): never {
  throw new UserError("expired", strings.expired);
}
