export { type SkillFound, findSkills, locateSkills } from './find-skills.ts'
export { type Certificate, certificate, certificates, covers } from './certificates.ts'
export { type CertificateFound, findCertificates } from './find-certificates.ts'
