/** What a new backup is, as text. */
import type { BackupAnswer } from '../models/answers.ts';
import { summaryOf } from './diff-text.ts';
import { counted } from './layout/amounts.ts';
import type { Paint } from './layout/paint.ts';
import { visible } from './layout/visible-text.ts';
import { VERDICT_MEANING } from './listed.ts';

export function backupLines(answer: BackupAnswer, paint: Paint): string[] {
  const { backup_id: id, status, path, tenants, flows, content_sha256: hash } = answer;
  const { report, compared_with: base, reason, removed } = answer;
  const counts = `${counted(tenants, 'tenant')}, ${counted(flows, 'flow')}`;
  return [
    `${paint('heading', id)}  ${paint(VERDICT_MEANING[status], status)}, read back and proven, ${counts}`,
    visible(path),
    `Content hash ${hash}`,
    ...(report === undefined
      ? [visible(reason ?? '')]
      : [
          visible(`Compared with ${base ?? ''}: ${summaryOf(report)}`),
          ...report.findings.map(({ section, id: object, text }) =>
            paint('warning', visible(`! ${section}/${object}: ${text}`)),
          ),
        ]),
    ...(removed.length > 0 ? [`Removed ${removed.join(', ')}`] : []),
  ].filter((line) => line !== '');
}
