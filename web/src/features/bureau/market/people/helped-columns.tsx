import type { GroupClaim } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../../ui/format.ts'
import type { Column } from '../../../../ui/table/columns.ts'
import { usePlaceName } from '../../../jobs/place-names.ts'
import { payOfTheRest, useWishText } from '../../../work/wishes.ts'
import { Recommend } from './recommend.tsx'

/** Whom an officer helps: what they look for, and a posting to recommend. */
export function useHelpedColumns(): Column<GroupClaim>[] {
  const { t } = useTranslation(['market', 'work', 'hiring', 'ui'])
  const placeName = usePlaceName()
  const wishText = useWishText()
  const joined = (words: readonly string[]) => words.join(t('ui:comma')) || '-'
  return [
    { key: 'person', title: t('claims.person'), cell: ({ talent }) => talent.name },
    { key: 'group', title: t('claims.group'), cell: ({ group }) => t(`work:group.${group}`) },
    {
      key: 'wishes',
      title: t('hiring:talents.wishes'),
      cell: ({ talent }) => wishText(talent.wishes) || '-',
    },
    {
      key: 'places',
      title: t('hiring:talents.places'),
      cell: ({ talent }) => joined(talent.places.map(({ name }) => placeName(name))),
    },
    { key: 'pay', title: t('hiring:talents.pay'), short: true, cell: ({ talent }) => payOfTheRest(talent) ?? '-' },
    {
      key: 'untilOn',
      title: t('claims.untilOn'),
      short: true,
      cell: ({ untilOn }) => (untilOn ? day(untilOn) : t('helped.noEnd')),
    },
    {
      key: 'actions',
      title: t('ui:table.actions'),
      cell: ({ talent, seeking }) =>
        seeking ? <Recommend of={talent} /> : <span className="quiet small">{t('helped.notSeeking')}</span>,
    },
  ]
}
