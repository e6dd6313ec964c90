// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { fakePorts, foundRow, row, tabState } from "../../test/fakes/popup-ports.ts";
import { fakeWords } from "../../test/fakes/words.ts";
import { SpeechProvider, speech } from "../ui/words-context.ts";
import { Popup } from "./Popup.tsx";

afterEach(cleanup);

const rows = [
  row("qwen", "Qwen", { aliases: ["通义千问"] }),
  row("qwen2-5", "Qwen2.5"),
  row("openai", "OpenAI", { kind: "organisation" }),
  row("alibaba", "Alibaba", { kind: "organisation" }),
];

async function open(
  options: Parameters<typeof fakePorts>[0] & { readonly recents?: readonly string[] } = {},
) {
  const fake = fakePorts({ rows, ...options });
  fake.world.recents = options.recents ?? [];
  const view = render(
    <SpeechProvider value={speech(fakeWords())}>
      <Popup ports={fake.ports} tabId={1} firstQuery="" />
    </SpeechProvider>,
  );
  await screen
    .findByText(/./, { selector: "[role=switch][aria-describedby], .page-note p" })
    .catch(() => null);
  await waitFor(() => expect(fake.asked.map(({ kind }) => kind)).toContain("search.index"));
  return { ...fake, view, user: userEvent.setup() };
}
const box = () => screen.getByRole("combobox", { name: "Search Sidelight" });
const options = () =>
  screen.queryAllByRole("option").map((option) => option.querySelector(".entry-name")?.textContent);
const selected = () =>
  screen.queryByRole("option", { selected: true })?.querySelector(".entry-name")?.textContent;

test("the focus is in the search box on opening, and the index is asked for once", async () => {
  const { asked, user } = await open();
  expect(document.activeElement).toBe(box());
  await user.keyboard("qwen");
  expect(asked.filter(({ kind }) => kind === "search.index")).toHaveLength(1);
});

test("results come as one types, the first is chosen, and Enter reads it in place", async () => {
  const { user } = await open();
  await user.keyboard("qwe");
  expect(options()).toEqual(["Qwen", "Qwen2.5"]);
  expect(selected()).toBe("Qwen");
  await user.keyboard("{ArrowDown}");
  expect(selected()).toBe("Qwen2.5");
  expect(box().getAttribute("aria-activedescendant")).toBe("result-1");
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { name: "Qwen2.5" })).toBeTruthy();
});

test("Back and Esc lead back to the results, Esc empties the box, and the last Esc is the browser's", async () => {
  const { user } = await open();
  await user.keyboard("qwen{Enter}");
  await screen.findByRole("heading", { name: "Qwen" });
  await user.keyboard("{Escape}");
  expect((box() as HTMLInputElement).value).toBe("qwen");
  await user.keyboard("{Escape}");
  expect((box() as HTMLInputElement).value).toBe("");
  const last = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
  box().dispatchEvent(last);
  expect(last.defaultPrevented).toBe(false);
});

test("a related entry opens in place, and Back goes one step at a time", async () => {
  const { user } = await open();
  await user.keyboard("qwen{Enter}");
  await user.click(await screen.findByRole("button", { name: /Alibaba/ }));
  await screen.findByRole("heading", { name: "Alibaba" });
  await user.click(screen.getByRole("button", { name: /Back/ }));
  await screen.findByRole("heading", { name: "Qwen" });
});

test("an alias that answered stands beside the name", async () => {
  const { user } = await open();
  await user.keyboard("千问");
  const [option] = screen.getAllByRole("option");
  expect(within(option!).getByText("通义千问")).toBeTruthy();
});

test("the results in sight come at once, and all of them when the reader has stopped typing", async () => {
  const many = Array.from({ length: 15 }, (_, at) => row(`model-${at}`, `Model ${at}`));
  const { user } = await open({ rows: many });
  await user.keyboard("mode");
  await user.keyboard("l");
  expect(options()).toHaveLength(7);
  expect(screen.getByText("15 results")).toBeTruthy();
  await waitFor(() => expect(options()).toHaveLength(15));
});

test("an arrow goes on to results that are not drawn yet", async () => {
  const many = Array.from({ length: 15 }, (_, at) => row(`model-${at}`, `Model ${at}`));
  const { user } = await open({ rows: many });
  await user.keyboard("model{ArrowDown>9/}");
  expect(box().getAttribute("aria-activedescendant")).toBe("result-9");
  expect(screen.getByRole("option", { selected: true }).id).toBe("result-9");
});

