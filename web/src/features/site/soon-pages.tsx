import { useTranslation } from 'react-i18next'
import { Soon } from '../../ui/state/soon.tsx'

const room = (name: 'talents' | 'gigs' | 'fairs') =>
  function SoonPage() {
    const { t } = useTranslation(['ui', 'site'])
    return <Soon title={t(`nav.${name}`)}>{t(`site:soon.${name}`)}</Soon>
  }

export const TalentsPage = room('talents')
export const GigsPage = room('gigs')
export const FairsPage = room('fairs')
