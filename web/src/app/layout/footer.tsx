import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../i18n/name-in.ts'
import { useCity } from '../city.ts'
import { ThemeChoice } from './theme-choice.tsx'

export function Footer() {
  const { t } = useTranslation('ui')
  const { data: city } = useCity()
  return (
    <footer className="shell-footer">
      <div>
        {city && <span>{nameIn(city.bureau)}</span>}
        {city && <span>{t('footer.hotline', { number: city.hotline.number })}</span>}
        <Link to="/me/privacy">{t('footer.privacy')}</Link>
        <span>{t('footer.source')}</span>
        {city?.demo && <strong>{t('footer.demo')}</strong>}
        <ThemeChoice />
      </div>
    </footer>
  )
}
