import type { Frame, Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { bundledEntry, say } from "./harness/bundled.ts";
import { pasted } from "./harness/clipboard.ts";
import { inBothBrowsers } from "./harness/in-both-browsers.ts";
import { focusInCard, inCard, nextMention, openPanel, waitPanel, withSettings } from "./harness/panels.ts";

const QWEN = bundledEntry("qwen");
const DEEPSEEK = bundledEntry("deepseek");

inBothBrowsers("A card by keyboard", (use) => {
  const openByKey = async (path = "card/article.html") => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url(path));
    await browser.waitMention(page, "Qwen");
    await page.focus("#field");
    await nextMention(browser, page);
    await expect.poll(() => focusInCard(browser, page), { timeout: 5000 }).not.toBeNull();
    return { browser, page };
  };
  const focused = (page: Page | Frame) => page.evaluate(() => document.activeElement?.id);
  const frameNamed = (page: Page, path: string): Frame => {
    const frame = page.frames().find((one) => one.url().endsWith(path));
    if (!frame) throw new Error(`no frame ${path}`);
    return frame;
  };

  test("the key for the next mention opens its card as a named dialog that has the focus", async () => {
    const { browser, page } = await openByKey();
    const panel = await waitPanel(browser, page, QWEN.name);
    expect(panel).toMatchObject({ role: "dialog", name: QWEN.name, hasFocus: true });
    expect(panel.text).toMatch(/^1 of [5-9]$/m);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("sidelight-card");
    expect(browser.errors(page)).toEqual([]);
  });

  test("pressed again it goes on to the next mention, and the focus goes along", async () => {
    const { browser, page } = await openByKey();
    await waitPanel(browser, page, QWEN.name);
    await nextMention(browser, page);
    const panel = await waitPanel(browser, page, DEEPSEEK.name);
    expect(panel).toMatchObject({ role: "dialog", hasFocus: true });
    expect(panel.text).toMatch(/^2 of [5-9]$/m);
    await page.keyboard.press("Escape");
    await browser.waitNoCard(page, 1500);
    expect(await focused(page)).toBe("field");
  });

  test("Tab goes through the card in reading order, round and back, and never out", async () => {
    const { browser, pages } = use();
    await withSettings(browser, { depth: "line" }, pages.url("card/article.html"), async (page) => {
      await browser.waitMention(page, "Qwen");
      await nextMention(browser, page);
      await waitPanel(browser, page, QWEN.name);
      const seen: (string | null)[] = [];
      for (let stop = 0; stop < 5; stop++) {
        await page.keyboard.press("Tab");
        seen.push(await focusInCard(browser, page));
      }
      const chosen = await inCard(browser, page, (root) =>
        root.activeElement?.closest("[data-card]")?.querySelector(":checked") ? "" : null,
      );
      expect(chosen).toBe("");
      // The choice of depth is one stop, and has no text of its own.
      expect(seen).toEqual([say("card_pin"), say("card_close"), "", say("card_acts"), say("card_pin")]);
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
      expect(await focusInCard(browser, page)).toBe(say("card_acts"));
      expect(await page.evaluate("heard")).toEqual([]);
    });
  });

  test("arrows and the space bar scroll the card, not the page", async () => {
    const { browser, page } = await openByKey();
    await waitPanel(browser, page, QWEN.name);
    const at = () => inCard(browser, page, (root) => root.querySelector(".body")?.scrollTop ?? -1);
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press("ArrowDown");
    await expect.poll(at).toBeGreaterThan(10);
    const once = await at();
    await page.keyboard.press(" ");
    await expect.poll(at).toBeGreaterThan(once + 50);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await page.evaluate("heard")).toEqual([]);
  });

  test.each([
    ["Esc", null],
    ["the close button", "card_close"],
  ] as const)("%s closes the dialog, and the focus is where it was", async (_, button) => {
    const { browser, page } = await openByKey();
    await waitPanel(browser, page, QWEN.name);
    if (button) {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect(await focusInCard(browser, page)).toBe(say(button));
      await page.keyboard.press("Enter");
    } else await page.keyboard.press("Escape");
    await browser.waitNoCard(page, 1500);
    expect(await focused(page)).toBe("field");
    await page.keyboard.type("x");
    expect(await page.evaluate(() => (document.getElementById("field") as HTMLInputElement).value)).toBe("x");
  });

  test("what is typed into a card never reaches the page's listeners", async () => {
    const { browser, page } = await openByKey();
    await browser.clickInCard(page, { name: say("card_acts") });
    await browser.clickInCard(page, { name: say("card_report") });
    await browser.clickInCard(page, "textarea");
    await page.keyboard.press("End");
    await page.keyboard.type("p3 ?");
    const typed = () => inCard(browser, page, (root) => root.querySelector("textarea")?.value ?? "");
    await expect.poll(typed).toContain("p3 ?");
    if (browser.name === "chromium") {
      // As an input method composes; Firefox has no way to be told so from outside.
      const session = await page.createCDPSession();
      await session.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
      await session.send("Input.insertText", { text: "火" });
      await session.detach();
      await expect.poll(typed).toContain("火");
    }
    // A digit written is no depth, and a P pins nothing.
    expect(await openPanel(browser, page)).toMatchObject({ depth: "paragraph", pinned: false });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await openPanel(browser, page)).text).toContain(say("card_copied"));
    expect(await page.evaluate("heard")).toEqual([]);
    expect((await pasted(page)).plain).toContain("p3 ?");
  });

  test.each([
    ["without a mention", "frame-bare.html"],
    ["with mentions", "frame-small.html"],
  ])("Esc pressed in a frame %s closes the card of the page around it", async (_, path) => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/frames.html"));
    const frame = frameNamed(page, path);
    await frame.focus("#field");
    await browser.hover(page, "Qwen");
    await waitPanel(browser, page, QWEN.name);
    expect(await focused(frame)).toBe("field");
    await page.keyboard.press("Escape");
    await browser.waitNoCard(page, 1500);
  });

  test("Esc pressed on the page closes the card of a frame, also one that has the focus of its frame", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/frames.html"));
    const frame = frameNamed(page, "frame-small.html");
    await page.focus("#field");
    await browser.hover(frame, "DeepSeek");
    await browser.waitCard(frame, DEEPSEEK.line);
    await page.keyboard.press("Escape");
    await browser.waitNoCard(frame, 1500);
  });

  test("the key goes on from the page into its frames, and the card there takes the focus", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/frames.html"));
    const frame = frameNamed(page, "frame-small.html");
    await browser.waitMention(frame, "DeepSeek");
    await nextMention(browser, page);
    await waitPanel(browser, page, QWEN.name);
    await nextMention(browser, page);
    const panel = await waitPanel(browser, frame, DEEPSEEK.name);
    expect(panel).toMatchObject({ role: "dialog", hasFocus: true });
    await browser.waitNoCard(page, 1500);
    await page.keyboard.press("Escape");
    await browser.waitNoCard(frame, 1500);
  });

  test("a card that opens by itself leaves the focus alone and is announced politely", async () => {
    const { browser, pages } = use();
    const page = await browser.page(pages.url("card/article.html"));
    await page.focus("#field");
    await browser.hover(page, "Qwen");
    const panel = await waitPanel(browser, page, QWEN.name);
    expect(panel).toMatchObject({ role: "region", name: QWEN.name, hasFocus: false });
    expect(await focused(page)).toBe("field");
    const said = () =>
      inCard(browser, page, (root) =>
        [...root.querySelectorAll("[role=status]")].map((one) => one.textContent).join(" "),
      );
    await expect.poll(said).toContain(say("card_announce", QWEN.name, QWEN.line));
    const html = await inCard(browser, page, (root) => root.innerHTML);
    expect(html).not.toMatch(/role="tooltip"/);
    const hidden = await inCard(browser, page, (root) =>
      [...root.querySelectorAll("[aria-hidden=true]")].map((one) => one.localName),
    );
    expect(hidden.filter((name) => name !== "svg")).toEqual([]);
  });
});
