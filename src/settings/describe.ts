import type { MessageKey } from "../core/words.ts";
import type { Settings } from "./schema.ts";

type Of<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];
type Choices = Exclude<Of<string>, never>;

/** How the settings page shows a field. `K` ties every field to its own values: a missing one does not compile. */
type Look<K extends keyof Settings> = K extends Choices
  ? { readonly as: "choice"; readonly values: Readonly<Record<Settings[K] & string, MessageKey>> }
  : K extends Of<boolean>
    ? { readonly as: "switch" }
    : K extends Of<number>
      ? { readonly as: "number"; readonly low: number; readonly high: number; readonly step: number }
      : { readonly as: "sites" | "mutes" };

export const GROUPS = ["marks", "card", "sites", "toolbar", "muted"] as const;
export type Group = (typeof GROUPS)[number];

type Described<K extends keyof Settings> = Look<K> & {
  readonly group: Group;
  readonly label: MessageKey;
  readonly help: MessageKey;
};
export type Description = { readonly [K in keyof Settings]: Described<K> };

/** Words and form of every setting; the settings page is made of this, in this order. */
export const descriptions: Description = {
  everywhere: {
    group: "sites",
    label: "setting_everywhere",
    help: "setting_everywhere_help",
    as: "switch",
  },
  siteMode: {
    group: "sites",
    label: "setting_site_mode",
    help: "setting_site_mode_help",
    as: "choice",
    values: { except: "setting_site_mode_except", only: "setting_site_mode_only" },
  },
  pausedSites: {
    group: "sites",
    label: "setting_paused_sites",
    help: "setting_paused_sites_help",
    as: "sites",
  },
  chosenSites: {
    group: "sites",
    label: "setting_chosen_sites",
    help: "setting_chosen_sites_help",
    as: "sites",
  },
  density: {
    group: "marks",
    label: "setting_density",
    help: "setting_density_help",
    as: "choice",
    values: {
      section: "setting_density_section",
      every: "setting_density_every",
      hover: "setting_density_hover",
    },
  },
  markEveryday: {
    group: "marks",
    label: "setting_mark_everyday",
    help: "setting_mark_everyday_help",
    as: "switch",
  },
  look: {
    group: "marks",
    label: "setting_look",
    help: "setting_look_help",
    as: "choice",
    values: { tint: "setting_look_tint", underline: "setting_look_underline", strong: "setting_look_strong" },
  },
  scope: {
    group: "marks",
    label: "setting_scope",
    help: "setting_scope_help",
    as: "choice",
    values: { main: "setting_scope_main", everything: "setting_scope_everything" },
  },
  trigger: {
    group: "card",
    label: "setting_trigger",
    help: "setting_trigger_help",
    as: "choice",
    values: {
      rest: "setting_trigger_rest",
      modifier: "setting_trigger_modifier",
      click: "setting_trigger_click",
    },
  },
  modifier: {
    group: "card",
    label: "setting_modifier",
    help: "setting_modifier_help",
    as: "choice",
    values: {
      Alt: "setting_modifier_alt",
      Control: "setting_modifier_control",
      Shift: "setting_modifier_shift",
    },
  },
  hoverDelay: {
    group: "card",
    label: "setting_hover_delay",
    help: "setting_hover_delay_help",
    as: "number",
    low: 0,
    high: 2000,
    step: 50,
  },
  depth: {
    group: "card",
    label: "setting_depth",
    help: "setting_depth_help",
    as: "choice",
    values: {
      line: "setting_depth_line",
      paragraph: "setting_depth_paragraph",
      everything: "setting_depth_everything",
    },
  },
  theme: {
    group: "card",
    label: "setting_theme",
    help: "setting_theme_help",
    as: "choice",
    values: { page: "setting_theme_page", light: "setting_theme_light", dark: "setting_theme_dark" },
  },
  badge: {
    group: "toolbar",
    label: "setting_badge",
    help: "setting_badge_help",
    as: "switch",
  },
  recents: {
    group: "toolbar",
    label: "setting_recents",
    help: "setting_recents_help",
    as: "switch",
  },
  muted: {
    group: "muted",
    label: "setting_muted",
    help: "setting_muted_help",
    as: "mutes",
  },
};
