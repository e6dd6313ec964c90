/** What chrome://extensions calls; on no other page, and in no published types. */
declare namespace chrome.developerPrivate {
  interface Noted {
    readonly source: string;
    readonly message: string;
    /** Of errors at run time alone. */
    readonly stackTrace?: readonly {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    }[];
  }
  function updateExtensionConfiguration(change: {
    extensionId: string;
    hostAccess?: "ON_CLICK" | "ON_ALL_SITES";
    incognitoAccess?: boolean;
    fileAccess?: boolean;
  }): Promise<void>;
  function getExtensionInfo(id: string): Promise<{ runtimeErrors: Noted[]; manifestErrors: Noted[] }>;
  function deleteExtensionErrors(which: { extensionId: string }): Promise<void>;
}

declare module "*/scripts/browsers.mjs" {
  export function findBrowser(name: "chromium" | "firefox"): { path: string } | { missing: string };
}
