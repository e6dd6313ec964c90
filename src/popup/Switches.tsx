import { type Paused, pausedBy } from "../core/sites.ts";
import type { TabState } from "../messages/contract.ts";
import type { Settings } from "../settings/schema.ts";
import { useWords } from "../ui/words-context.ts";
import { Choice } from "./Choice.tsx";
import { Snooze } from "./Snooze.tsx";
import { Switch } from "./Switch.tsx";

interface SwitchesProps {
  readonly tab: TabState | null;
  readonly settings: Settings;
  readonly onEverywhere: (isOn: boolean) => void;
  readonly onSite: (isOn: boolean) => void;
  readonly onSnooze: (until: "navigation" | number) => void;
  readonly onDensity: (density: Settings["density"]) => void;
}

export function Switches({ tab, settings, onEverywhere, onSite, onSnooze, onDensity }: SwitchesProps) {
  const words = useWords();
  const isHere = tab !== null && tab.site !== null && tab.silence === null;
  return (
    <section class="switches" aria-label={words.say("popup_switches")}>
      {tab?.incognito ? <p class="meta">{words.say("popup_private")}</p> : null}
      <Switch
        label={words.say("popup_on_all_sites")}
        detail={settings.siteMode === "only" ? words.say("popup_only_chosen") : undefined}
        isOn={settings.everywhere}
        onChange={onEverywhere}
      />
      <Switch
        label={words.say("popup_on_this_site")}
        detail={tab?.site ?? undefined}
        isOn={tab !== null && isSiteOn(tab, settings)}
        isDisabled={tab === null || tab.site === null}
        onChange={onSite}
      />
      {isHere ? <Snooze tab={tab} onSnooze={onSnooze} /> : null}
      <Choice
        label={words.say("popup_density")}
        name="density"
        value={settings.density}
        options={[
          ["section", words.say("popup_density_section")],
          ["every", words.say("popup_density_every")],
          ["hover", words.say("popup_density_hover")],
        ]}
        onChange={onDensity}
      />
    </section>
  );
}

/** What the site's own switch says while something stronger is in force. */
function isSiteOn({ paused, site, host }: TabState, settings: Settings): boolean {
  if (paused === false || paused === "site") return paused === false;
  const own: Paused = pausedBy(
    { ...settings, everywhere: true },
    { site, host },
    { snooze: null, privateSites: {}, now: 0 },
  );
  return own === false;
}
