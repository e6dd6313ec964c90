export function findBrowser(name: "chromium" | "firefox"): { path: string } | { missing: string };
