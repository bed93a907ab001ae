import type { LedgerEntry } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../app/city.ts'
import { Answer } from '../../ui/state/answer.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Facts } from '../../ui/facts.tsx'
import { day, instant, number, yuan } from '../../ui/format.ts'
import { OrganisationName } from '../registry/organisation-name.tsx'
import { Pair } from './pair.tsx'
import { useEntry, useKind } from './queries.ts'
import { Reversal } from './reversal.tsx'

interface EntryDialogProps {
  entryId: string
  onClose: () => void
}

/** One entry whole: what was counted, when, where from, and how it is sealed. Its address may be passed on. */
export function EntryDialog({ entryId, onClose }: EntryDialogProps) {
  const { t } = useTranslation('ledger')
  const entry = useEntry(entryId)
  const kindOf = useKind()
  return (
    <Dialog title={entry.data ? kindOf(entry.data.kind).name : t('entries.entry')} onClose={onClose}>
      <Answer of={entry}>{(found) => <Whole entry={found} />}</Answer>
    </Dialog>
  )
}

function Whole({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation('ledger')
  const { definition, unit } = useKind()(entry.kind)
  const districtName = useDistrictName()
  return (
    <div className="stack">
      <Facts
        of={[
          [t('entries.definition'), definition],
          [t('entries.occurredOn'), day(entry.occurredOn)],
          [t('entries.recordedAt'), instant(entry.recordedAt)],
          [t('district'), districtName(entry.district)],
          [t('entries.organisation'), entry.organisationId && <OrganisationName id={entry.organisationId} />],
          [t('entries.person'), entry.personPseudonym],
          [t('entries.count'), `${number(entry.count)} ${unit}`],
          [t('entries.amount'), entry.amountFen === null ? null : yuan(entry.amountFen)],
          [t('entries.source'), `${entry.sourceModule} ${entry.sourceId}`],
          [t('entries.reason'), entry.reason],
          [t('entries.batch'), entry.batch ?? t('entries.unsealed')],
          [t('entries.hash'), entry.hash],
        ]}
      />
      <Pair of={entry} />
      <Reversal of={entry} />
    </div>
  )
}
