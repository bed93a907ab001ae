import { useTranslation } from 'react-i18next'
import { Soon } from '../../ui/state/soon.tsx'

const room = (name: 'gigs' | 'fairs') =>
  function SoonPage() {
    const { t } = useTranslation(['ui', 'site'])
    return <Soon title={t(`nav.${name}`)}>{t(`site:soon.${name}`)}</Soon>
  }

export const GigsPage = room('gigs')
export const FairsPage = room('fairs')
