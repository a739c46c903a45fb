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
  /** Said above an answer that has to go another way because Discord took none here any more. */
  readonly late: string;
}

/**
 * Unknown interaction, unknown webhook, unknown message, invalid webhook token: the three seconds to acknowledge, or
 * the fifteen minutes to answer, have passed, or the message was deleted.
 */
const gone = new Set([10062, 10015, 10008, 50027]);
export const isGone = (error: unknown) => gone.has(errorCode(error) ?? 0);

/**
 * The door to an acknowledged interaction. Once Discord has closed it, answers go to the channel as a message, and
 * those meant for one person to them alone.
 */
export function interactionDoor(api: Api, to: Interacted, acknowledged: boolean): Door {
  let open = acknowledged;
  let instead: Door | undefined;
  return {
    async show(given) {
      const reply = to.files ? given : withoutFiles(given);
      if (open) {
        try {
          return (await persist(() => api.editOriginal(to.token, reply))).id;
        } catch (error) {
          if (!isGone(error)) throw error;
          open = false;
        }
      }
      instead ??= messageDoor(api, to.ephemeral ? await api.directChannel(to.user) : to.channel, to.id);
      return instead.show({ ...reply, components: [text(to.late), ...reply.components] });
    },
  };
}

/** The door to a channel. Under one `nonce` at most one message comes of it, even where Discord's answer was lost. */
export function messageDoor(api: Api, channel: string, nonce: string, answering?: string): Door {
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
