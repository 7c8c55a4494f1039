// The public face of the audit: the one part of the rules that is not light, since it brings a solver.
export type { AuditClaim, AuditColumn, AuditDocument, AuditRow, AuditTable, MadeOf, SameFigure } from './audit/document.js';
export { auditDocument } from './audit/document.js';
export type { AuditInputError } from './audit/input-error.js';
export { auditDocumentOfJson } from './audit/input-error.js';
export type { Expression, Term } from './audit/expression.js';
export { parseExpression } from './audit/expression.js';
export type { AuditFinding, FindingCode } from './audit/finding.js';
export type { AuditOptions, AuditReport } from './audit/audit.js';
export { audit } from './audit/audit.js';
export type { Witness, WitnessError } from './audit/witness.js';
export { witness } from './audit/witness.js';
