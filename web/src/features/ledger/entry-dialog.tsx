import type { LedgerEntry } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
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

/** Kinds of entries that count a process of hiring. */
const PROCESSES = new Set<string>(['hiring.application', 'hiring.placement', 'hiring.lapsed'])

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

/** The record that was counted: a process of hiring can be opened, another is named. */
function Source({ of: { kind, sourceModule, sourceId } }: { of: LedgerEntry }) {
  const { t } = useTranslation('ledger')
  if (!PROCESSES.has(kind)) return `${sourceModule} ${sourceId}`
  return (
    <Link to="/bureau/placements/$processId" params={{ processId: sourceId }}>
      {t('entries.process')}
    </Link>
  )
}

function Whole({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation('ledger')
  const { definition, unit, isMoney } = useKind()(entry.kind)
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
          [t('entries.count'), isMoney ? null : `${number(entry.count)} ${unit}`],
          [t('entries.amount'), entry.amountFen === null ? null : yuan(entry.amountFen)],
          [t('entries.source'), <Source key="source" of={entry} />],
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
