import type { Pool } from "pg";
import { stepsTaken } from "../../ops/postgres/migrate.ts";
import { openPool, type Sql } from "../../ops/postgres/pool.ts";
import { trouble, whereOf } from "../../ops/postgres/trouble.ts";
import { UserError } from "../../ops/user-error.ts";
import type { BuildRequest } from "../build/build.ts";
import type { Finding } from "../verify.ts";
import { GRAPH, schema } from "./migrations.ts";

export interface ExamineRequest extends Pick<BuildRequest, "corpus"> {
  readonly url: string;
  /** Id of the embedder that is configured. */
  readonly embedder: string;
  readonly origin: string;
}

/** Looks over a PostgreSQL and the index in it: each check needs what the one before it found fine. Writes nothing. */
export async function examinePostgres(request: ExamineRequest): Promise<Finding[]> {
  const pool = await openPool(request.url, { max: 1, connectionTimeoutMillis: 5_000 });
  const findings: Finding[] = [];
  try {
    for (const check of [server, rights, extension, tables, contents, inStep]) {
      const found = await check(pool, request);
      findings.push(...found);
      if (found.some(({ kind }) => kind === "fault")) break;
    }
  } catch (error) {
    const told = trouble(error, request.url);
    if (!(told instanceof UserError)) throw error;
    findings.push(fault(told.message, null));
  } finally {
    await pool.end();
  }
  return findings;
}

