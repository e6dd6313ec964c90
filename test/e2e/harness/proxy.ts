import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy that writes down what a browser asks for and lets nothing off the machine. */
export interface LoggingProxy {
  readonly chromiumArgs: readonly string[];
  readonly firefoxPrefs: Readonly<Record<string, string | number | boolean>>;
  /** Every address asked for so far, in order: "GET http://…", "CONNECT host:443", "UPGRADE …". */
  readonly log: readonly string[];
  close(): void;
}

/** @param route the loopback address that plays a site, or `null`: the request is refused */
export async function startProxy(route: (url: URL) => string | null): Promise<LoggingProxy> {
  const log: string[] = [];
  const server = createServer((question, answer) => {
    log.push(`${question.method} ${question.url}`);
    const asked = question.url ?? "";
    const to = URL.canParse(asked) ? route(new URL(asked)) : null;
    if (!to) {
      answer.writeHead(404, { "access-control-allow-origin": "*" }).end("refused by the proxy");
      return;
    }
    const { method, headers } = question;
    const onward = request(to, { ...(method ? { method } : {}), headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    onward.on("error", () => answer.writeHead(502).end());
    question.pipe(onward);
  });
  server.on("connect", (question, socket) => {
    log.push(`CONNECT ${question.url}`);
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  server.on("upgrade", (question, socket) => {
    log.push(`UPGRADE ${question.url}`);
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    log,
    // Loopback goes through the proxy, too: else a request to the machine itself would pass unseen.
    chromiumArgs: [`--proxy-server=http://127.0.0.1:${port}`, "--proxy-bypass-list=<-loopback>"],
    firefoxPrefs: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": port,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
      "network.proxy.socks_remote_dns": true,
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
