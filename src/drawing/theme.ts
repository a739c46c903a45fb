/** Colours of a card that is legible on either of Discord's themes, as it brings its own ground. */
export const themes = {
  dark: {
    ground: "#1a1b1f",
    edge: "#3b3d45",
    text: "#f4f5f7",
    muted: "#b9bdc7",
    line: "#7d828e",
    happened: "#6a76f5",
    number: "#ffffff",
    announced: "#f3bb45",
    conflict: "#ff6b6e",
    voice: "#67d4b0",
  },
  light: {
    ground: "#ffffff",
    edge: "#d6d8de",
    text: "#17181c",
    muted: "#50545e",
    line: "#80848e",
    happened: "#4450cf",
    number: "#ffffff",
    announced: "#9a6700",
    conflict: "#c92a2f",
    voice: "#0b7a5b",
  },
} as const;

export type Theme = (typeof themes)[keyof typeof themes];
