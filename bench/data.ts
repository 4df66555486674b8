/** Config files of a given size, alike on every run. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly self_provisioning: boolean;
  readonly custom_attributes: Readonly<Record<string, string | number>>;
}

const PLANS = ['free', 'pro', 'enterprise'];

function tenant(index: number): Tenant {
  return {
    id: `tenant-${String(index).padStart(6, '0')}`,
    name: `Tenant Number ${index}`,
    domains: [`t${index}.example.com`, `mail.t${index}.example.com`],
    self_provisioning: index % 3 === 0,
    custom_attributes: {
      plan: PLANS[index % PLANS.length] ?? '',
      seats: index % 500,
      region: 'eu-central-1',
    },
  };
}

function tenantYaml({ id, name, domains, self_provisioning, custom_attributes }: Tenant): string {
  const lines = [
    `  - id: ${id}`,
    `    name: ${name}`,
    '    domains:',
    ...domains.map((domain) => `      - ${domain}`),
    `    self_provisioning: ${String(self_provisioning)}`,
    '    custom_attributes:',
    ...Object.entries(custom_attributes).map(([key, value]) => `      ${key}: ${value}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A flow of about so many bytes: many steps of some hundred bytes each. */
function flow(index: number, bytes: number) {
  const step = (number: number) => ({
    id: `step-${number}`,
    type: number % 2 === 0 ? 'screen' : 'action',
    title: `Step ${number} of flow ${index}`,
    next: [`step-${number + 1}`],
    settings: { required: true, timeout: 30 + (number % 60), text: 'Enter the code that we sent' },
  });
  const steps = Array.from({ length: Math.ceil(bytes / 250) }, (_, number) => step(number));
  return { template: 'custom', name: `Flow ${index}`, config: { steps } };
}

/**
 * Writes a config file of so many tenants.
 *
 * @returns its path
 */
export async function writeTenants(
  folder: string,
  count: number,
  format: 'yaml' | 'json',
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `tenants-${count}.${format}`);
  const tenants = Array.from({ length: count }, (_, index) => tenant(index));
  await writeFile(
    path,
    format === 'json'
      ? JSON.stringify({ version: '1.0', tenants, flows: [] }, null, 2)
      : `version: "1.0"\ntenants:\n${tenants.map(tenantYaml).join('')}flows: []\n`,
  );
  return path;
}

/** Writes a config file of large flows. */
export async function writeFlows(folder: string, count: number, bytes: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `flows-${count}.json`);
  const flows = Array.from({ length: count }, (_, index) => flow(index, bytes));
  await writeFile(path, JSON.stringify({ version: '1.0', tenants: [], flows }, null, 2));
  return path;
}
