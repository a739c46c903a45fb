import type { Database } from "./database.ts";

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
  of(guild: string | null): Promise<Settings>;
  /** Each setting is kept by itself: of two people who change different ones at once, both are heeded. */
  change(guild: string, change: Partial<Settings>): Promise<Settings>;
}

export function settingsStore(db: Database): SettingsStore {
  const write = `INSERT INTO {settings} VALUES (?1, ?2, ?3)
    ON CONFLICT (guild, name) DO UPDATE SET value = excluded.value`;
  const of = async (guild: string | null): Promise<Settings> => {
    if (guild === null) return defaultSettings;
    const rows = await db.read("SELECT name, value FROM {settings} WHERE guild = ?1", guild);
    for (const { name, value } of rows) await db.keep(write, guild, name!, value!);
    const chosen = rows.map(({ name, value }) => [name, JSON.parse(String(value))]);
    return { ...defaultSettings, ...Object.fromEntries(chosen) };
  };
  return {
    of,
    async change(guild, change) {
      for (const [name, value] of Object.entries(change)) {
        await db.write(write, guild, name, JSON.stringify(value));
      }
      return of(guild);
    },
  };
}
