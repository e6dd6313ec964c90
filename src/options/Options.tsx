import { useEffect, useState } from "preact/hooks";
import { descriptions, GROUPS, type Group } from "../settings/describe.ts";
import { parse, type Settings } from "../settings/schema.ts";
import { useWords } from "../ui/words-context.ts";
import { Backup } from "./Backup.tsx";
import { Field } from "./Field.tsx";
import { Mutes } from "./Mutes.tsx";
import type { Ports } from "./ports.ts";
import { Recents } from "./Recents.tsx";
import { Shortcuts } from "./Shortcuts.tsx";

/** Everything a reader can change, made from the table of settings. */
export function Options({ ports }: { readonly ports: Ports }) {
  const words = useWords();
  const [settings, setSettings] = useState<Settings>(() => parse(null));
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const end = new AbortController();
    const failed = (error: unknown) => setProblem(words.say("options_not_read", String(error)));
    ports.readSettings().then((read) => end.signal.aborted || setSettings(read), failed);
    ports.onSettings(setSettings, end.signal);
    return () => end.abort();
  }, [ports, words]);
  const patch = (change: Partial<Settings>) => {
    setProblem(null);
    // Shown at once; what could not be stored goes back to what is.
    setSettings((before) => ({ ...before, ...change }));
    ports.patch(change).catch(async (error: unknown) => {
      setProblem(words.say("popup_not_saved", error instanceof Error ? error.message : String(error)));
      setSettings(await ports.readSettings());
    });
  };
  const fieldsOf = (group: Group) =>
    (Object.keys(descriptions) as (keyof Settings)[]).filter(
      (name) => descriptions[name].group === group && isShown(name, settings),
    );
  return (
    <main class="options">
      <h1>{words.say("options_title")}</h1>
      {ports.isPrivate ? <p class="help">{words.say("popup_private")}</p> : null}
      <div role="alert" class={problem ? "problem" : "unseen"}>
        {problem}
      </div>
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{words.say(`options_group_${group}`)}</h2>
          {fieldsOf(group).map((name) =>
            name === "muted" ? (
              <div key={name} class="field" data-setting={name}>
                <p class="help">{words.say(descriptions.muted.help)}</p>
                <Mutes muted={settings.muted} nameOf={ports.nameOf} onChange={(muted) => patch({ muted })} />
              </div>
            ) : (
              <Field
                key={name}
                name={name}
                described={descriptions[name]}
                value={settings[name]}
                onChange={(value) => patch({ [name]: value })}
              />
            ),
          )}
          {group === "toolbar" ? <Recents erase={ports.eraseRecents} /> : null}
        </section>
      ))}
      <section aria-labelledby="group-keys">
        <h2 id="group-keys">{words.say("options_group_keys")}</h2>
        <Shortcuts shortcuts={ports.shortcuts} changeShortcuts={ports.changeShortcuts} />
      </section>
      <section aria-labelledby="group-backup">
        <h2 id="group-backup">{words.say("options_group_backup")}</h2>
        <Backup settings={settings} save={ports.save} patch={ports.patch} />
      </section>
      <section aria-labelledby="group-privacy">
        <h2 id="group-privacy">{words.say("options_group_privacy")}</h2>
        <p>{words.say("options_privacy_network")}</p>
        <p>{words.say("options_privacy_storage")}</p>
        <p>{words.say("options_privacy_private")}</p>
        <p class="meta">{words.say("options_version", ports.version)}</p>
      </section>
    </main>
  );
}

/** A setting without effect at the moment stays out of sight. */
function isShown(name: keyof Settings, { siteMode, trigger }: Settings): boolean {
  if (name === "pausedSites") return siteMode === "except";
  if (name === "chosenSites") return siteMode === "only";
  if (name === "modifier") return trigger === "modifier";
  if (name === "hoverDelay") return trigger !== "click";
  return true;
}
