import type { OrganisationProfile } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../app/city.ts'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { day, number } from '../../ui/format.ts'
import { BusinessTypes } from './business-types.tsx'

type Profile = ReturnType<typeof OrganisationProfile.parse>

const Other = ({ of: other }: { of: { id: string; name: string } }) => (
  <Link to="/organisations/$organisationId" params={{ organisationId: other.id }}>
    {other.name}
  </Link>
)

/** Parks into which it moved, and when. */
function Parks({ of: tenancies }: { of: Profile['tenancies'] }) {
  const { t } = useTranslation('registry')
  return (
    <ul className="plain">
      {tenancies.map(({ id, park: { name }, fromOn, area }) => (
        <li key={id}>
          {area === null
            ? t('profile.parkSince', { name, day: day(fromOn) })
            : t('profile.parkArea', { name, day: day(fromOn), area: number(area) })}
        </li>
      ))}
    </ul>
  )
}

interface ProfileFactsProps {
  of: Profile
  /** What only its desk and the bureau know. */
  more?: readonly Fact[]
}

/** What everybody may know of an organisation. */
export function ProfileFacts({ of: organisation, more = [] }: ProfileFactsProps) {
  const { t } = useTranslation('registry')
  const districtName = useDistrictName()
  const { kind, creditCode, district, address, size, industry, industryName, website, foundedOn } = organisation
  const { businessTypes, tenancies } = organisation
  return (
    <Facts
      of={[
        [t('directory.kind'), t(`kind.${kind}`)],
        [t('directory.creditCode'), creditCode],
        [t('directory.district'), districtName(district)],
        [t('directory.address'), address],
        [t('directory.businessType'), businessTypes.length ? <BusinessTypes of={businessTypes} /> : null],
        [t('profile.size'), size && t(`size.${size}`)],
        [t('profile.industry'), industryName ? `${industryName}（${industry}）` : industry],
        [t('profile.founded'), foundedOn && day(foundedOn)],
        [
          t('profile.website'),
          website && (
            <a href={website} rel="noopener noreferrer nofollow" target="_blank">
              {website}
            </a>
          ),
        ],
        [t('profile.head'), organisation.head && <Other of={organisation.head} />],
        [t('profile.group'), organisation.group && <Other of={organisation.group} />],
        [t('profile.parks'), tenancies.length ? <Parks of={tenancies} /> : null],
        ...more,
        [t('profile.about'), organisation.description],
      ]}
    />
  )
}
