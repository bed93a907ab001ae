import { useSyncExternalStore } from 'react'

/** A choice of the person at this browser; nothing personal, so local storage may hold it. */
function preference<T extends string>(name: string, allowed: readonly T[], otherwise: () => T) {
  const key = `renshu.${name}`
  const listeners = new Set<() => void>()
  const stored = (): string | null => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  let value = allowed.find((each) => each === stored()) ?? otherwise()
  return {
    read: () => value,
    write: (next: T) => {
      value = next
      try {
        localStorage.setItem(key, next)
      } catch {
        // A browser that stores nothing keeps the choice for this visit.
      }
      for (const listener of listeners) listener()
    },
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Chinese unless the browser puts English before it. */
const browserLanguage = () =>
  navigator.languages.find((tag) => /^(zh|en)\b/.test(tag))?.startsWith('en') ? 'en' : 'zh'

export const preferences = {
  language: preference('language', ['zh', 'en'], browserLanguage),
  theme: preference('theme', ['system', 'light', 'dark'], () => 'system'),
}
export type Theme = ReturnType<typeof preferences.theme.read>

export const useTheme = (): Theme => useSyncExternalStore(preferences.theme.listen, preferences.theme.read)
