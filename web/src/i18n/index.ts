import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { preferences } from '../app/preferences.ts'

export type Language = 'zh' | 'en'

const files = import.meta.glob<Record<string, object>>(['./zh/*.ts', './en/*.ts'])

/** Texts arrive with the page that shows them, one small file per namespace and language. */
const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, namespace, done) => {
    const load = files[`./${language}/${namespace}.ts`]
    if (!load) return done(new Error(`no texts ${language}/${namespace}`), null)
    load().then(
      (texts) => done(null, texts[namespace] as never),
      (error: Error) => done(error, null),
    )
  },
}

export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh')

/** BCP 47 tag of the language, for `Intl` and `<html lang>`. */
export const localeNow = (): string => (languageNow() === 'en' ? 'en-GB' : 'zh-CN')

const tell = () => {
  document.documentElement.lang = localeNow()
}

export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', tell)
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferences.language.read(),
      supportedLngs: ['zh', 'en'],
      fallbackLng: false,
      ns: ['ui'],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
}

export async function changeLanguage(language: Language): Promise<void> {
  preferences.language.write(language)
  await i18next.changeLanguage(language)
}