async function server(sql: Sql, { url }: ExamineRequest): Promise<Finding[]> {
  const { rows } = await sql.query(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
       current_setting('server_encoding') AS encoding, current_setting('max_connections')::int AS most,
       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
       coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted`,
  );
  const { version, number, encoding, most, used, encrypted } = rows[0];
  const where = `PostgreSQL ${version} at ${whereOf(url)}`;
  if (number < 140_000) {
    return [fault(`${where} is older than 14.`, "Update it, or name another server in INDEX_URL.")];
  }
  if (encoding !== "UTF8") {
    const found = `The database keeps text in ${encoding}, which not every article can be written in.`;
    return [fault(found, "Create one with ENCODING 'UTF8' TEMPLATE template0, and name it in INDEX_URL.")];
  }
  const findings = [
    fine(
      `${where} answers, ${encrypted ? "over TLS" : "unencrypted"}; ${used} of ${most} connections are taken.`,
    ),
  ];
  if (!encrypted && !LOCAL.test(new URL(url).hostname)) {
    const found = "What is sent to the database can be read on the way.";
    findings.push(warning(found, "Add ?sslmode=require to INDEX_URL where the network is not yours."));
  }
  if (most - used < PER_BOT) {
    findings.push(
      warning(
        `A bot takes up to ${PER_BOT} connections, more than are left.`,
        "Raise max_connections there.",
      ),
    );
  }
  return findings;
}

const LOCAL = /^(localhost|127\..*|\[::1\]|)$/;
/** Eight for the index, four for shared state. */
const PER_BOT = 12;

async function rights(sql: Sql): Promise<Finding[]> {
  const { rows } = await sql.query(
    `SELECT current_user AS name, pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS "readOnly",
       has_database_privilege(current_database(), 'CREATE') AS create,
       (SELECT bool_and(has_table_privilege(c.oid, 'SELECT')) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind = 'r') AS read,
       (SELECT bool_and(has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE')) FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r') AS write`,
    [schema.name],
  );
  const { name, readOnly, create, read, write } = rows[0];
  if (readOnly) {
    return [
      warning(
        "It is a replica, or read-only: it can be asked, not added to.",
        "To index, and to share limits, name the primary server in INDEX_URL.",
      ),
    ];
  }
  if (read === null && !create) {
    const found = `${name} may not make the tables of the index.`;
    return [fault(found, `As the owner: GRANT CREATE ON DATABASE … TO ${name}.`)];
  }
  if (read === false) {
    const found = `${name} may not read the tables of the index.`;
    return [fault(found, `As the owner: GRANT SELECT ON ALL TABLES IN SCHEMA ${schema.name} TO ${name}.`)];
  }
  if (write === false) {
    const found = `${name} may read the index, and not change it.`;
    return [warning(found, "`index` and `ingest` need the user who made the tables.")];
  }
  return [fine(`${name} may read and write it.`)];
}

async function extension(sql: Sql): Promise<Finding[]> {
  const { rows } = await sql.query(
    `SELECT (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS here,
            (SELECT default_version FROM pg_available_extensions WHERE name = 'vector') AS there`,
  );
  const { here, there } = rows[0] as { here: string | null; there: string | null };
  if (here === null && there === null) {
    const mend = "Install it there (Debian: postgresql-NN-pgvector), then run `doctor --repair`.";
    return [fault("pgvector is not installed on the server.", mend)];
  }
  const version = here ?? there!;
  if (older(version, [0, 8])) {
    const mend = "Update it to 0.8 or later there, then: ALTER EXTENSION vector UPDATE.";
    return [fault(`pgvector is ${version}, and searches need 0.8.`, mend)];
  }
  if (here === null) return [fault(`pgvector ${there} is there, and not part of this database.`, REPAIR)];
  return [fine(`pgvector is ${here}.`)];
}

async function tables(sql: Sql): Promise<Finding[]> {
  const taken = await stepsTaken(sql, schema);
  const all = schema.steps.length;
  if (taken > all) {
    const found = `The tables were made by a newer version of the program (step ${taken}, this one knows ${all}).`;
    return [fault(found, "Run that version.")];
  }
  if (taken === 0) return [fault("There are no tables of the index yet.", REPAIR)];
  if (taken < all) return [fault(`The tables are at step ${taken} of ${all}.`, REPAIR)];
  return [fine(`The tables are up to date (step ${all}).`)];
}

async function contents(sql: Sql, { embedder }: ExamineRequest): Promise<Finding[]> {
  const { rows } = await sql.query(
    `SELECT s.began, s.revision, s.embedder, s.passages, a.articles, a.expected, p.passages AS found,
            t.frequencies, e.entries, x.valid AS graph
     FROM attache.state s,
       (SELECT count(*) AS articles, coalesce(sum(passages), 0) AS expected FROM attache.articles) a,
       (SELECT count(*) AS passages FROM attache.passages) p,
       (SELECT coalesce(sum(frequency), 0) AS frequencies FROM attache.stems) t,
       (SELECT coalesce(sum(octet_length(entries)), 0) / 3 AS entries FROM attache.postings) e,
       (SELECT coalesce(bool_and(indisvalid), false) AS valid FROM pg_index
        WHERE indexrelid = to_regclass('attache.passages_embedding')) x`,
  );
  const [state] = rows;
  if (!state) return [warning("Nothing was indexed yet.", "`index` does; so does the first question.")];
  const { passages, articles, expected, found, frequencies, entries, graph } = state;
  if (state.embedder !== embedder) {
    return [
      fault(
        `It was built with ${state.embedder}, the embedder here is ${embedder}.`,
        "Set EMBEDDINGS alike everywhere, or run `index` to build it anew.",
      ),
    ];
  }
  if (Number(passages) !== Number(expected) || Number(passages) !== Number(found)) {
    return [
      fault(
        `It should hold ${passages} passages; its articles name ${expected}, and ${found} are there.`,
        ANEW,
      ),
    ];
  }
  if (Number(frequencies) !== Number(entries)) {
    return [fault(`Its words do not add up: ${entries} places are listed, ${frequencies} counted.`, ANEW)];
  }
  if (!graph) return [fault("The graph over its vectors is missing, or was left half made.", REPAIR)];
  const version = `${state.began}-${state.revision}`;
  return [fine(`${version} is whole: ${articles} articles, ${passages} passages, ${state.embedder}.`)];
}

/** Whether the corpus here is the one that was indexed. */
async function inStep(sql: Sql, { corpus, origin }: ExamineRequest): Promise<Finding[]> {
  const { rows } = await sql.query("SELECT id, hash FROM attache.articles WHERE origin = $1", [origin]);
  const known = new Map(rows.map(({ id, hash }) => [id as string, hash as string]));
  const gone = new Set(known.keys());
  let changed = 0;
  for await (const item of corpus(known)) {
    if (item.kind === "problem") continue;
    const id = item.kind === "article" ? item.article.id : item.id;
    gone.delete(id);
    if (item.kind === "article" && known.get(id) !== item.hash) changed++;
  }
  if (changed + gone.size === 0) return [fine("It is in step with the corpus here.")];
  const found = `It is behind the corpus here: ${changed} articles are new or changed, ${gone.size} have left.`;
  return [warning(found, "Run `index`.")];
}

/**
 * Mends what an update does not: where the tables contradict each other the index is begun anew by the next update,
 * and a graph that is missing is made.
 */
export async function mendPostgres(pool: Pool, request: ExamineRequest): Promise<void> {
  const found = await contents(pool, request);
  if (found.some(({ remedy }) => remedy === ANEW)) await pool.query("UPDATE attache.state SET embedder = ''");
  if (found.some(({ remedy }) => remedy === REPAIR)) {
    await pool.query("DROP INDEX IF EXISTS attache.passages_embedding");
    await pool.query(GRAPH);
  }
}

const older = (version: string, [major, minor]: readonly [number, number]): boolean => {
  const [first = 0, second = 0] = version.split(".").map(Number);
  return first < major || (first === major && second < minor);
};

const REPAIR = "Run `doctor --repair`.";
const ANEW =
  "Run `doctor --repair`: it builds the index anew from this corpus; others that share it run `index` after it.";
const fine = (message: string): Finding => ({ kind: "fine", message, remedy: null });
const warning = (message: string, remedy: string): Finding => ({ kind: "warning", message, remedy });
const fault = (message: string, remedy: string | null): Finding => ({ kind: "fault", message, remedy });
