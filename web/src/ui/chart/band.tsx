interface BandProps {
  /** What the band shows in words: read instead of the picture. */
  label: string
  low: number
  middle: number
  high: number
  /** The span that is held against it; an open side is null. */
  own: { from: number | null; to: number | null } | null
}

const WIDTH = 320
const EDGE = 8

/** Where most of a market lies, its middle, and one's own span below it: on one line. */
export function Band({ label, low, middle, high, own }: BandProps) {
  const ends = [low, high, own?.from ?? low, own?.to ?? high]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const x = (value: number) => EDGE + ((value - least) / Math.max(1, most - least)) * (WIDTH - 2 * EDGE)
  const span = (from: number, to: number) => ({ x: x(from), width: Math.max(3, x(to) - x(from)) })
  return (
    <svg className="band" viewBox={`0 0 ${WIDTH} 34`} role="img" aria-label={label}>
      <rect className="market" {...span(low, high)} y={4} height={10} rx={5} />
      <rect className="middle" x={x(middle) - 1.5} width={3} y={1} height={16} />
      {own && (
        <rect className="own" {...span(own.from ?? least, own.to ?? own.from ?? most)} y={22} height={8} rx={4} />
      )}
    </svg>
  )
}
