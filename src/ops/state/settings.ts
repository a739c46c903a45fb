import type { DatabaseSync } from "node:sqlite";

/** What those who manage a server have decided. */
export interface Settings {
  /** Channels in which the bot answers, their threads included; empty: all. */
  readonly channels: readonly string[];
  /** Roles whose members it answers; empty: everyone. */
  readonly roles: readonly string[];
  /** Answers to commands are seen by the asker alone. */
  readonly ephemeral: boolean;
  /** It answers when mentioned. */
  readonly mentions: boolean;
  /** A locale of the bot's, or null to use each person's own. */
  readonly language: string | null;
  /** Questions one person may ask in a day (UTC), or null for no limit. */
  readonly dailyLimit: number | null;
}

export const defaultSettings: Settings = {
  channels: [],
  roles: [],
  ephemeral: false,
  mentions: true,
  language: null,
  dailyLimit: null,
};

export interface SettingsStore {
  /** A server's settings; the defaults where none were chosen, and outside servers (`null`). */
  of(guild: string | null): Settings;
  change(guild: string, change: Partial<Settings>): Settings;
}

export function settingsStore(db: DatabaseSync): SettingsStore {
  const read = db.prepare("SELECT value FROM settings WHERE guild = ?");
  const write = db.prepare(
    "INSERT INTO settings VALUES (?, ?) ON CONFLICT (guild) DO UPDATE SET value = excluded.value",
  );
  const of = (guild: string | null): Settings => {
    const row = guild === null ? undefined : (read.get(guild) as { value: string } | undefined);
    return row ? { ...defaultSettings, ...JSON.parse(row.value) } : defaultSettings;
  };
  return {
    of,
    change(guild, change) {
      const settings = { ...of(guild), ...change };
      write.run(guild, JSON.stringify(settings));
      return settings;
    },
  };
}
