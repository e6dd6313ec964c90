import { useId, useState } from "preact/hooks";
import { useWords } from "../ui/words-context.ts";
import { typedSite } from "./typed-site.ts";

interface SiteListProps {
  readonly sites: readonly string[];
  readonly onChange: (sites: readonly string[]) => void;
}

/** Sites by name, to add and to take away. */
export function SiteList({ sites, onChange }: SiteListProps) {
  const words = useWords();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [isBad, setBad] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const site = typedSite(typed);
    setBad(site === null);
    if (site === null) return;
    if (!sites.includes(site)) onChange([...sites, site]);
    setTyped("");
  };
  return (
    <>
      {sites.length === 0 ? <p class="empty">{words.say("options_no_sites")}</p> : null}
      <ul class="items">
        {sites.map((site) => (
          <li key={site}>
            <bdi>{site}</bdi>
            <button
              type="button"
              aria-label={words.say("options_remove_site", site)}
              onClick={() => onChange(sites.filter((other) => other !== site))}
            >
              {words.say("options_remove")}
            </button>
          </li>
        ))}
      </ul>
      <form class="add" onSubmit={add}>
        <label for={id}>{words.say("options_add_site")}</label>
        <input
          id={id}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="example.com"
          value={typed}
          aria-invalid={isBad}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setBad(false);
          }}
        />
        <button type="submit">{words.say("options_add")}</button>
      </form>
      {isBad ? (
        <p role="alert" class="problem">
          {words.say("options_bad_site")}
        </p>
      ) : null}
    </>
  );
}
