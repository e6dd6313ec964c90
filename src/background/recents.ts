import { eraseRecents, noteRecent } from "../settings/recents.ts";
import type { Answers, Deps } from "./deps.ts";

/** The look-ups that the popup offers again: written here and nowhere else, for a popup may be closed in the middle of it. */
export function recentsHandlers({
  local,
  exclusive,
}: Pick<Deps, "local" | "exclusive">): Answers<"recents.note" | "recents.erase"> {
  return {
    "recents.note": async ({ id }) => {
      await exclusive("recents", () => noteRecent(local, id));
      return null;
    },
    "recents.erase": async () => {
      await exclusive("recents", () => eraseRecents(local));
      return null;
    },
  };
}
