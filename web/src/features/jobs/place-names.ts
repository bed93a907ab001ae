import { useCity } from '../../app/city.ts'

/** Names of places without the province and city one is in: 黄岛区长江路街道. */
export function usePlaceName(): (name: string) => string {
  const { data: city } = useCity()
  const before = city ? [`${city.province.zh}${city.name.zh}`, city.name.zh] : []
  return (name) => {
    if (city && name === before[0]) return city.name.zh
    const known = before.find((each) => name.startsWith(each) && name.length > each.length)
    return known ? name.slice(known.length) : name
  }
}
