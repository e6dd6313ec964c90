import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { poll } from "./poll.ts";

/** Whether browsers can be given a screen of their own here. */
export const hasScreen = (): boolean => spawnSync("which", ["Xvfb"]).status === 0;

/**
 * Gives browsers that are started meanwhile a screen, for what no browser without a window can show.
 *
 * @param number of the display; one for each test file, as they run side by side
 */
export async function onScreen(number: number, work: () => Promise<void>): Promise<void> {
  const display = `:${number}`;
  const screen: ChildProcess = spawn("Xvfb", [display, "-screen", "0", "1200x900x24"], { stdio: "ignore" });
  const before = process.env["DISPLAY"];
  process.env["DISPLAY"] = display;
  try {
    await poll("the screen", () => existsSync(`/tmp/.X11-unix/X${number}`));
    await work();
  } finally {
    screen.kill();
    if (before === undefined) delete process.env["DISPLAY"];
    else process.env["DISPLAY"] = before;
  }
}