test("a hit opens on a click as well", async () => {
  const { user } = await open();
  await user.keyboard("openai");
  await user.click(screen.getByRole("option"));
  await screen.findByRole("heading", { name: "OpenAI" });
});

test("nothing found says so", async () => {
  const { user } = await open();
  await user.keyboard("xyzzy");
  expect(screen.queryAllByRole("option")).toEqual([]);
  expect(screen.getByText(/Nothing found/)).toBeTruthy();
});

test("recent look-ups stand under the empty box, and can be cleared", async () => {
  const { user, world } = await open({ recents: ["openai", "gone", "qwen"] });
  await screen.findByText("Recent look-ups");
  expect(options()).toEqual(["OpenAI", "Qwen"]);
  expect(selected()).toBeUndefined();
  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect(options()).toEqual([]);
  expect(world.recents).toEqual([]);
});

test("look-ups that could not be erased stay, and the popup says so", async () => {
  const { user, world } = await open({ recents: ["qwen"] });
  await screen.findByText("Recent look-ups");
  world.isFull = true;
  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect((await screen.findByRole("alert")).textContent).toBe("They could not be erased.");
  expect(options()).toEqual(["Qwen"]);
});

test("what was read is remembered, but not in a private window, and not when recents are off", async () => {
  const { user, world } = await open();
  await user.keyboard("qwen{Enter}");
  expect(world.recents).toEqual(["qwen"]);
  cleanup();
  const other = await open({ tab: tabState({ incognito: true }) });
  await screen.findByText(/None of the terms/);
  await other.user.keyboard("qwen{Enter}");
  expect(other.world.recents).toEqual([]);
});

const here = tabState({
  rows: [foundRow("qwen", "Qwen", 3), foundRow("openai", "OpenAI")],
  report: { found: [], state: "done", mentions: 4, characters: 12_345, cost: 3.21 },
});

test("what is on the page is listed with counts and one-liners, and with what it cost", async () => {
  await open({ tab: here });
  const list = await screen.findByRole("list", { name: "On this page" });
  expect(within(list).getByRole("button", { name: /^Qwen\s*3 mentions/ })).toBeTruthy();
  expect(within(list).getByText("what OpenAI is")).toBeTruthy();
  expect(screen.getByText("4 mentions in 12,345 characters, read in 3.2 ms")).toBeTruthy();
});

test("a click jumps to the mention and closes the popup; the steppers keep it open", async () => {
  const { user, asked, world } = await open({ tab: here });
  await user.click(await screen.findByRole("button", { name: "Next mention of Qwen" }));
  await user.click(screen.getByRole("button", { name: "Previous mention of Qwen" }));
  expect(world.closed).toBe(0);
  await user.click(screen.getByRole("button", { name: /^OpenAI/ }));
  await waitFor(() => expect(world.closed).toBe(1));
  expect(asked.filter(({ kind }) => kind === "mention.jump").map(({ input }) => input)).toEqual([
    { tabId: 1, entry: "qwen", step: 1 },
    { tabId: 1, entry: "qwen", step: -1 },
    { tabId: 1, entry: "openai", step: 1 },
  ]);
});

test("the arrows lead from the box into the list and back", async () => {
  const { user } = await open({ tab: here });
  await screen.findByRole("button", { name: /^Qwen/ });
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toContain("Qwen");
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toContain("OpenAI");
  await user.keyboard("{ArrowUp}{ArrowUp}");
  expect(document.activeElement).toBe(box());
});

test("the list follows the page while it changes", async () => {
  const { changeTab } = await open({ tab: tabState() });
  await screen.findByText(/None of the terms/);
  changeTab(here);
  await screen.findByRole("button", { name: /^Qwen/ });
  changeTab(tabState({ report: { ...here.report, state: "reading" } }));
  await screen.findByText(/Still reading/);
});

