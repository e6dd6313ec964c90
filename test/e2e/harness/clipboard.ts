import type { Page } from "puppeteer-core";
import { poll } from "./poll.ts";

/**
 * What the clipboard holds, as an editor gets it: pasted with the real key into an editable element that is put
 * into the page and taken out again.
 */
export async function pasted(page: Page): Promise<{ plain: string; html: string; markdown: string }> {
  await page.bringToFront();
  await page.evaluate(() => {
    const editor = document.createElement("div");
    editor.id = "paste-here";
    editor.contentEditable = "true";
    editor.addEventListener("paste", (event) => {
      const { clipboardData: data } = event;
      editor.dataset["plain"] = data?.getData("text/plain") ?? "";
      editor.dataset["html"] = data?.getData("text/html") ?? "";
      editor.dataset["markdown"] = data?.getData("text/markdown") ?? "";
      event.preventDefault();
    });
    document.body.append(editor);
    editor.focus();
  });
  await page.keyboard.down("Control");
  await page.keyboard.press("v", { commands: ["Paste"] });
  await page.keyboard.up("Control");
  return poll("what was pasted", () =>
    page.evaluate(() => {
      const editor = document.getElementById("paste-here");
      if (editor?.dataset["plain"] === undefined) return null;
      editor.remove();
      const { plain, html = "", markdown = "" } = editor.dataset;
      return { plain, html, markdown };
    }),
  );
}
