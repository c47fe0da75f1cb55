// How the page looks here: theme, density, language; kept by this installation.
import { kept } from '../api';
import { first } from './first';
import { locale, systemLanguage, type Language } from '../text';

/** The themes that can be chosen; "system" follows the system's. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
/** A theme. */
export type Theme = (typeof themes)[number];

/** How high rows and keys may be. */
export const densities = ['normal', 'compact', 'touch'] as const;
/** A density. */
export type Density = (typeof densities)[number];

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

  get density(): Density {
    // An earlier version knew compact rows alone.
    return kept.read<Density>('density', kept.read('compact', false) ? 'compact' : 'normal');
  }

  /** Rows and keys are as high as a finger needs, and figures have a pad. */
  get touch(): boolean {
    return this.density === 'touch';
  }

  get language(): Language {
    return kept.read<Language>('language', systemLanguage());
  }

  /** Takes over what was kept and follows the system; call once at start. Done when the words of
   *  the language are there. */
  start(): Promise<void> {
    const follow = () => {
      this.#system = systemTheme();
      return this.#apply();
    };
    prefersDark().addEventListener('change', () => void follow());
    prefersContrast().addEventListener('change', () => void follow());
    return follow();
  }

  set(change: { theme?: Theme; density?: Density; language?: Language }): void {
    for (const [name, value] of Object.entries(change)) kept.write(name, value);
    void this.#apply();
  }

  #apply(): Promise<void> {
    const root = document.documentElement.dataset;
    root.theme = this.shown;
    root.density = this.density;
    first.keep({ theme: this.theme, density: this.density });
    return locale.set(this.language);
  }
}

export const look = new Look();
