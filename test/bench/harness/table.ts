import type { Figure } from './job';

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

/** The figures of a job as a Markdown table. */
export function markdownTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, unit, ours, peer, goal }) => [
    what,
    `${number(ours)} ${unit}`,
    peer ? `${peer.name}: ${number(peer.value)} ${unit}` : '',
    peer && peer.value > 0 ? `${(ours / peer.value).toFixed(2)}×` : '',
    goal ? `${goal.name}: ${goal.met ? 'met' : 'not met'}` : '',
  ]);
  return [['what', 'ours', 'peer', 'ours ÷ peer', 'goal'], ['---', '---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
