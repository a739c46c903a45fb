import {
  InteractionResponseType as Answers,
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
} from "discord.js";
import type { Log } from "../ops/log.ts";
import { type Api, errorCode, payload } from "./api.ts";
import type { Action, Command, Form, Request, Tools, Vocabulary } from "./command.ts";
import { conversationOf } from "./conversation.ts";
import { interactionDoor, isGone } from "./door.ts";
import { refusal } from "./gate.ts";
import { fields, type Incoming, incoming, options } from "./incoming.ts";
import { stringsOf } from "./locales/index.ts";
import { colours, note, type Reply } from "./reply.ts";
import type { Strings } from "./strings.ts";
import type { Work } from "./work.ts";

/** Sends the one immediate response to an interaction: over REST, or as the answer to Discord's HTTP request. */
export type Respond = (response: APIInteractionResponse) => Promise<void>;

export interface RouterOptions {
  readonly tools: Tools;
  readonly api: Api;
  readonly work: Work;
  readonly log: Log;
  readonly vocabulary: Vocabulary;
}

/** A command or control, with what this call of it gave. */
interface Plan extends Pick<Action, "name" | "answers" | "limited" | "ungated"> {
  run(request: Request): Promise<Reply>;
}

/** The one door in for interactions: each is taken once, allowed or not, acknowledged, then carried out. */
export class Router {
  readonly #options: RouterOptions;
  #closed = false;

  constructor(options: RouterOptions) {
    this.#options = options;
  }

  /** From now on, who asks is told to come back. */
  close(): void {
    this.#closed = true;
  }

  /** Resolves when the interaction is answered; never rejects. */
  async handle(interaction: APIInteraction, respond: Respond): Promise<void> {
    const { log, tools } = this.#options;
    if (interaction.type === InteractionType.Ping) return respond({ type: Answers.Pong });
    try {
      if (!(await tools.state.seen.claim(interaction.id))) {
        log.debug({ interaction: interaction.id }, "interaction came twice");
        return;
      }
      await this.#route(interaction, respond);
    } catch (error) {
      log.error({ interaction: interaction.id, err: error }, "interaction failed");
    }
  }

  async #route(interaction: APIInteraction, respond: Respond): Promise<void> {
    const { tools, vocabulary } = this.#options;
    const from = incoming(interaction);
    const settings = await tools.state.settings.of(from.guild);
    const strings = stringsOf(settings.language ?? from.locale);

    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      return respond(await this.#choices(interaction));
    }
    const tell = (words: string) => respond(immediate(note(words, colours.refusal)));
    if (this.#closed) return tell(strings.restarting);
    const plan = planOf(interaction, vocabulary, strings);
    if (!plan) return tell(strings.expired);
    const closed = "ungated" in plan && plan.ungated ? null : refusal(settings, from, strings);
    if (closed !== null) return tell(closed);

    if ("form" in plan) return respond({ type: Answers.Modal, data: plan.form });
    if (plan.limited && !(await tools.state.usage.take(`${from.guild}:${from.user}`, settings.dailyLimit))) {
      return tell(strings.limitReached(settings.dailyLimit!));
    }
    await this.#perform(plan, from, settings.ephemeral, strings, respond);
  }

  async #perform(
    plan: Plan,
    from: Incoming,
    hush: boolean,
    strings: Strings,
    respond: Respond,
  ): Promise<void> {
    const { tools, api, work, log } = this.#options;
    const { id, token, channel, user, files } = from;
    const ephemeral = plan.answers === "ephemeral" || (plan.answers === "reply" && hush);
    const about = { interaction: id, name: plan.name };
    const acknowledging = work.urgent(() => acknowledge(respond, plan.answers, ephemeral));
    const acknowledged = await acknowledging.catch((error: unknown) => {
      log.warn({ ...about, err: error }, "not acknowledged");
      // Any other fault may have come after Discord took the acknowledgement.
      return !isGone(error);
    });
    const to = { id, token, channel, user, ephemeral, files };
    await work.do({
      about,
      door: interactionDoor(api, to, acknowledged, strings.elsewhere),
      strings,
      run: async (signal, progress) =>
        plan.run({
          ...tools,
          user,
          guild: from.guild,
          channel,
          conversation: await conversationOf(tools.state, {
            place: channel,
            secluded: from.secluded,
            user,
            event: id,
            answering: from.message,
          }),
          settings: await tools.state.settings.of(from.guild),
          strings,
          manager: from.manager,
          signal,
          progress,
        }),
    });
  }

  async #choices({ data }: APIApplicationCommandAutocompleteInteraction): Promise<APIInteractionResponse> {
    const { vocabulary, tools, log } = this.#options;
    const command: Command | undefined = vocabulary.commands.find((each) => each.data.name === data.name);
    const choices = await (
      command?.autocomplete?.(options(data.options).focused ?? "", tools) ?? Promise.resolve([])
    ).catch((error: unknown) => {
      log.error({ command: data.name, err: error }, "no choices");
      return [];
    });
    return { type: Answers.ApplicationCommandAutocompleteResult, data: { choices } };
  }
}

/** What an interaction asks for; undefined where this version of the bot knows no such thing any more. */
function planOf(
  interaction: APIInteraction,
  { commands, controls }: Vocabulary,
  strings: Strings,
): Plan | { form: ReturnType<Form["form"]> } | undefined {
  if (interaction.type === InteractionType.ApplicationCommand) {
    const { data } = interaction;
    const command: Command | undefined = commands.find((each) => each.data.name === data.name);
    if (!command || data.type !== ApplicationCommandType.ChatInput) return undefined;
    const call = { options: options(data.options).values, resolved: data.resolved };
    return {
      ...command,
      name: data.name,
      answers: command.ephemeral ? "ephemeral" : "reply",
      run: (request) => command.execute({ ...request, ...call }),
    };
  }
  const { data } = interaction as APIMessageComponentInteraction | APIModalSubmitInteraction;
  const [name, ...args] = data.custom_id.split(":");
  const control = controls.find((each) => each.name === name);
  if (!control) return undefined;
  if ("form" in control) return { form: control.form(args, strings) };
  const call = {
    args,
    values: "values" in data ? data.values : [],
    fields: interaction.type === InteractionType.ModalSubmit ? fields(interaction.data) : {},
  };
  return { ...control, run: (request) => control.execute({ ...request, ...call }) };
}

/** Tells Discord that an answer will come. True where the interaction is open for it. */
async function acknowledge(
  respond: Respond,
  answers: Action["answers"],
  ephemeral: boolean,
): Promise<boolean> {
  try {
    await respond(
      answers === "update"
        ? { type: Answers.DeferredMessageUpdate }
        : {
            type: Answers.DeferredChannelMessageWithSource,
            data: ephemeral ? { flags: MessageFlags.Ephemeral } : {},
          },
    );
    return true;
  } catch (error) {
    // Acknowledged already: Discord took the first attempt, and its answer was lost.
    if (errorCode(error) === 40060) return true;
    throw error;
  }
}

function immediate(reply: Reply): APIInteractionResponse {
  const { body } = payload(reply);
  const { attachments: _, ...data } = body;
  return {
    type: Answers.ChannelMessageWithSource,
    data: { ...data, flags: data.flags | MessageFlags.Ephemeral },
  };
}
