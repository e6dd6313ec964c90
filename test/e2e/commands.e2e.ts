import type { Frame, Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { poll } from "./harness/poll.ts";

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Steps</title><main>${body}</main></html>`;
const line = (id: string) => bundledEntry(id).line;

inBothBrowsers("Commands", (use, name) => {
  /** A page with two mentions of its own, and two in a frame of another site. */
  const open = async () => {
    const { browser: driver, pages } = use();
    pages.add("inner.html", page("<p>The models are called Qwen. They come from Alibaba.</p>"));
    const inner = pages.url("inner.html", { host: "other.test", port: 1 });
    const frame = `<iframe src="${inner}" style="width:600px;height:200px"></iframe>`;
    pages.add("steps.html", page(`<p>Jason Kwon works for OpenAI.</p>${frame}`));
    const top = await driver.page(pages.url("steps.html", { host: "news.test" }));
    const child = await poll("the frame", () => top.frames().find((one) => one.url() === inner));
    await driver.waitMention(top, "OpenAI");
    await driver.waitMention(child, "Alibaba");
    // The background has to have heard of both frames.
    await poll("both reports", () =>
      driver.inExtension(async () =>
        Object.entries(await browser.storage.session.get(null)).some(
          ([key, reports]) => key.startsWith("frames:") && Object.keys(reports as object).length === 2,
        ),
      ),
    );
    return { driver, top, child };
  };

  test("next and previous open the card as a dialog, say where one is, go into frames and round", async () => {
    const { driver, top, child } = await open();
    const step = async (
      command: "mention-next" | "mention-previous",
      at: Page | Frame,
      id: string,
      place: number,
    ) => {
      await driver.command(top, command);
      // By its place: a card may show the line of a related entry, too.
      await driver.waitCard(at, say("card_place", String(place), "4"));
      const card = await driver.waitCard(at, line(id));
      await expect.poll(async () => (await driver.readCard(at))?.focused).toBeTruthy();
      expect(card.role).toBe("dialog");
      // One card at a time, in whichever frame.
      await driver.waitNoCard(at === top ? child : top);
    };
    await step("mention-next", top, "jason-kwon", 1);
    await step("mention-next", top, "openai", 2);
    await step("mention-next", child, "qwen", 3);
    await step("mention-next", child, "alibaba", 4);
    await step("mention-next", top, "jason-kwon", 1);
    await step("mention-previous", child, "alibaba", 4);
    await step("mention-previous", child, "qwen", 3);
    await step("mention-previous", top, "openai", 2);
  });

  test("Esc closes the card and gives the focus back to where it was", async () => {
    const { driver, top } = await open();
    await top.evaluate(() => {
      const button = Object.assign(document.createElement("button"), { id: "mine", textContent: "mine" });
      document.body.prepend(button);
      button.focus();
    });
    await driver.command(top, "mention-next");
    await driver.waitCard(top, line("jason-kwon"));
    await expect.poll(async () => (await driver.readCard(top))?.focused).toBeTruthy();
    await top.keyboard.press("Escape");
    await driver.waitNoCard(top);
    await expect.poll(() => top.evaluate(() => document.activeElement?.id)).toBe("mine");
  });

  test.each([
    ["on the page", "<p>Jason Kwon works there.</p>", false],
    ["in a frame of another site alone", "<p>Nothing here.</p>", true],
  ])("a key pressed as soon as a mark is seen %s opens its card", async (_, body, isInFrame) => {
    const { browser: driver, pages } = use();
    pages.add("only.html", page("<p>Jason Kwon works there.</p>"));
    const inner = pages.url("only.html", { host: "other.test" });
    const frame = `<iframe src="${inner}" style="width:600px;height:200px"></iframe>`;
    pages.add("at-once.html", page(isInFrame ? body + frame : body));
    const top = await driver.page(pages.url("at-once.html", { host: "news.test" }));
    const at = isInFrame
      ? await poll("the frame", () => top.frames().find((one) => one.url() === inner))
      : top;
    await driver.waitMention(at, "Jason Kwon");
    await driver.command(top, "mention-next");
    const card = await driver.waitCard(at, line("jason-kwon"));
    expect(card.text).toContain(say("card_place", "1", "1"));
  });

  test("on a page without mentions nothing happens, and nothing is complained of", async () => {
    const { browser: driver, pages } = use();
    pages.add("none.html", page("<p>Nothing to see here.</p>"));
    const empty = await driver.page(pages.url("none.html"));
    await driver.command(empty, "mention-next");
    await driver.command(empty, "mention-previous");
    expect(await driver.readCard(empty)).toBeNull();
    expect(await driver.extensionErrors()).toEqual([]);
  });

  test("this site is switched off and on by its command, once the reader has given it a key", async () => {
    const { driver, top, child } = await open();
    // It comes without a key. Only Firefox lets an extension give it one; Chromium's event needs none.
    if (name === "firefox")
      await driver.inExtension(() =>
        browser.commands.update({ name: "site-toggle", shortcut: "Alt+Shift+Y" }),
      );
    await driver.command(top, "site-toggle");
    await expect.poll(async () => (await driver.highlights(top)).length).toBe(0);
    await expect.poll(async () => (await driver.highlights(child)).length).toBe(0);
    await driver.command(top, "site-toggle");
    await driver.waitMention(top, "OpenAI");
    await driver.waitMention(child, "Alibaba");
  });

  test("the browser has assigned every key that is suggested: none of them clashes", async () => {
    const { browser: driver } = use();
    const keys = await driver.inExtension(async () =>
      (await browser.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]),
    );
    expect(Object.fromEntries(keys)).toMatchObject({
      _execute_action: "Alt+Shift+S",
      "mention-next": "Alt+Shift+D",
      "mention-previous": "Alt+Shift+G",
    });
  });
});
