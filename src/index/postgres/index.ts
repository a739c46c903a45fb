/** The index in PostgreSQL: imported only where INDEX_URL names one. */
export { buildPostgres } from "./build-postgres.ts";
export { connect } from "./database.ts";
export { examinePostgres, mendPostgres } from "./examine.ts";
export { openPostgres } from "./open-postgres.ts";
