export {
  EDUCATION_LEVELS,
  type EducationLevel,
  type EducationReading,
  educationName,
  educationRank,
  readEducation,
  readHighestEducation,
} from './education.ts'
export { type ExperienceReading, readExperience } from './experience.ts'
export { type AgeReading, readAge } from './age.ts'
export { type HeadcountReading, readHeadcount } from './headcount.ts'
export { EMPLOYMENT_TYPES, type EmploymentType, employmentTypeName, readEmploymentTypes } from './employment.ts'
export { SHIFTS, type Shift, readShifts, shiftName } from './shift.ts'
export { WELFARE, type Welfare, readWelfare, welfareName } from './welfare.ts'
