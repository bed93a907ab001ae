import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { preferences, type Theme, useTheme } from '../preferences.ts'

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

/** One button that walks through the system's choice, light and dark; its words say which is in force. */
export function ThemeChoice() {
  const { t } = useTranslation('ui')
  const theme = useTheme()
  return (
    <Button kind="bare" onClick={() => preferences.theme.write(NEXT[theme])}>
      {t('theme.label')}
      {t('colon')}
      {t(`theme.${theme}`)}
    </Button>
  )
}
