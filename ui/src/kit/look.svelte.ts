// How the page looks here: theme, density, language; kept by this installation.
import { kept } from '../api';
import { locale, systemLanguage, type Language } from '../text';

/** The themes that can be chosen; "system" follows the system's. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
/** A theme. */
export type Theme = (typeof themes)[number];

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)');
const prefersContrast = () => matchMedia('(prefers-contrast: more)');

function systemTheme(): Theme {
  if (prefersContrast().matches) return 'contrast';
  return prefersDark().matches ? 'dark' : 'light';
}

class Look {
  #system = $state<Theme>('light');

  get theme(): Theme {
    return kept.read<Theme>('theme', 'system');
  }

  /** The theme in effect. */
  get shown(): Theme {
    return this.theme === 'system' ? this.#system : this.theme;
  }

  /** What charts are drawn for. */
  get chartTheme(): 'light' | 'dark' | 'contrast' {
    return this.shown === 'system' ? 'light' : this.shown;
  }

  /** The language of what is drawn or written for others. */
  get reportLanguage(): 'en' | 'de' {
    return this.language === 'de' ? 'de' : 'en';
  }

  get compact(): boolean {
    return kept.read('compact', false);
  }

  get language(): Language {
    return kept.read<Language>('language', systemLanguage());
  }

  /** Takes over what was kept and follows the system; call once at start. */
  start(): void {
    const follow = () => {
      this.#system = systemTheme();
      this.#apply();
    };
    prefersDark().addEventListener('change', follow);
    prefersContrast().addEventListener('change', follow);
    follow();
  }

  set(change: { theme?: Theme; compact?: boolean; language?: Language }): void {
    for (const [name, value] of Object.entries(change)) kept.write(name, value);
    this.#apply();
  }

  #apply(): void {
    const root = document.documentElement.dataset;
    root.theme = this.shown;
    root.density = this.compact ? 'compact' : 'normal';
    locale.set(this.language);
  }
}

export const look = new Look();
