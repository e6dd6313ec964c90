import { readFile } from "node:fs/promises";
import { createServer, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { stripLabels } from "../../gold/labels.ts";

const PAGES = new URL("../../pages/", import.meta.url).pathname;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".xhtml": "application/xhtml+xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".woff2": "font/woff2",
  ".png": "image/png",
};

/** The pages of `test/pages`, on loopback. */
export interface PageServer {
  /** Two ports: pages on different ones are different origins. */
  readonly ports: readonly [number, number];
  /** Address of a page: `url("demo.html")`, `url("frame.html", { host: "other.test", port: 1 })`. */
  url(path: string, at?: { host?: string; port?: 0 | 1 }): string;
  /** Serve text that stands in no file, at this path, until closed. */
  add(path: string, body: string, headers?: OutgoingHttpHeaders): void;
  close(): void;
}

/**
 * Hosts every browser of the harness finds on loopback. They are not secure contexts, as "localhost" is, and
 * "a.news.test" shares its registrable domain with "news.test".
 */
export const HOSTS = [
  "news.test",
  "a.news.test",
  "other.test",
  "ads.test",
  "one.paper.co.uk",
  "two.paper.co.uk",
  "one.blogspot.com",
  "two.blogspot.com",
] as const;

export async function servePages(folder: string = PAGES): Promise<PageServer> {
  const added = new Map<string, { body: string; headers: OutgoingHttpHeaders }>();

  async function answer(path: string, response: ServerResponse): Promise<void> {
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    if (path === "/favicon.ico") {
      response.writeHead(204).end(); // browsers ask by themselves, and would complain in the page's console
      return;
    }
    const virtual = added.get(path);
    if (virtual) {
      response.writeHead(200, { "content-type": type, ...virtual.headers }).end(virtual.body);
      return;
    }
    const file = join(folder, normalize(path));
    if (!file.startsWith(folder)) throw new Error("outside of the pages");
    const body = await readFile(file);
    // `strict.html.headers.json` beside a page adds to its headers, or replaces them.
    const extra = await readFile(`${file}.headers.json`, "utf8").catch(() => "{}");
    response.writeHead(200, { "content-type": type, ...(JSON.parse(extra) as OutgoingHttpHeaders) });
    response.end(type.startsWith("text/html") ? stripLabels(body.toString("utf8")) : body);
  }

  const servers = [0, 1].map(() =>
    createServer((question, response) => {
      const { pathname } = new URL(question.url ?? "/", "http://localhost");
      answer(decodeURIComponent(pathname), response).catch(() => response.writeHead(404).end("no such page"));
    }),
  );
  await Promise.all(
    servers.map((server) => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))),
  );
  const [first, second] = servers.map((server) => (server.address() as AddressInfo).port);
  const ports = [first as number, second as number] as const;
  return {
    ports,
    url: (path, { host = "127.0.0.1", port = 0 } = {}) =>
      `http://${host}:${ports[port]}/${path.replace(/^\//, "")}`,
    add: (path, body, headers = {}) => added.set(`/${path.replace(/^\//, "")}`, { body, headers }),
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
