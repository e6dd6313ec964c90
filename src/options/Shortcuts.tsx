import { useEffect, useState } from "preact/hooks";
import type { MessageKey } from "../core/words.ts";
import { useWords } from "../ui/words-context.ts";
import type { Ports, Shortcut } from "./ports.ts";

const LABELS: Readonly<Record<string, MessageKey>> = {
  _execute_action: "command_popup",
  "mention-next": "command_next",
  "mention-previous": "command_previous",
  "site-toggle": "command_site",
};

/** The keys as they are now: the browser drops those that clash, and the reader may have changed them. */
export function Shortcuts({ shortcuts, changeShortcuts }: Pick<Ports, "shortcuts" | "changeShortcuts">) {
  const words = useWords();
  const [list, setList] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    let isLate = false;
    const read = () =>
      shortcuts().then(
        (found) => isLate || setList(found),
        () => undefined, // a browser without commands has none to show
      );
    void read();
    // The keys are changed on a page of the browser's own; coming back is when to look again.
    const end = new AbortController();
    addEventListener("focus", () => void read(), { signal: end.signal });
    return () => {
      isLate = true;
      end.abort();
    };
  }, [shortcuts]);
  return (
    <>
      <table>
        <tbody>
          {list.map(({ name, keys }) => {
            const label = LABELS[name];
            return (
              <tr key={name}>
                <th scope="row">{label ? words.say(label) : name}</th>
                <td>{keys === "" ? words.say("options_no_key") : <kbd>{keys}</kbd>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {changeShortcuts ? (
        <p class="acts">
          <button type="button" onClick={changeShortcuts}>
            {words.say("options_change_keys")}
          </button>
        </p>
      ) : (
        <p class="help">{words.say("options_change_keys_help")}</p>
      )}
    </>
  );
}
