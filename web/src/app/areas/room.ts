import i18next from 'i18next'

/** The texts of a room are fetched beside its code, not after it. */
export const withTexts =
  (...namespaces: readonly string[]) =>
  (): Promise<void> =>
    i18next.loadNamespaces(namespaces)
