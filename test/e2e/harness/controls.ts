import type { Popup } from "./driver.ts";

/** The popup, or a page of the extension in a tab. */
type View = Pick<Popup, "evaluate">;

/** Whether a switch is on, by its name; `null`: it is not there. */
export const isOn = (view: View, { name }: { readonly name: string }): Promise<boolean | null> =>
  view.evaluate((name) => {
    const nameOf = (one: Element) => {
      const label = document.getElementById(one.getAttribute("aria-labelledby") ?? "");
      return (label ?? one).textContent.trim() || one.getAttribute("aria-label");
    };
    const found = [...document.querySelectorAll("[role=switch]")].find((one) => nameOf(one) === name);
    return found ? found.getAttribute("aria-checked") === "true" : null;
  }, name);

/** The names of the entries listed as found on the page. */
export const listed = (view: View): Promise<string[]> =>
  view.evaluate(() =>
    [...document.querySelectorAll(".found .entry-name")].map((one) => (one as HTMLElement).innerText),
  );

/** What the search offers. */
export const offered = (view: View): Promise<string[]> =>
  view.evaluate(() =>
    [...document.querySelectorAll("[role=option] .entry-name")].map((one) => (one as HTMLElement).innerText),
  );
