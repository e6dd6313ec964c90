// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { fakeWords } from "../../test/fakes/words.ts";
import { readBackup, writeBackup } from "../settings/backup.ts";
import { descriptions } from "../settings/describe.ts";
import { parse, type Settings } from "../settings/schema.ts";
import { SpeechProvider, speech } from "../ui/words-context.ts";
import { Options } from "./Options.tsx";
import type { Ports } from "./ports.ts";

afterEach(cleanup);

async function open(start: Partial<Settings> = {}) {
  const world = {
    settings: { ...parse(null), ...start } as Settings,
    failure: null as string | null,
    saved: [] as { readonly name: string; readonly text: string }[],
    erased: 0,
  };
  const listeners = new Set<(settings: Settings) => void>();
  const store = (settings: Settings) => {
    world.settings = settings;
    for (const changed of listeners) changed(settings);
  };
  const ports: Ports = {
    readSettings: async () => world.settings,
    onSettings(changed, signal) {
      listeners.add(changed);
      signal.addEventListener("abort", () => listeners.delete(changed));
    },
    async patch(patch) {
      if (world.failure) throw new Error(world.failure);
      store({ ...world.settings, ...patch });
    },
    nameOf: async (id) => (id === "claude" ? "Claude" : null),
    eraseRecents: async () => {
      world.erased++;
    },
    shortcuts: async () => [
      { name: "_execute_action", keys: "Alt+Shift+S" },
      { name: "site-toggle", keys: "" },
    ],
    changeShortcuts: null,
    save: (name, text) => void world.saved.push({ name, text }),
    version: "1.2.3",
    isPrivate: false,
  };
  const view = render(
    <SpeechProvider value={speech(fakeWords())}>
      <Options ports={ports} />
    </SpeechProvider>,
  );
  await screen.findByText("Alt+Shift+S");
  return { world, view, store, user: userEvent.setup() };
}
const list = (name: string) => screen.getByRole("group", { name });

test("every setting that matters now has its place, its label and its help", async () => {
  const { view } = await open();
  const shown = [...view.container.querySelectorAll<HTMLElement>("[data-setting]")].map(
    (field) => field.dataset["setting"],
  );
  const hidden = ["chosenSites", "modifier"];
  expect(new Set([...shown, ...hidden])).toEqual(new Set(Object.keys(descriptions)));
  for (const field of view.container.querySelectorAll("[data-setting]"))
    expect(field.querySelector(".help")?.textContent).toBeTruthy();
});

test("a change is stored at once", async () => {
  const { user, world } = await open();
  await user.click(screen.getByRole("radio", { name: "Every mention" }));
  await user.click(screen.getByRole("checkbox", { name: "Remember recent look-ups" }));
  expect(world.settings).toMatchObject({ density: "every", recents: false });
});

test("a setting with no effect at the moment stays out of sight", async () => {
  const { user } = await open();
  expect(screen.queryByRole("group", { name: "Key to hold" })).toBeNull();
  await user.click(screen.getByRole("radio", { name: /with a key held/ }));
  expect(screen.getByRole("group", { name: "Key to hold" })).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Only on the sites listed" }));
  expect(list("Switched on for these sites")).toBeTruthy();
});

test("a change made elsewhere shows", async () => {
  const { store, world } = await open();
  store({ ...world.settings, theme: "dark" });
  await waitFor(() =>
    expect((screen.getByRole("radio", { name: "Dark" }) as HTMLInputElement).checked).toBe(true),
  );
});

test("what could not be stored is said, and shown as it is", async () => {
  const { user, world } = await open();
  world.failure = "disk full";
  await user.click(screen.getByRole("radio", { name: "Every mention" }));
  expect(await screen.findByText("This could not be saved: disk full")).toBeTruthy();
  await waitFor(() =>
    expect((screen.getByRole("radio", { name: "Every mention" }) as HTMLInputElement).checked).toBe(false),
  );
});

test("sites are added as typed or pasted, once, and taken away", async () => {
  const { user, world } = await open({ pausedSites: ["a.example"] });
  const sites = within(list("Switched off on these sites"));
  await user.type(sites.getByRole("textbox"), "https://www.B.example/x{Enter}");
  await user.type(sites.getByRole("textbox"), "b.example{Enter}");
  expect(world.settings.pausedSites).toEqual(["a.example", "b.example"]);
  await user.click(sites.getByRole("button", { name: "Remove a.example" }));
  expect(world.settings.pausedSites).toEqual(["b.example"]);
  await user.type(sites.getByRole("textbox"), "no site{Enter}");
  expect(sites.getByRole("alert").textContent).toContain("not a site");
  expect(world.settings.pausedSites).toEqual(["b.example"]);
});

test("the delay takes numbers in its range only", async () => {
  const { user, world } = await open();
  const field = screen.getByRole("spinbutton", { name: "Wait before a card opens" });
  await user.clear(field);
  await user.type(field, "5000");
  await user.tab();
  expect(world.settings.hoverDelay).toBe(250);
  expect(screen.getByText("A number from 0 to 2,000, please.")).toBeTruthy();
  await user.clear(field);
  await user.type(field, "400");
  await user.tab();
  expect(world.settings.hoverDelay).toBe(400);
});

test("muted terms are listed by name and come back, with undo", async () => {
  const muted = [
    { entry: "claude", alias: null, site: "lemonde.fr" },
    { entry: "token", alias: "tokens", site: null },
  ];
  const { user, world } = await open({ muted });
  expect(await screen.findByText("Claude")).toBeTruthy();
  expect(screen.getByText("whole entry · on lemonde.fr")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Show again: tokens" }));
  expect(world.settings.muted).toEqual([muted[0]]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(world.settings.muted).toEqual(muted);
});

test("a backup holds all settings and comes back", async () => {
  const { user, world, view } = await open({ density: "every", pausedSites: ["a.example"] });
  await user.click(screen.getByRole("button", { name: "Save a backup" }));
  const [file] = world.saved;
  expect(readBackup(file!.text)).toMatchObject({ ok: true, settings: { density: "every" } });
  await user.click(screen.getByRole("radio", { name: /hovering only/ }));
  const picker = view.container.querySelector<HTMLInputElement>("input[type=file]")!;
  await user.upload(picker, new File([file!.text], file!.name, { type: "application/json" }));
  await screen.findByText("Restored.");
  expect(world.settings).toMatchObject({ density: "every", pausedSites: ["a.example"] });
});

test("a bad file changes nothing and says what is wrong with it", async () => {
  const { user, world, view } = await open();
  const before = world.settings;
  const picker = view.container.querySelector<HTMLInputElement>("input[type=file]")!;
  const upload = (text: string) =>
    user.upload(picker, new File([text], "x.json", { type: "application/json" }));
  await upload("{}");
  await screen.findByText(/not a backup/);
  await upload(writeBackup(before).replace('"section"', '"loud"'));
  await screen.findByText(/does not fit “What is marked”/);
  expect(world.settings).toBe(before);
});

test("recent look-ups can be erased", async () => {
  const { user, world } = await open();
  await user.click(screen.getByRole("button", { name: "Erase recent look-ups" }));
  expect(world.erased).toBe(1);
  await screen.findByText("Erased.");
});

test("the keys are shown as the browser has them, and where to change them", async () => {
  await open();
  expect(within(screen.getByRole("row", { name: /Open Sidelight/ })).getByText("Alt+Shift+S")).toBeTruthy();
  expect(within(screen.getByRole("row", { name: /this site/ })).getByText("no key")).toBeTruthy();
  expect(screen.getByText(/browser's own page/)).toBeTruthy();
});
