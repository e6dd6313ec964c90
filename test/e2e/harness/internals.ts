import type { Browser, CDPSession, Frame } from "puppeteer-core";
import { frameOf, type Target } from "./frames.ts";

/*
 * The three places where puppeteer-core 24 hides what a test of an extension needs. Its version is pinned;
 * should a newer one move them, these say so.
 */

/** The debugger session of the process that a frame lives in (Chromium). */
export function sessionOf(target: Target): CDPSession {
  const { client } = frameOf(target) as Frame & { client?: CDPSession };
  if (!client) throw new Error("puppeteer's frames no longer carry their session");
  return client;
}

/** WebDriver BiDi's id of a frame (Firefox). */
export function contextOf(target: Target): string {
  const { _id } = frameOf(target) as Frame & { _id?: string };
  if (!_id) throw new Error("puppeteer's frames no longer carry their context id");
  return _id;
}

/** One raw WebDriver BiDi command (Firefox). */
export async function bidi<T>(browser: Browser, method: string, params: object): Promise<T> {
  const { connection } = browser as Browser & {
    connection?: { send(method: string, params: object): Promise<{ result: T }> };
  };
  if (!connection) throw new Error("puppeteer's browser no longer carries its connection");
  return (await connection.send(method, params)).result;
}
