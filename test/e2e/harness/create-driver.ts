import { Chromium } from "./chromium.ts";
import type { BrowserName, Driver, LaunchOptions } from "./driver.ts";
import { Firefox } from "./firefox.ts";

export const createDriver = (name: BrowserName, options: LaunchOptions = {}): Driver =>
  name === "chromium" ? new Chromium(options) : new Firefox(options);