test("the switches are named as they are, show the state, and act at once", async () => {
  const { user, asked, world } = await open({ tab: here });
  const site = await screen.findByRole("switch", { name: "On this site" });
  await waitFor(() => expect(site.getAttribute("aria-checked")).toBe("true"));
  world.tab = tabState({ paused: "site" });
  await user.click(site);
  expect(asked).toContainEqual({ kind: "site.pause", input: { tabId: 1, paused: true } });
  await waitFor(() => expect(site.getAttribute("aria-checked")).toBe("false"));
  await user.click(screen.getByRole("switch", { name: "On all sites" }));
  expect(asked).toContainEqual({ kind: "tab.patch", input: { tabId: 1, patch: { everywhere: false } } });
  await waitFor(() =>
    expect(screen.getByRole("switch", { name: "On all sites" }).getAttribute("aria-checked")).toBe("false"),
  );
});

test("the site's switch tells its own state while all is off", async () => {
  await open({ tab: tabState({ paused: "everywhere" }) });
  await screen.findByText("Sidelight is switched off on all sites.");
  expect(screen.getByRole("switch", { name: "On this site" }).getAttribute("aria-checked")).toBe("true");
});

test("snooze and resume", async () => {
  const { user, asked, changeTab } = await open({ tab: here });
  await user.click(await screen.findByRole("button", { name: "this page" }));
  await user.click(screen.getByRole("button", { name: "1 hour" }));
  changeTab(tabState({ paused: "snooze", snoozedUntil: Date.UTC(2026, 0, 1) }));
  await user.click(await screen.findByRole("button", { name: "Resume" }));
  expect(asked.filter(({ kind }) => kind === "tab.snooze").map(({ input }) => input)).toEqual([
    { tabId: 1, until: "navigation" },
    { tabId: 1, until: 3_600_000 },
    { tabId: 1, until: 0 },
  ]);
});

test("density is chosen among three", async () => {
  const { user, asked } = await open({ tab: here });
  await user.click(screen.getByRole("radio", { name: "every mention" }));
  expect(asked).toContainEqual({ kind: "tab.patch", input: { tabId: 1, patch: { density: "every" } } });
});

test("what could not be stored is said in words", async () => {
  const { user, world } = await open({ tab: here });
  world.failing.set("tab.patch", "disk full");
  await user.click(screen.getByRole("switch", { name: "On all sites" }));
  expect((await screen.findByRole("alert")).textContent).toBe("This could not be saved: disk full");
  expect(screen.getByRole("switch", { name: "On all sites" }).getAttribute("aria-checked")).toBe("true");
});

test.each([
  ["store", /stores/],
  ["browser-page", /browser's own pages/],
  ["pdf", /PDF viewer/],
  ["reader-view", /Reader View/],
  ["view-source", /source text/],
  ["file-access", /on your computer/],
  ["hidden", /one of its own, or a file/],
  ["no-permission", /not allowed/],
  ["orphaned", /Reload the page/],
  ["quarantined", /Firefox/],
  ["unknown", /does not let/],
] as const)("a page where it cannot run says why: %s", async (silence, words) => {
  await open({ tab: tabState({ silence }) });
  await screen.findByText(words);
});

test("a missing permission can be given with one button", async () => {
  const { user, world } = await open({ tab: tabState({ silence: "no-permission" }) });
  await user.click(await screen.findByRole("button", { name: "Allow on www.news.example" }));
  expect(world.granted).toEqual(["www.news.example"]);
});

test("a background that does not answer is said so, and asked again on demand", async () => {
  const { world, view } = await open();
  view.unmount();
  const fake = fakePorts({ rows });
  fake.world.failing.set("tab.state", "gone");
  render(
    <SpeechProvider value={speech(fakeWords())}>
      <Popup ports={fake.ports} tabId={1} firstQuery="" />
    </SpeechProvider>,
  );
  const again = await screen.findByRole("button", { name: "Try again" });
  fake.world.failing.clear();
  await userEvent.setup().click(again);
  await screen.findByText(/None of the terms/);
  expect(world.closed).toBe(0);
});

test("a closed popup leaves no listener behind", async () => {
  const { view, listeners } = await open({ tab: here });
  expect(listeners()).toBeGreaterThan(0);
  view.unmount();
  await waitFor(() => expect(listeners()).toBe(0));
});

test("a query of 100,000 characters, control characters and __proto__ are only text", async () => {
  const { user } = await open();
  for (const query of ["x".repeat(100_000), "\u0000\u0007\u202e", "__proto__", "<img src=x>"]) {
    await user.clear(box());
    await user.click(box());
    await user.paste(query);
    expect(screen.queryAllByRole("option")).toEqual([]);
  }
  expect(document.querySelector("img")).toBeNull();
});
