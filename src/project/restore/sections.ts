/** The sections that a restore knows a row for. */
import type { Section } from '../sections/index.ts';

export type SectionName = Section;
