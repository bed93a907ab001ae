import { preferences } from './preferences.ts'

const dark = () => matchMedia('(prefers-color-scheme: dark)')

/** Writes the theme in force to `<html data-theme>`, now and whenever the choice or the system's changes. */
export function followTheme(): void {
  const apply = () => {
    const chosen = preferences.theme.read()
    document.documentElement.dataset['theme'] = chosen === 'system' ? (dark().matches ? 'dark' : 'light') : chosen
  }
  preferences.theme.listen(apply)
  dark().addEventListener('change', apply)
  apply()
}
