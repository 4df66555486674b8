/** The sections that a restore knows a row for. */
import type { Section } from '../../models/sections.ts';

export type SectionName = Section;
