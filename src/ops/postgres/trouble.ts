import { UserError } from "../user-error.ts";

/** `host:port/database` of an address, without who and with what password. */
export function whereOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || 5432}${pathname}`;
}

/**
 * What a fault of PostgreSQL means to whoever runs the program: `index.unreachable` and the like, each with what to
 * do. A fault that nobody outside the program can mend comes back as it is.
 */
export function trouble(error: unknown, url: string): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const { code = "" } = error as { code?: string };
  const said = error.message.split("\n", 1)[0]!;
  const found = known.find(({ when }) => when(code, said));
  if (!found) return error;
  return new UserError(
    found.code,
    `PostgreSQL at ${whereOf(url)} ${found.what} (${said || code}). ${found.mend}`,
    { cause: error },
  );
}

/** Whether a connection was lost or not to be had: the same question may be answered at the next try. */
export function passing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as { code?: string };
  return lost(code, error.message) || PASSING.has(code);
}

/**
 * Asks, and once more for each pause where the connection is lost meanwhile: a server that restarts or hands over to
 * its replica is back in a moment. For what changes nothing.
 */
export async function retrying<T>(
  ask: () => Promise<T>,
  pauses: readonly number[] = [100, 1000, 3000],
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (!passing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return ask();
}

/** Two transactions in each other's way; all connections taken; nobody listens, as while a server restarts. */
const PASSING = new Set(["40001", "40P01", "53300", "ECONNREFUSED"]);

type When = (code: string, said: string) => boolean;

/** SQLSTATE classes 08 and 57P, and what Node and `pg` say of sockets. */
const lost: When = (code, said) =>
  /^(08|57P0|ECONNRESET|EPIPE)/.test(code) || /^Connection terminated|is not queryable$/.test(said);

const away: When = (code, said) =>
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOENT)$/.test(code) ||
  /timeout exceeded when trying to connect|connection timeout/i.test(said);

/** The first that fits counts. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const known: readonly { code: string; when: When; what: string; mend: string }[] = [
  {
    code: "index.unreachable",
    when: away,
    what: "does not answer",
    mend: "Start it, or correct host and port in INDEX_URL.",
  },
  {
    code: "index.tls",
    when: (code, said) => code === "28000" && /no encryption|SSL off/.test(said),
    what: "wants an encrypted connection",
    mend: "Add ?sslmode=require to INDEX_URL.",
  },
  {
    code: "index.tls",
    when: (_, said) => /does not support SSL/.test(said),
    what: "does not speak TLS, which INDEX_URL asks for",
    mend: "Turn TLS on there, or take sslmode out of INDEX_URL.",
  },
  {
    code: "index.tls",
    when: (code) => /CERT|UNABLE_TO_VERIFY|TLS/.test(code),
    what: "shows a certificate that is not trusted",
    mend: "Name its authority with sslrootcert=FILE in INDEX_URL.",
  },
  {
    code: "index.password",
    when: (code, said) => /^28/.test(code) || /SASL|password must be a string/.test(said),
    what: "refuses the user or the password",
    mend: "Correct them in INDEX_URL; characters such as @ : / are written %40 %3A %2F there.",
  },
  {
    code: "index.database",
    when: (code) => code === "3D000",
    what: "has no such database",
    mend: "Create it (`createdb`), or correct its name in INDEX_URL.",
  },
  {
    code: "index.extension",
    when: (_, said) => /extension "vector" is not available|extension control file|type "halfvec"/.test(said),
    what: "has no pgvector, or one older than 0.7",
    mend: "Install it there (Debian: postgresql-NN-pgvector), then run `doctor --repair`.",
  },
  {
    code: "index.permission",
    when: (code) => code === "42501",
    what: "does not let this user make or change what the index needs",
    mend: "As its owner: GRANT CREATE ON DATABASE … TO …, and CREATE EXTENSION vector.",
  },
  {
    code: "index.readOnly",
    when: (code) => code === "25006",
    what: "is a replica, or read-only",
    mend: "It can be asked; to index, name the primary server in INDEX_URL.",
  },
  {
    code: "index.busy",
    when: (code) => code === "53300" || code === "53200",
    what: "has no connection left for us",
    mend: "Raise max_connections there, or put a pooler such as PgBouncer before it.",
  },
  {
    code: "index.diskFull",
    when: (code) => code === "53100",
    what: "has no room left on its disk",
    mend: "Make room there; nothing of this update was kept.",
  },
  {
    code: "index.encoding",
    when: (code) => code === "22P05",
    what: "keeps text in an encoding that lacks a character of an article",
    mend: "Create a database with ENCODING 'UTF8' TEMPLATE template0, and name it in INDEX_URL.",
  },
  {
    code: "index.slow",
    when: (code, said) => code === "57014" || /Query read timeout/.test(said),
    what: "took too long",
    mend: "Ask again; if it stays so, `doctor` says what the index needs.",
  },
  {
    code: "index.unreachable",
    when: lost,
    what: "broke the connection",
    mend: "It may be restarting: try again in a moment.",
  },
];
