import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
export type Site = Record<string, Page | ((request: IncomingMessage, response: ServerResponse) => void)>;

/** A web server on this machine for as long as a test runs, and the requests it got. */
export async function serve(site: Site): Promise<{
  readonly url: string;
  readonly requests: IncomingMessage[];
  close(): Promise<void>;
}> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const page = site[request.url ?? "/"];
    if (typeof page === "function") return page(request, response);
    const { status = page === undefined ? 404 : 200, headers = {}, body = "" } = page ?? {};
    const type: Record<string, string> = request.url?.endsWith(".xml")
      ? { "content-type": "application/xml" }
      : { "content-type": "text/html; charset=utf-8" };
    const etag = headers.etag;
    const same = etag !== undefined && request.headers["if-none-match"] === etag;
    response.writeHead(same ? 304 : status, { ...type, ...headers }).end(same ? undefined : body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
