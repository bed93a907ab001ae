export {
  type Division,
  division,
  divisionPath,
  divisionsUnder,
  distanceKm,
  fullName,
  isWithin,
  type Point,
} from './division.ts'
export { type PlaceReading, readPlace } from './read-place.ts'
