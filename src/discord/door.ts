import { setTimeout } from "node:timers/promises";
import { ComponentType } from "discord.js";
import { type Api, errorCode } from "./api.ts";
import { type Reply, text } from "./reply.ts";

/** Where one answer goes: the first reply opens its message, each later one takes its place. */
export interface Door {
  /** Resolves with the message's id; rejects where Discord will not have it in any way. */
  show(reply: Reply): Promise<string>;
}

export interface Interacted {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly user: string;
  readonly ephemeral: boolean;
  /** Whether files may be sent here. What a file holds, the pages hold too. */
  readonly files: boolean;
}

/**
 * Unknown interaction, unknown webhook, unknown message, invalid webhook token: the three seconds to acknowledge, or
 * the fifteen minutes to answer, have passed, or the message was deleted.
 */
const gone = [10062, 10015, 10008, 50027];
/** No access to the channel, no permission to write in it, or to reply there; or a thread that was archived. */
const barred = [50001, 50013, 160002, 50083];
const has = (codes: readonly number[], error: unknown) => codes.includes(errorCode(error) ?? 0);
export const isGone = (error: unknown) => has(gone, error);

/**
 * The door to an acknowledged interaction. Where Discord has closed it, answers go to the channel as a message, or
 * else (those meant for one person at once) to the asker directly, under a word of explanation.
 */
export function interactionDoor(api: Api, to: Interacted, acknowledged: boolean, excuse: string): Door {
  const allowed = (reply: Reply) => (to.files ? reply : withoutFiles(reply));
  const original: Door = {
    show: async (reply) => (await persist(() => api.editOriginal(to.token, allowed(reply)))).id,
  };
  const channel = excused(messageDoor(api, to.channel, to.id), excuse);
  const direct = excused(directDoor(api, to.user, to.id), excuse);
  return firstOpen([...(acknowledged ? [original] : []), ...(to.ephemeral ? [] : [channel]), direct]);
}

/** The door to a message's channel, in reply to it; where the bot may not write there, to its author directly. */
export function replyDoor(
  api: Api,
  message: { readonly id: string; readonly channel: string; readonly user: string },
  excuse: string,
): Door {
  const { id, channel, user } = message;
  // Replies need the permission to read the channel's history; messages do not.
  const plainly = messageDoor(api, channel, id);
  return firstOpen([messageDoor(api, channel, id, id), plainly, excused(directDoor(api, user, id), excuse)]);
}

/** Under one `nonce` at most one message comes of it, even where Discord's answer was lost. */
function messageDoor(api: Api, channel: string, nonce: string, answering?: string): Door {
  let opened: string | undefined;
  return {
    async show(reply) {
      const message = await persist(() =>
        opened === undefined
          ? api.send(channel, reply, { nonce, ...(answering && { answering }) })
          : api.edit(channel, opened, reply),
      );
      opened = message.id;
      return opened;
    },
  };
}

function directDoor(api: Api, user: string, nonce: string): Door {
  let door: Door | undefined;
  return {
    async show(reply) {
      door ??= messageDoor(api, await api.directChannel(user), nonce);
      return door.show(reply);
    },
  };
}

function excused(door: Door, excuse: string): Door {
  return { show: (reply) => door.show({ ...reply, components: [text(excuse), ...reply.components] }) };
}

/** Shows through the first door that is open; one that was found closed is not tried again. */
function firstOpen(doors: readonly Door[]): Door {
  let at = 0;
  return {
    async show(reply) {
      for (; at < doors.length - 1; at++) {
        try {
          return await doors[at]!.show(reply);
        } catch (error) {
          if (!has([...gone, ...barred], error)) throw error;
        }
      }
      return doors[at]!.show(reply);
    },
  };
}

/** Shows what comes in between at most every `pause` milliseconds, the newest only; what is final, always and last. */
export function throttled(door: Door, pause: number, onError: (error: unknown) => void) {
  let shown = 0;
  let busy: Promise<void> | undefined;
  return {
    progress(reply: Reply): void {
      if (busy || Date.now() - shown < pause) return;
      shown = Date.now();
      busy = door
        .show(reply)
        .then(() => {}, onError)
        .finally(() => {
          busy = undefined;
        });
    },
    async finish(reply: Reply): Promise<string> {
      await busy;
      return door.show(reply);
    },
  };
}

/** Tries again where the fault was Discord's or the network's (the client itself has tried three times by then). */
async function persist<Result>(call: () => Promise<Result>): Promise<Result> {
  for (const wait of [500, 2_000, 5_000]) {
    try {
      return await call();
    } catch (error) {
      const { status } = error as { status?: number };
      if (errorCode(error) !== undefined || (status !== undefined && status < 500)) throw error;
      await setTimeout(wait);
    }
  }
  return call();
}

function withoutFiles(reply: Reply): Reply {
  const carries: ComponentType[] = [ComponentType.File, ComponentType.MediaGallery];
  return {
    ...reply,
    components: reply.components.filter(({ type }) => !carries.includes(type)),
    files: [],
  };
}
