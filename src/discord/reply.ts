import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";

/** A file that goes with a reply. */
export interface ReplyFile {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly type: string;
}

/** What a handler says: components (version 2) and files. Who sees it, and how it gets there, is not its affair. */
export interface Reply {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly ReplyFile[] | undefined;
  /** Called with the id of the message that carries it. */
  readonly sent?: ((message: string) => Promise<void>) | undefined;
}

/** Discord's limits on one message of components: https://docs.discord.com/developers/components/reference. */
export const limits = { components: 40, characters: 4_000 } as const;

export const colours = {
  answer: 0x3b82f6,
  refusal: 0xd97706,
  timeline: 0x8b5cf6,
  sources: 0x10b981,
  error: 0xdc2626,
};

/** Text of our own making: others' text passes through `quote.ts` first. */
export function text(content: string): { type: ComponentType.TextDisplay; content: string } {
  return { type: ComponentType.TextDisplay, content };
}

export function separator(): { type: ComponentType.Separator } {
  return { type: ComponentType.Separator };
}

export interface ButtonWords {
  readonly id: string;
  readonly label?: string;
  readonly emoji?: string;
  readonly disabled?: boolean;
  readonly style?: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger;
}

export function button({ id, label, emoji, disabled, style }: ButtonWords) {
  return {
    type: ComponentType.Button as const,
    style: style ?? (ButtonStyle.Secondary as const),
    custom_id: id,
    ...(label !== undefined && { label }),
    ...(emoji !== undefined && { emoji: { name: emoji } }),
    ...(disabled && { disabled }),
  };
}

export function row(...buttons: ButtonWords[]): APIMessageTopLevelComponent {
  return { type: ComponentType.ActionRow, components: buttons.map(button) };
}

/** Text with a button at its right. */
export function section(content: string, accessory: ButtonWords): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory: button(accessory) };
}

export function container(
  colour: number,
  components: APIComponentInContainer[],
): APIMessageTopLevelComponent {
  return { type: ComponentType.Container, accent_color: colour, components };
}

/** A reply of a few words. */
export function note(words: string, colour: number = colours.answer): Reply {
  return { components: [container(colour, [text(words)])] };
}

/** What the limits count: every component, nested ones and buttons included, and every character of text. */
export function size(components: readonly unknown[]): { components: number; characters: number } {
  const total = { components: 0, characters: 0 };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (Array.isArray(value) || typeof value !== "object" || value === null) return;
    const { type, content, components: inner, accessory } = value as Record<string, unknown>;
    if (typeof type === "number") total.components++;
    if (typeof content === "string") total.characters += content.length;
    visit(inner);
    visit(accessory);
  };
  visit(components);
  return total;
}
